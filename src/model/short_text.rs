//! Short texts: one string, or one for each language.

use super::field::Field;
use super::node::Node;
use super::reader::Reader;
use super::rules;
use super::shape::Shape;
use super::visit::{Trail, Visitor};
use crate::text::Lang;

/// A short text in the site's first language, or in several.
#[derive(Clone, Debug, PartialEq)]
pub enum ShortText {
    /// In the site's first language.
    First(String),
    /// By language, in the author's order.
    ByLanguage(Vec<(Lang, String)>),
}

impl ShortText {
    /// The text in a language; `first` is the site's first.
    pub fn get(&self, lang: &Lang, first: &Lang) -> Option<&str> {
        match self {
            Self::First(text) => (lang == first).then_some(text),
            Self::ByLanguage(texts) => texts.iter().find(|(tag, _)| tag == lang).map(|(_, text)| text.as_str()),
        }
    }

    /// The texts with their languages.
    pub fn texts<'a>(&'a self, first: &'a Lang) -> Vec<(&'a Lang, &'a str)> {
        match self {
            Self::First(text) => vec![(first, text)],
            Self::ByLanguage(texts) => texts.iter().map(|(lang, text)| (lang, text.as_str())).collect(),
        }
    }
}

impl Field for ShortText {
    fn shape() -> Shape {
        Shape::ShortText
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Node::Map(entries) = node else {
            return match node {
                Node::Text(_) | Node::Null => String::read(node, reader).map(Self::First),
                _ => reader.wrong_type(node),
            };
        };
        if entries.is_empty() {
            reader.report(&rules::EMPTY_TEXT, "this map is empty", &["write the text, or remove the field"]);
            return None;
        }
        let mut texts: Vec<(Lang, String)> = Vec::with_capacity(entries.len());
        for (key, node) in entries {
            let Some(lang) = Lang::parse(key) else {
                let message = format!("`{key}` is not a language tag");
                reader.at_key(key, |reader| {
                    reader.report(&rules::WRONG_TYPE, message, &["write a map by language: `{ fr: …, en: … }`"]);
                });
                continue;
            };
            let seen = texts.iter().filter(|(tag, _)| *tag == lang).count();
            if seen > 0 {
                reader.duplicate_key(key, seen);
                continue;
            }
            if let Some(text) = reader.at_key(key, |reader| String::read(node, reader)) {
                texts.push((lang, text));
            }
        }
        (!texts.is_empty()).then_some(Self::ByLanguage(texts))
    }

    fn visit<'a>(&'a self, at: &Trail<'_>, visitor: &mut dyn Visitor<'a>) {
        visitor.short_text(at, self);
    }
}
