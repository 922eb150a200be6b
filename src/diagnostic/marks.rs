//! A marked reading of one YAML text: where every key and every value stands.
//!
//! Read only when a finding is shown or a text does not parse, so good files pay nothing for it.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, StrInput};

use super::place::{FieldPath, Step};
use crate::text::top_level;

/// The places of a YAML text's keys and values; of a broken text, as far as it could be read.
#[derive(Debug)]
pub struct Marks {
    root: Option<Mark>,
}

/// Where and why a text is no YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The bytes where reading stopped.
    pub range: Range<usize>,
    /// The reader's own words.
    pub message: String,
}

#[derive(Debug)]
struct Mark {
    range: Range<usize>,
    node: Node,
}

#[derive(Debug)]
enum Node {
    Scalar { plain: bool },
    List(Vec<Mark>),
    Map(Vec<(String, Range<usize>, Mark)>),
}

/// A key and a value found in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The key's bytes, for a value in a map.
    pub key: Option<Range<usize>>,
    /// The value's bytes; empty where nothing is written.
    pub value: Range<usize>,
    /// Whether the value is a text without quotation marks.
    pub plain: bool,
}

impl Marks {
    /// Marks the text; a broken one piece by piece, each as far as it can be read.
    pub fn read(yaml: &str) -> Self {
        let mut reader = Reader::new(yaml, 0);
        let root = reader.document();
        if reader.error.is_none() {
            return Self { root };
        }
        let pieces = top_level(yaml).into_iter();
        let marks = pieces.filter_map(|(_, piece)| Reader::new(&yaml[piece.clone()], piece.start).document());
        let entries = marks.flat_map(|mark| match mark.node {
            Node::Map(entries) => entries,
            Node::Scalar { .. } | Node::List(_) => Vec::new(),
        });
        let node = Node::Map(entries.collect());
        Self { root: Some(Mark { range: 0..yaml.len(), node }) }
    }

    /// The value that a path leads to.
    pub fn find(&self, path: &FieldPath) -> Option<Found> {
        let mut mark = self.root.as_ref()?;
        let mut key = None;
        for step in path.steps() {
            (key, mark) = mark.child(step)?;
        }
        let plain = matches!(mark.node, Node::Scalar { plain: true });
        Some(Found { key, value: mark.range.clone(), plain })
    }
}

impl Mark {
    fn child(&self, step: &Step) -> Option<(Option<Range<usize>>, &Mark)> {
        match (&self.node, step) {
            (Node::List(items), Step::Index(index)) => Some((None, items.get(*index)?)),
            // One element may be written without its list.
            (_, Step::Index(0)) => Some((None, self)),
            (Node::Map(entries), Step::Key(name, nth)) => {
                let mut equal = entries.iter().filter(|(key, ..)| key.as_str() == &**name);
                let (_, key, value) = equal.nth(*nth)?;
                Some((Some(key.clone()), value))
            }
            _ => None,
        }
    }
}

/// The first syntax error of a text, if it has one.
pub fn syntax_error(yaml: &str) -> Option<SyntaxError> {
    let mut reader = Reader::new(yaml, 0);
    reader.document();
    let error = reader.error?;
    let start = reader.bytes.byte(error.marker().index());
    let end = yaml[start..].chars().next().map_or(start, |c| start + c.len_utf8());
    Some(SyntaxError { range: start..end, message: error.info().to_owned() })
}

struct Reader<'a> {
    yaml: &'a str,
    /// Where the text starts in the one that marks are made for.
    offset: usize,
    parser: Parser<'a, StrInput<'a>>,
    bytes: ByteIndex,
    error: Option<ScanError>,
}

impl<'a> Reader<'a> {
    fn new(yaml: &'a str, offset: usize) -> Self {
        let parser = Parser::new_from_str(yaml);
        Self { yaml, offset, parser, bytes: ByteIndex::new(yaml), error: None }
    }

    fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        match self.parser.next_event()? {
            Ok((event, span)) => Some((event, self.range(span))),
            Err(error) => {
                self.error.get_or_insert(error);
                None
            }
        }
    }

    fn range(&self, span: Span) -> Range<usize> {
        let start = self.bytes.byte(span.start.index());
        let end = self.bytes.byte(span.end.index()).max(start);
        let written = self.yaml[start..end].trim_end().len();
        self.offset + start..self.offset + start + written
    }

    fn document(&mut self) -> Option<Mark> {
        let root = loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
                (Event::StreamEnd | Event::DocumentEnd, _) => return None,
                (event, range) => break self.mark(event, range, 0),
            }
        };
        // Errors after the first document still count.
        while self.next().is_some() {}
        root
    }

    fn mark(&mut self, event: Event<'a>, range: Range<usize>, depth: usize) -> Option<Mark> {
        // Deeper than any record; the fast parser refuses such a text before us.
        if depth > 64 {
            return None;
        }
        match event {
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                let mut end = range.end;
                while let Some((event, inner)) = self.next() {
                    if event == Event::SequenceEnd {
                        end = end.max(inner.end);
                        break;
                    }
                    let Some(mark) = self.mark(event, inner, depth + 1) else { break };
                    items.push(mark);
                }
                let start = items.first().map_or(range.start, |m: &Mark| m.range.start.min(range.start));
                let end = items.last().map_or(end, |m| m.range.end.max(self.flow_end(&range, end)));
                Some(Mark { range: start..end.max(start), node: Node::List(items) })
            }
            Event::MappingStart(..) => {
                let mut entries: Vec<(String, Range<usize>, Mark)> = Vec::new();
                let mut end = range.end;
                while let Some((event, key)) = self.next() {
                    if event == Event::MappingEnd {
                        end = end.max(key.end);
                        break;
                    }
                    let Event::Scalar(name, ..) = &event else {
                        // A list or map as a key: the fast parser has refused it already.
                        break;
                    };
                    let name = name.to_string();
                    let Some((event, inner)) = self.next() else { break };
                    let Some(mark) = self.mark(event, inner, depth + 1) else { break };
                    entries.push((name, key, mark));
                }
                let start = entries.first().map_or(range.start, |e| e.1.start.min(range.start));
                let end = entries.last().map_or(end, |e| e.2.range.end.max(self.flow_end(&range, end)));
                Some(Mark { range: start..end.max(start), node: Node::Map(entries) })
            }
            Event::Scalar(_, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                Some(Mark { range, node: Node::Scalar { plain } })
            }
            _ => Some(Mark { range, node: Node::Scalar { plain: false } }),
        }
    }

    /// The end of a collection in brackets is its closing bracket; a block ends with its last value.
    fn flow_end(&self, range: &Range<usize>, end: usize) -> usize {
        let opening = self.yaml[range.start - self.offset..].chars().next();
        if matches!(opening, Some('[' | '{')) { end } else { 0 }
    }
}

/// Byte offsets of characters, for the reader counts in characters.
struct ByteIndex(Vec<usize>);

impl ByteIndex {
    fn new(text: &str) -> Self {
        let mut offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).collect();
        offsets.push(text.len());
        Self(offsets)
    }

    fn byte(&self, character: usize) -> usize {
        let last = self.0.last().copied().unwrap_or_default();
        self.0.get(character).copied().unwrap_or(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(yaml: &str, path: &str) -> String {
        let marks = Marks::read(yaml);
        let found = marks.find(&FieldPath::of(path)).expect("the path leads somewhere");
        yaml[found.value].to_owned()
    }

    #[test]
    fn values_are_found_by_their_path() {
        let yaml = "title: \"é à\"\nsaid:\n  by: osdh\n  paragraphs: [1, 22]\nevidence:\n  - document: a\n  - { document: b, stance: supports }\n";
        assert_eq!(found(yaml, "title"), "\"é à\"");
        assert_eq!(found(yaml, "said.by"), "osdh");
        assert_eq!(found(yaml, "said.paragraphs[1]"), "22");
        assert_eq!(found(yaml, "said.paragraphs"), "[1, 22]");
        assert_eq!(found(yaml, "evidence[1].document"), "b");
        assert_eq!(found(yaml, "evidence[1]"), "{ document: b, stance: supports }");
        assert_eq!(found(yaml, "said[0].by"), "osdh");
    }

    #[test]
    fn equal_keys_are_told_apart() {
        let marks = Marks::read("a: 1\na: 2\n");
        let mut path = FieldPath::root();
        path.push(Step::Key("a".into(), 1));
        assert_eq!(marks.find(&path).expect("the second").value, 8..9);
    }

    #[test]
    fn what_stands_after_a_mistake_is_found() {
        assert_eq!(found("a: \"open\nb: [é, x]\n", "b[1]"), "x");
    }

    #[test]
    fn a_broken_text_says_where() {
        let error = syntax_error("a: \"open\nb: 1\n").expect("an error");
        assert!(!error.message.is_empty());
        assert_eq!(syntax_error("a: 1\n"), None);
    }
}
