//! The attributes of a page, read once from start to end.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// An attribute of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// Its name as written.
    pub name: &'a [u8],
    written: &'a [u8],
}

/// All attributes with a value, in order; comments, scripts and styles are passed over.
pub fn attributes(html: &[u8]) -> Attributes<'_> {
    Attributes { html, at: 0, in_tag: None }
}

/// See [`attributes`].
#[derive(Debug)]
pub struct Attributes<'a> {
    html: &'a [u8],
    at: usize,
    /// The name of the element whose attributes are being read.
    in_tag: Option<&'a [u8]>,
}

impl<'a> Attribute<'a> {
    /// Its value with the few character references that attributes need resolved.
    pub fn value(&self) -> Cow<'a, str> {
        let text = String::from_utf8_lossy(self.written);
        if memchr(b'&', self.written).is_none() {
            return text;
        }
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        Cow::Owned(text.replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&"))
    }
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
    fn rest(&self) -> &'a [u8] {
        &self.html[self.at..]
    }

    /// The byte to be read next.
    fn byte(&self) -> Option<u8> {
        self.html.get(self.at).copied()
    }

    /// Goes on to the next of some bytes, or to the end; gives what was passed.
    #[inline(always)]
    fn until(&mut self, ends: Bytes) -> &'a [u8] {
        let start = self.at;
        let mut at = start;
        while at < self.html.len() && !ends.hold(self.html[at]) {
            at += 1;
        }
        self.at = at;
        &self.html[start..at]
    }

    /// Goes to the next opening tag.
    fn next_tag(&mut self) -> Option<()> {
        loop {
            self.at += memchr(b'<', self.rest())? + 1;
            match self.byte()? {
                b'/' => self.at += 1,
                b'!' if self.rest().starts_with(b"!--") => {
                    self.at += 3;
                    let comment = self.rest();
                    self.at += memmem::find(comment, b"-->").unwrap_or(comment.len());
                }
                _ => {
                    let name = self.until(NO_NAME);
                    if !name.is_empty() {
                        self.in_tag = Some(name);
                        return Some(());
                    }
                }
            }
        }
    }

    /// Leaves a tag at its end; what a script or style holds is not HTML.
    fn leave(&mut self, tag: &[u8]) {
        self.in_tag = None;
        if [&b"script"[..], b"style"].iter().any(|raw| raw.eq_ignore_ascii_case(tag)) {
            let rest = self.rest();
            let closes = |after: &[u8]| after.get(..tag.len()).is_some_and(|name| name.eq_ignore_ascii_case(tag));
            let mut ends = memmem::find_iter(rest, "</").filter(|at| closes(&rest[at + 2..]));
            self.at += ends.next().unwrap_or(rest.len());
        }
    }

    /// The next attribute with a value, or none at the end of the tag.
    fn attribute(&mut self) -> Option<Attribute<'a>> {
        loop {
            self.until(NO_GAP);
            match self.byte()? {
                b'>' => {
                    self.at += 1;
                    return None;
                }
                // A stray sign is stepped over, so that reading always goes on.
                b'=' => self.at += 1,
                _ => {}
            }
            let name = self.until(AFTER_NAME);
            let end = self.at;
            self.until(NO_SPACE);
            if self.byte() != Some(b'=') {
                self.at = end;
                continue;
            }
            self.at += 1;
            self.until(NO_SPACE);
            let written = match self.byte() {
                Some(quote @ (b'"' | b'\'')) => {
                    self.at += 1;
                    let inside = self.rest();
                    let end = memchr(quote, inside);
                    self.at += end.map_or(inside.len(), |end| end + 1);
                    &inside[..end.unwrap_or(inside.len())]
                }
                _ => self.until(AFTER_VALUE),
            };
            return Some(Attribute { name, written });
        }
    }
}

/// A set of bytes, as a table.
#[derive(Clone, Copy)]
struct Bytes(&'static [bool; 256]);

impl Bytes {
    #[inline]
    fn hold(self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }
}

/// What ends the name of an attribute, an unquoted value; what is no name, no space, and neither space nor slash.
const AFTER_NAME: Bytes = Bytes(&{ table(b" \t\n\x0c\r=>/", true) });
const AFTER_VALUE: Bytes = Bytes(&{ table(b" \t\n\x0c\r>", true) });
const NO_SPACE: Bytes = Bytes(&{ table(b" \t\n\x0c\r", false) });
const NO_GAP: Bytes = Bytes(&{ table(b" \t\n\x0c\r/", false) });
const NO_NAME: Bytes = Bytes(&{ table(b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", false) });

/// A table in which some bytes are `held` and all others are not.
const fn table(bytes: &[u8], held: bool) -> [bool; 256] {
    let mut table = [!held; 256];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = held;
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> Vec<(&str, String)> {
        let written = |attribute: Attribute<'_>| {
            let start = attribute.name.as_ptr() as usize - html.as_ptr() as usize;
            (&html[start..start + attribute.name.len()], attribute.value().into_owned())
        };
        attributes(html.as_bytes()).map(written).collect()
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
