//! From YAML to nodes.
//!
//! The only place that knows `serde_yaml`, which reads what is not [`plain`]. A text that it refuses is read again in
//! pieces, one for each key at the left margin, so that one run reports the mistakes of all of them.

mod plain;

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::advice::advice;
use crate::diagnostic::{Diagnostic, FilePath, Place, SyntaxError, syntax_error};
use crate::model::{Node, rules};
use crate::text::top_level;

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
    match plain::read(source).map_or_else(|| by_library(source), Ok) {
        Ok(Node::Null) => Read { node: empty(), broken: Vec::new(), findings: Vec::new() },
        Ok(node) => Read { node, broken: Vec::new(), findings: Vec::new() },
        Err(error) => pieces(file, source, yaml.start, &error),
    }
}

fn by_library(source: &str) -> Result<Node, serde_yaml::Error> {
    serde_yaml::from_str::<Wire>(source).map(|Wire(node)| node)
}

fn pieces(file: &FilePath, source: &str, offset: usize, whole: &serde_yaml::Error) -> Read {
    let mut entries = Vec::new();
    let mut broken = Vec::new();
    let mut findings = Vec::new();
    for (key, piece) in top_level(source) {
        match by_library(&source[piece.clone()]) {
            Ok(Node::Map(more)) => entries.extend(more),
            Ok(Node::Null) => {}
            Ok(_) => {
                findings.push(no_field(file, &source[piece.clone()], offset + piece.start));
                broken.push(key.to_owned());
            }
            Err(error) => {
                findings.push(unreadable(file, key, &source[piece.clone()], offset + piece.start, &error));
                broken.push(key.to_owned());
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

fn no_field(file: &FilePath, piece: &str, at: usize) -> Diagnostic {
    let place = Place::bytes(file, at..at + piece.trim_end().len());
    let help = match piece.split_once(':') {
        Some(_) => "write a space after the colon",
        None => "write a field as `key: value`",
    };
    Diagnostic::new(&rules::YAML_SYNTAX, place, "this is not a field").with_help(help)
}

fn unreadable(file: &FilePath, key: &str, piece: &str, at: usize, fast: &serde_yaml::Error) -> Diagnostic {
    // The two readers differ in little; where only the fast one objects, the whole piece is shown.
    let written = piece.trim_end().len();
    let error = syntax_error(piece).unwrap_or_else(|| SyntaxError { range: 0..written, message: fast.to_string() });
    let range = if error.range.start < written { error.range.clone() } else { opening(piece) };
    let place = Place::bytes(file, at + range.start..at + range.end);
    Diagnostic::new(&rules::YAML_SYNTAX, place, format!("the field `{key}` cannot be read as YAML"))
        .with_label(error.message.clone())
        .with_help(advice(piece, &error))
}

/// The first sign of the value, for what is opened there and never closed.
fn opening(piece: &str) -> Range<usize> {
    let value = piece.find([':']).map_or(0, |colon| colon + 1);
    let start = value + piece[value..].find(|c: char| !c.is_whitespace()).unwrap_or_default();
    start..piece[start..].chars().next().map_or(start, |c| start + c.len_utf8())
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
