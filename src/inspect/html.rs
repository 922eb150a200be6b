//! The attributes of a page, read once from start to end.

use std::borrow::Cow;

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

    /// Goes to the next opening tag.
    fn next_tag(&mut self) -> Option<()> {
        loop {
            self.at += self.rest().find('<')? + 1;
            let rest = self.rest();
            if let Some(comment) = rest.strip_prefix("!--") {
                self.at += 3 + comment.find("-->").unwrap_or(comment.len());
                continue;
            }
            let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
            let name = &rest[..rest.bytes().take_while(|byte| is_name(byte)).count()];
            if !name.is_empty() {
                self.at += name.len();
                self.in_tag = Some(name);
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
            let mut ends = rest.match_indices("</").map(|(at, _)| at).filter(|at| closes(&rest[at + 2..]));
            self.at += ends.next().unwrap_or(rest.len());
        }
    }

    /// The next attribute with a value, or none at the end of the tag.
    fn attribute(&mut self) -> Option<Attribute<'a>> {
        loop {
            let between = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'/';
            self.at += self.rest().bytes().take_while(between).count();
            let rest = self.rest();
            if rest.is_empty() {
                return None;
            }
            if rest.starts_with('>') {
                self.at += 1;
                return None;
            }
            let ends = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/');
            let name = &rest[..rest.bytes().position(ends).unwrap_or(rest.len())];
            // A stray sign is stepped over, so that reading always goes on.
            self.at += name.len().max(usize::from(rest.starts_with('=')));
            let after = self.rest().trim_start();
            let Some(value) = after.strip_prefix('=') else { continue };
            let value = value.trim_start();
            let start = self.html.len() - value.len();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (written, next) = match quote {
                Some(quote) => {
                    let inside = &value[1..];
                    let end = inside.find(quote).unwrap_or(inside.len());
                    (&inside[..end], start + 1 + end + usize::from(end < inside.len()))
                }
                None => {
                    let ends = |byte: u8| byte.is_ascii_whitespace() || byte == b'>';
                    let end = value.bytes().position(ends).unwrap_or(value.len());
                    (&value[..end], start + end)
                }
            };
            self.at = next;
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
