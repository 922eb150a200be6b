//! The plain part of YAML, in which most fields are written, read in one pass.
//!
//! Keys of small letters with values of one line, maps and lists below them, and what stands in `[ ]` and `{ }` on one
//! line. Whatever is not certainly that — a comment, an escape, a text of several lines, a word that might be a number,
//! a mistake — is none of it, and the whole text is `serde_yaml`'s. So there is one meaning and one set of messages;
//! the tests hold both readers against each other.

use crate::model::Node;

/// Nobody writes deeper than this.
const DEEPEST: usize = 24;

/// What a text says, if all of it is plain.
pub fn read(yaml: &str) -> Option<Node> {
    if !is_plain(yaml.as_bytes()) {
        return None;
    }
    let mut lines = Lines { rest: yaml, line: None };
    lines.advance();
    let node = match lines.line {
        Some(line) => lines.block(line.indent, DEEPEST)?,
        None => Node::Null,
    };
    lines.line.is_none().then_some(node)
}

/// Whether there is nothing but signs that stand for themselves: no control characters, and none of the line ends that
/// only YAML knows.
fn is_plain(bytes: &[u8]) -> bool {
    let mut before = [0; 2];
    bytes.iter().all(|&byte| {
        let plain = match byte {
            0..0x20 => byte == b'\n',
            0x7f | 0xef | 0xf0..=0xff => false,
            // U+0080 to U+009F; U+2028 and U+2029.
            0x80..0xa0 if before[1] == 0xc2 => false,
            0xa8 | 0xa9 => before != [0xe2, 0x80],
            _ => true,
        };
        before = [before[1], byte];
        plain
    })
}

/// A line that is not empty.
#[derive(Clone, Copy)]
struct Line<'y> {
    indent: usize,
    /// Without the spaces around it.
    text: &'y str,
}

struct Lines<'y> {
    rest: &'y str,
    /// The line to be read.
    line: Option<Line<'y>>,
}

impl<'y> Lines<'y> {
    fn advance(&mut self) {
        self.line = None;
        while self.line.is_none() && !self.rest.is_empty() {
            let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
            self.rest = rest;
            let text = line.trim_start_matches(' ');
            let indent = line.len() - text.len();
            let text = text.trim_end_matches(' ');
            self.line = (!text.is_empty()).then_some(Line { indent, text });
        }
    }

    /// The map or list that begins with the line to be read.
    fn block(&mut self, indent: usize, depth: usize) -> Option<Node> {
        let depth = depth.checked_sub(1)?;
        if self.line?.text.starts_with('-') { self.list(indent, depth) } else { self.map(indent, depth) }
    }

    fn map(&mut self, indent: usize, depth: usize) -> Option<Node> {
        let mut entries = Vec::with_capacity(8);
        while let Some(line) = self.line.filter(|line| line.indent >= indent) {
            // What stands deeper goes on with a value, which plain ones do not.
            if line.indent > indent || line.text.starts_with('-') {
                return None;
            }
            let (key, value) = key(line.text)?;
            self.advance();
            let value = if value.is_empty() { self.below(indent, depth)? } else { whole(value)? };
            entries.push((key.to_owned(), value));
        }
        Some(Node::Map(entries))
    }

    /// What stands below a key without a value.
    fn below(&mut self, indent: usize, depth: usize) -> Option<Node> {
        match self.line {
            Some(line) if line.indent > indent => self.block(line.indent, depth),
            // A list may stand right below its key.
            Some(line) if line.indent == indent && line.text.starts_with('-') => {
                self.list(indent, depth.checked_sub(1)?)
            }
            _ => Some(Node::Null),
        }
    }

    fn list(&mut self, indent: usize, depth: usize) -> Option<Node> {
        let mut items = Vec::with_capacity(4);
        while let Some(line) = self.line.filter(|line| line.indent >= indent) {
            if line.indent > indent {
                return None;
            }
            // Behind a list that stands right below its key, the map goes on.
            let Some(item) = line.text.strip_prefix('-') else { break };
            let text = item.strip_prefix(' ')?.trim_start_matches(' ');
            if key(text).is_some() {
                let inner = indent + line.text.len() - text.len();
                self.line = Some(Line { indent: inner, text });
                items.push(self.map(inner, depth.checked_sub(1)?)?);
            } else {
                self.advance();
                items.push(whole(text)?);
            }
        }
        Some(Node::List(items))
    }
}

/// A key and what stands behind its colon on the line.
fn key(line: &str) -> Option<(&str, &str)> {
    let end = line.bytes().position(|byte| !matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))?;
    let (key, rest) = line.split_at(end);
    let value = rest.strip_prefix(':')?;
    let spaced = value.is_empty() || value.starts_with(' ');
    (spaced && is_word(key)).then_some((key, value.trim_start_matches(' ')))
}

/// A value that takes the rest of its line.
fn whole(text: &str) -> Option<Node> {
    match text.as_bytes().first()? {
        b'"' | b'\'' | b'[' | b'{' => {
            let (node, rest) = flow(text, DEEPEST)?;
            rest.is_empty().then_some(node)
        }
        _ if text.contains(": ") || text.contains(" #") || text.ends_with(':') => None,
        _ => scalar(text),
    }
}

/// A value in `[ ]` or `{ }`, and what follows it.
fn flow(text: &str, depth: usize) -> Option<(Node, &str)> {
    let depth = depth.checked_sub(1)?;
    match text.as_bytes().first()? {
        quote @ (b'"' | b'\'') => {
            let inside = &text[1..];
            let end = inside.bytes().position(|byte| byte == *quote || byte == b'\\' && *quote == b'"')?;
            let (words, rest) = (&inside[..end], &inside[end + 1..]);
            // An escape; two quotes that stand for one.
            let plain = inside.as_bytes()[end] == *quote && !rest.starts_with(char::from(*quote));
            plain.then(|| (Node::Text(words.to_owned()), rest))
        }
        b'[' => {
            let mut items = Vec::with_capacity(4);
            let rest = members(&text[1..], ']', |text| {
                let (item, rest) = flow(text, depth)?;
                items.push(item);
                Some(rest)
            })?;
            Some((Node::List(items), rest))
        }
        b'{' => {
            let mut entries = Vec::with_capacity(4);
            let rest = members(&text[1..], '}', |text| {
                let (key, value) = key(text)?;
                let (value, rest) = flow(value, depth)?;
                entries.push((key.to_owned(), value));
                Some(rest)
            })?;
            Some((Node::Map(entries), rest))
        }
        _ => {
            let end = text.find([',', ']', '}', '[', '{', ':', '#', '"', '\'']).filter(|end| {
                // All others are no plain text here.
                matches!(text.as_bytes()[*end], b',' | b']' | b'}')
            })?;
            Some((scalar(text[..end].trim_end_matches(' '))?, &text[end..]))
        }
    }
}

/// Reads what stands between commas up to a closing sign; gives what follows it.
fn members<'y>(text: &'y str, close: char, mut member: impl FnMut(&'y str) -> Option<&'y str>) -> Option<&'y str> {
    let mut rest = text.trim_start_matches(' ');
    if let Some(rest) = rest.strip_prefix(close) {
        return Some(rest);
    }
    loop {
        rest = member(rest)?.trim_start_matches(' ');
        match rest.strip_prefix(',') {
            Some(more) => rest = more.trim_start_matches(' '),
            None => return rest.strip_prefix(close),
        }
    }
}

/// A scalar without quotes: a word or a sentence, a date, a number.
fn scalar(text: &str) -> Option<Node> {
    let first = text.chars().next()?;
    if first.is_alphabetic() {
        return is_word(text).then(|| Node::Text(text.to_owned()));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == text.len() {
        // `08` is a text to some, and a long number no whole one.
        let whole = digits < 18 && (digits == 1 || first != '0');
        return whole.then(|| text.parse().ok().map(Node::Integer))?;
    }
    is_date(text).then(|| Node::Text(text.to_owned()))
}

/// `2019-12` or `2019-12-24`.
fn is_date(text: &str) -> bool {
    let form = |form: &[u8]| {
        let same = |(sign, form): (u8, &u8)| if *form == b'0' { sign.is_ascii_digit() } else { sign == *form };
        text.len() == form.len() && text.bytes().zip(form).all(same)
    };
    form(b"0000-00-00") || form(b"0000-00")
}

/// Whether a text that begins with a letter is one, and no value that YAML has a word for.
fn is_word(text: &str) -> bool {
    const WORDS: [&str; 10] = ["null", "true", "false", "yes", "no", "on", "off", "inf", "nan", "infinity"];
    text.starts_with(char::is_alphabetic)
        && (text.len() > 8 || !WORDS.iter().any(|word| word.eq_ignore_ascii_case(text)))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use proptest::prelude::*;
    use walkdir::WalkDir;

    use super::*;
    use crate::parse::yaml::by_library;

    /// What both readers make of a text; the plain one may leave it to the other.
    fn assert_same(yaml: &str) -> bool {
        let plain = read(yaml);
        if let Some(plain) = &plain {
            let library = by_library(yaml);
            assert_eq!(Some(plain), library.as_ref().ok(), "{yaml}");
        }
        plain.is_some()
    }

    /// The front matter of every record of a folder, and of every file in a fixture.
    fn front_matters(folder: &str) -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
        let texts = files.filter_map(|entry| fs::read_to_string(entry.path()).ok());
        texts.flat_map(|text| text.split("---\n").map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn what_desks_write_is_plain() {
        let yaml = "title: \"It’s so\"\nsaid:\n  by: osdh\n  in: [afp, dpa]\n  quote: 'a b'\n\nempty:\nfigures:\n  - { measure: killed, \
                    value: \"8\", date: 2019-12-24 }\n  - { measure: injured, value: 8 }\nevidence:\n- document: afp\n  \
                    note: Words, and words: none.\n- document: dpa\n";
        assert!(read(&yaml.replace(": none", " — none")).is_some());
        assert_same(yaml);
    }

    #[test]
    fn what_is_not_certain_is_left_to_the_library() {
        let left = [
            "a: b # c",
            "a: b\n  c",
            "a: \"b\\n\"",
            "a: 'b''c'",
            "a: |\n  b",
            "a: >-\n  b",
            "a: &x b",
            "a: *x",
            "a: !!str b",
            "? a\n: b",
            "# a\na: b",
            "a: null",
            "a: True",
            "a: ~",
            "a: 1.5",
            "a: 0x1f",
            "a: 08",
            "a: 1_000",
            "a: -1",
            "a: b: c",
            "a:b",
            "A: b",
            "true: b",
            "a: [b\n  c]",
            "a: [b: c]",
            "a: [b, , c]",
            "a: {b}",
            "a: \"b\" c",
            "a: \tb",
            "a: b\r\n",
            "a: b\u{85}c: d",
            "a: b\u{2028}c",
            "- - a",
            "-",
            "-a",
            "a: .inf",
            "--- \na: b",
            "a: b\n...",
            "a",
            "a: \u{feff}b",
            "a: 2019-12-24T10:00:00Z",
            "a: [\"b\"c]",
            "a: [1,2]x",
            "a:\n  b: c\n d: e",
            "a: b\n- c",
            "a: @b",
        ];
        for yaml in left {
            assert!(read(yaml).is_none_or(|_| assert_same(yaml)), "{yaml:?}");
        }
        let certain = left.iter().filter(|yaml| read(yaml).is_some()).collect::<Vec<_>>();
        assert_eq!(certain, [] as [&&str; 0]);
    }

    #[test]
    fn both_readers_say_the_same_of_every_file_here() {
        let texts =
            [front_matters("content"), front_matters("tests/diagnostics"), front_matters("tests/site")].concat();
        let plain = texts.iter().filter(|yaml| assert_same(yaml)).count();
        assert!(plain > 200, "{plain} of {} are plain", texts.len());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn both_readers_say_the_same(yaml in "([ ]{0,3}(- )?([a-c]{1,2}|true|null): ?(\\[|\\{|\"|')?[a-c0-9:#,\\-'\" é]{0,6}(\\]|\\}|\"|')?[ ]{0,2}\n){0,6}") {
            assert_same(&yaml);
        }

        #[test]
        fn and_of_what_is_nearly_plain(lines in proptest::collection::vec((0usize..4, 0usize..24), 0..8)) {
            const LINES: [&str; 24] = [
                "a: b", "b:", "- a: b", "- c", "c: [a, b]", "d: { a: b, c: [1, 2] }", "e: \"a: b # c\"", "f: 'x'", "", "- { a: b }",
                "g: 12", "h: 2019-12-24", "i: a b  c", "-", "- a:", "j: []", "k: {}", "l: [ ]", "m: é à", "n: a, b",
                "- \"a\"", "o: a:b", "p: 0", "q: [a b, \"c,d\"]",
            ];
            let text: Vec<String> = lines.iter().map(|(indent, line)| format!("{}{}", "  ".repeat(*indent), LINES[*line])).collect();
            assert_same(&text.join("\n"));
        }
    }
}
