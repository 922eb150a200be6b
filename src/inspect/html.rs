//! The attributes of a page, read once from start to end.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// An attribute of an element.
#[derive(Debug, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// Its name as written.
    pub name: &'a str,
    /// Its value with the few character references that attributes need resolved.
    pub value: Cow<'a, str>,
}

/// All attributes with a value, in order; comments, scripts and styles are passed over.
pub fn attributes(html: &str) -> Attributes<'_> {
    Attributes { html, at: 0, in_tag: None }
}

/// See [`attributes`].
#[derive(Debug)]
pub struct Attributes<'a> {
    html: &'a str,
    at: usize,
    /// The name of the element whose attributes are being read.
    in_tag: Option<&'a str>,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Attribute<'a>;

    fn next(&mut self) -> Option<Attribute<'a>> {
        loop {
            match self.in_tag {
                None => self.next_tag()?,
                Some(tag) => {
                    if let Some(attribute) = self.attribute() {
                        return Some(attribute);
                    }
                    self.leave(tag);
                }
            }
        }
    }
}

impl<'a> Attributes<'a> {
    fn rest(&self) -> &'a str {
        &self.html[self.at..]
    }

    /// The byte to be read next.
    fn byte(&self) -> Option<u8> {
        self.html.as_bytes().get(self.at).copied()
    }

    /// Goes on while bytes are of a kind; gives where that began.
    #[inline]
    fn pass(&mut self, is: impl Fn(u8) -> bool) -> usize {
        let start = self.at;
        let bytes = &self.html.as_bytes()[start..];
        self.at += bytes.iter().position(|byte| !is(*byte)).unwrap_or(bytes.len());
        start
    }

    /// Goes to the next opening tag.
    fn next_tag(&mut self) -> Option<()> {
        loop {
            self.at += memchr(b'<', self.rest().as_bytes())? + 1;
            if let Some(comment) = self.rest().strip_prefix("!--") {
                self.at += 3 + comment.find("-->").unwrap_or(comment.len());
                continue;
            }
            let start = self.pass(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            if start < self.at {
                self.in_tag = Some(&self.html[start..self.at]);
                return Some(());
            }
        }
    }

    /// Leaves a tag at its end; what a script or style holds is not HTML.
    fn leave(&mut self, tag: &str) {
        self.in_tag = None;
        if ["script", "style"].iter().any(|raw| raw.eq_ignore_ascii_case(tag)) {
            let rest = self.rest();
            let closes = |after: &str| after.get(..tag.len()).is_some_and(|name| name.eq_ignore_ascii_case(tag));
            let mut ends = memmem::find_iter(rest.as_bytes(), "</").filter(|at| closes(&rest[at + 2..]));
            self.at += ends.next().unwrap_or(rest.len());
        }
    }

    /// The next attribute with a value, or none at the end of the tag.
    fn attribute(&mut self) -> Option<Attribute<'a>> {
        loop {
            self.pass(|byte| byte.is_ascii_whitespace() || byte == b'/');
            match self.byte()? {
                b'>' => {
                    self.at += 1;
                    return None;
                }
                // A stray sign is stepped over, so that reading always goes on.
                b'=' => self.at += 1,
                _ => {}
            }
            let start = self.pass(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'>' | b'/'));
            let name = &self.html[start..self.at];
            let end = self.at;
            self.pass(|byte| byte.is_ascii_whitespace());
            if self.byte() != Some(b'=') {
                self.at = end;
                continue;
            }
            self.at += 1;
            self.pass(|byte| byte.is_ascii_whitespace());
            let written = match self.byte() {
                Some(quote @ (b'"' | b'\'')) => {
                    self.at += 1;
                    let inside = self.rest();
                    let end = memchr(quote, inside.as_bytes());
                    self.at += end.map_or(inside.len(), |end| end + 1);
                    &inside[..end.unwrap_or(inside.len())]
                }
                _ => {
                    let start = self.pass(|byte| !byte.is_ascii_whitespace() && byte != b'>');
                    &self.html[start..self.at]
                }
            };
            return Some(Attribute { name, value: unescaped(written) });
        }
    }
}

fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    Cow::Owned(text.replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Vec<(&str, String)> {
        attributes(html).map(|attribute| (attribute.name, attribute.value.into_owned())).collect()
    }

    #[test]
    fn quoted_and_bare_values_are_read() {
        let html = "<a href=\"/x/?a=1&amp;b=2\" id='y' hidden data-n=3>t</a><br/><img src=/i.png>";
        let expected = [("href", "/x/?a=1&b=2"), ("id", "y"), ("data-n", "3"), ("src", "/i.png")];
        assert_eq!(read(html), expected.map(|(name, value)| (name, value.to_owned())));
    }

    #[test]
    fn broken_markup_ends_without_harm() {
        for html in ["<", "<a", "<a href", "<a href=", "<a href=\"", "<a =>", "<a ===", "<!--", "<script><", "é<é é=é"]
        {
            read(html);
        }
    }
}
