//! Ids, one type for each kind of thing that has one.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use super::field::Field;
use super::kind::RecordKind;
use super::node::Node;
use super::reader::Reader;
use super::rules;
use super::shape::Shape;
use super::visit::{Trail, Visitor};
use crate::text::article;

/// Why a text cannot be an id, in words that finish “`X` is not an id: …”; none if it can.
///
/// An id is an address: lower-case ASCII letters, digits and single hyphens, a letter or digit at
/// both ends, at most 80 characters.
pub fn id_problem(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        return Some("it is empty");
    }
    if text.len() > 80 {
        return Some("it has more than 80 characters");
    }
    if !text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Some("an id has lower-case letters from a to z, digits and hyphens only");
    }
    let hyphens = text.starts_with('-') || text.ends_with('-') || text.contains("--");
    hyphens.then_some("hyphens stand alone, between letters or digits")
}

impl Reader<'_> {
    /// Reads the text of an id.
    pub(super) fn id(&mut self, node: &Node, kind: &'static str) -> Option<Arc<str>> {
        let Node::Text(text) = node else {
            self.wrong_shape(&Shape::Id(kind), node);
            return None;
        };
        if text.is_empty() {
            self.report(&rules::EMPTY_TEXT, "this id is empty", &["write the id, or remove the field"]);
            return None;
        }
        if let Some(problem) = id_problem(text) {
            let help = match RecordKind::ALL.into_iter().find(|record| record.word() == kind) {
                Some(record) => format!(
                    "the id of {} {kind} is the name of its file in `content/{}/`, without `.md`",
                    article(kind),
                    record.folder(),
                ),
                None if kind == RecordId::KIND => {
                    "the id of a record is the name of its file, without `.md`".to_owned()
                }
                None if kind == FormerId::KIND => "write the id as it was".to_owned(),
                None => format!("the id of {} {kind} stands in `content/site.yaml`", article(kind)),
            };
            self.report(&rules::BAD_ID, format!("`{text}` is not an id: {problem}"), &[&help]);
            return None;
        }
        let id = text.as_str().into();
        self.keep_id(kind, &id);
        Some(id)
    }
}

macro_rules! ids {
    ($($(#[doc = $meaning:literal])+ $name:ident = $kind:literal,)+) => {$(
        $(#[doc = $meaning])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The name of the kind, for messages.
            pub const KIND: &'static str = $kind;

            /// An id from a text that is known to be one, such as a file's stem.
            pub fn new(text: &str) -> Self {
                Self(text.into())
            }

            /// The id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Field for $name {
            fn shape() -> Shape {
                Shape::Id($kind)
            }

            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                reader.id(node, $kind).map(Self)
            }

            fn visit<'a>(&'a self, at: &Trail<'_>, visitor: &mut dyn Visitor<'a>) {
                visitor.id(at, $kind, &self.0);
            }
        }
    )+};
}

ids! {
    /// The id of a claim.
    ClaimId = "claim",
    /// The id of a source.
    SourceId = "source",
    /// The id of a document.
    DocumentId = "document",
    /// The id of an event.
    EventId = "event",
    /// The id of a place.
    PlaceId = "place",
    /// The id of a page.
    PageId = "page",
    /// The id of a verdict of `site.yaml`.
    VerdictId = "verdict",
    /// The id of a record of any kind.
    RecordId = "record",
    /// An id that a record had before; its address becomes a redirect.
    FormerId = "former",
    /// The id of an author of `site.yaml`: a desk or a person.
    AuthorId = "author",
    /// The id of a measure of `site.yaml`.
    MeasureId = "measure",
    /// The id of a population of `site.yaml`.
    PopulationId = "population",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_an_address() {
        for good in ["osdh", "afp-2019-12-24", "a", "7"] {
            assert_eq!(id_problem(good), None, "{good}");
        }
        for wrong in ["", "OSDH", "défense", "a_b", "a--b", "-a", "a-", "a/b", "..", &"a".repeat(81)] {
            assert!(id_problem(wrong).is_some(), "{wrong}");
        }
    }
}
