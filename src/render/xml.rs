//! XML, written element by element.

use std::borrow::Cow;

use crate::text::html::escape_attr;

/// A document of XML that is being written.
pub(super) struct Xml(String);

impl Xml {
    /// A document without its elements.
    pub fn new() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned())
    }

    /// An element around what `inside` writes.
    pub fn within(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.0.push_str(">\n");
        inside(self);
        self.put(&["</", name, ">\n"]);
    }

    /// An element that holds a text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.put(&["<", name, ">", &escaped(text), "</", name, ">\n"]);
    }

    /// An element that holds nothing.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.0.push_str("/>\n");
    }

    /// The document.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.put(&["<", name]);
        for (name, value) in attributes {
            self.put(&[" ", name, "=\"", &escaped(value), "\""]);
        }
    }

    fn put(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.0.push_str(part));
    }
}

/// A text in which nothing is markup; characters that XML cannot hold are replaced.
fn escaped(text: &str) -> Cow<'_, str> {
    let held = |c: char| !c.is_control() && c != '\u{fffe}' && c != '\u{ffff}' || matches!(c, '\t' | '\n' | '\r');
    if text.chars().all(held) {
        return escape_attr(text);
    }
    let text: String = text.chars().map(|c| if held(c) { c } else { '\u{fffd}' }).collect();
    Cow::Owned(escape_attr(&text).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_written_becomes_markup() {
        let mut xml = Xml::new();
        xml.within("a", &[("b", "\"<&>'")], |xml| xml.text("c", "</c>\u{1}"));
        let written = String::from_utf8(xml.into_bytes()).expect("it is text");
        let expected = "<a b=\"&quot;&lt;&amp;&gt;&#39;\">\n<c>&lt;/c&gt;\u{fffd}</c>\n</a>\n";
        assert_eq!(written.lines().skip(1).collect::<Vec<_>>().join("\n") + "\n", expected);
    }
}
