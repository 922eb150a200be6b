//! From YAML to nodes.
//!
//! The only place that knows `serde_yaml`. A text that it refuses is read again in pieces, one for
//! each key at the left margin, so that one run reports the mistakes of all of them.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::diagnostic::{Diagnostic, FilePath, Place, syntax_error};
use crate::model::{Node, rules};

/// What was read.
pub struct Read {
    /// The front matter; of a broken text, the pieces that could be read.
    pub node: Node,
    /// The keys of the pieces that could not.
    pub broken: Vec<String>,
    /// Why they could not.
    pub findings: Vec<Diagnostic>,
}

/// Reads the bytes `yaml` of a file's text.
pub fn read(file: &FilePath, text: &str, yaml: Range<usize>) -> Read {
    let source = &text[yaml.clone()];
    // An empty front matter is a map without entries.
    let empty = || Node::Map(Vec::new());
    match serde_yaml::from_str::<Wire>(source) {
        Ok(Wire(Node::Null)) => Read { node: empty(), broken: Vec::new(), findings: Vec::new() },
        Ok(Wire(node)) => Read { node, broken: Vec::new(), findings: Vec::new() },
        Err(error) => pieces(file, source, yaml.start, &error),
    }
}

fn pieces(file: &FilePath, source: &str, offset: usize, whole: &serde_yaml::Error) -> Read {
    let mut entries = Vec::new();
    let mut broken = Vec::new();
    let mut findings = Vec::new();
    for (key, piece) in top_level(source) {
        match serde_yaml::from_str::<Wire>(&source[piece.clone()]) {
            Ok(Wire(Node::Map(more))) => entries.extend(more),
            Ok(Wire(Node::Null)) => {}
            Ok(Wire(_)) | Err(_) => {
                let piece_at = offset + piece.start;
                findings.push(unreadable(file, &source[piece], piece_at));
                broken.push(key);
            }
        }
    }
    if findings.is_empty() {
        let at = whole.location().map_or(0, |location| location.index().min(source.len()));
        let place = Place::bytes(file, offset + at..offset + at);
        findings.push(Diagnostic::new(&rules::YAML_SYNTAX, place, format!("the fields cannot be read: {whole}")));
    }
    Read { node: Node::Map(entries), broken, findings }
}

fn unreadable(file: &FilePath, piece: &str, at: usize) -> Diagnostic {
    let (range, message) = match syntax_error(piece) {
        Some(error) => (error.range, error.message),
        None => (0..piece.trim_end().len(), "this is not a field".to_owned()),
    };
    let place = Place::bytes(file, at + range.start..at + range.end);
    Diagnostic::new(&rules::YAML_SYNTAX, place, format!("this cannot be read as YAML: {message}"))
        .with_help(advice(piece))
}

/// What most likely went wrong, from the look of the piece.
fn advice(piece: &str) -> &'static str {
    let first = piece.lines().next().unwrap_or_default();
    let value = first.split_once(':').map_or("", |(_, value)| value.trim());
    if piece.lines().any(|line| line.starts_with('\t') || line.trim_start_matches(' ').starts_with('\t')) {
        "use spaces instead of tabs at the start of a line"
    } else if value.starts_with('"') || value.starts_with('\'') {
        "close the quotation mark; inside a text in double quotes, write `\\\"`"
    } else if first.split_once(':').is_none() {
        "write a field as `key: value`"
    } else if value.contains(": ") || value.starts_with(['@', '`', '%', '&', '*', '!', '|', '>']) {
        "put the text in double quotes"
    } else {
        "check quotation marks, brackets, and that the lines of one map start in the same column"
    }
}

/// The pieces of a text that start at the left margin, each with its key.
fn top_level(source: &str) -> Vec<(String, Range<usize>)> {
    let mut pieces: Vec<(String, Range<usize>)> = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let end = start + line.len();
        let starts_piece = line.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '#' | '-' | ']' | '}'));
        match pieces.last_mut() {
            Some((_, piece)) if !starts_piece => piece.end = end,
            _ => {
                let key = line.split(':').next().unwrap_or_default().trim().to_owned();
                pieces.push((key, start..end));
            }
        }
        start = end;
    }
    pieces
}

/// A node as serde reads it.
struct Wire(Node);

impl<'de> Deserialize<'de> for Wire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor).map(Self)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        #[expect(clippy::cast_precision_loss, reason = "a number above 2^63 is refused wherever it stands")]
        Ok(i64::try_from(value).map_or(Node::Number(value as f64), Node::Integer))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut items = Vec::with_capacity(list.size_hint().unwrap_or_default().min(64));
        while let Some(Wire(item)) = list.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::with_capacity(map.size_hint().unwrap_or_default().min(64));
        while let Some((Wire(key), Wire(value))) = map.next_entry()? {
            entries.push((key_text(key), value));
        }
        Ok(Node::Map(entries))
    }
}

/// A key as text: a bare `2019` or `true` is a key like any other, and reported as unknown.
fn key_text(key: Node) -> String {
    match key {
        Node::Text(text) => text,
        Node::Integer(number) => number.to_string(),
        Node::Number(number) => number.to_string(),
        Node::Bool(value) => value.to_string(),
        Node::Null | Node::List(_) | Node::Map(_) => "?".to_owned(),
    }
}
