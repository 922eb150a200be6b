//! Walking through everything that a record is made of.
//!
//! Rules that look at all references, all dates or all texts of a record need no list of its fields:
//! the declaration is the list.

use super::short_text::ShortText;
use crate::diagnostic::{FieldPath, Step};
use crate::text::PartialDate;

/// What a rule wants to see of a record; each method does nothing unless it is written.
pub trait Visitor<'a> {
    /// The id of another record, or of an entry of `site.yaml`, with the name of its kind.
    fn id(&mut self, _at: &Trail<'_>, _kind: &'static str, _id: &'a str) {}

    /// A text in one or several languages.
    fn short_text(&mut self, _at: &Trail<'_>, _text: &'a ShortText) {}

    /// A text.
    fn text(&mut self, _at: &Trail<'_>, _text: &'a str) {}

    /// A date.
    fn date(&mut self, _at: &Trail<'_>, _date: PartialDate) {}
}

/// The way to a value, kept on the stack; it becomes a [`FieldPath`] only for a finding.
#[derive(Clone, Copy, Debug)]
pub enum Trail<'a> {
    /// The record itself.
    Top,
    /// Into a key.
    Key(&'a Trail<'a>, &'a str),
    /// Into an element, counted from 0.
    Index(&'a Trail<'a>, usize),
}

impl Trail<'_> {
    /// The path, for a finding.
    pub fn path(&self) -> FieldPath {
        match self {
            Self::Top => FieldPath::root(),
            Self::Key(parent, key) => parent.path().key(key),
            Self::Index(parent, index) => {
                let mut path = parent.path();
                path.push(Step::Index(*index));
                path
            }
        }
    }

    /// The name of the nearest key; empty at the top.
    pub fn field(&self) -> &str {
        match self {
            Self::Top => "",
            Self::Key(_, key) => key,
            Self::Index(parent, _) => parent.field(),
        }
    }
}
