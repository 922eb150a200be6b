//! The kinds of records, and the folders that hold them.

use std::fmt;

use super::{Claim, Document, Event, Page, Place, RecordShape, Source};

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// A checkable statement.
    Claim,
    /// Who asserts things or publishes documents.
    Source,
    /// A citable publication.
    Document,
    /// Something that happened.
    Event,
    /// A named place.
    Place,
    /// A page of the desk's own, such as its methodology.
    Page,
}

impl RecordKind {
    /// All kinds, in the order of the reference.
    pub const ALL: [Self; 6] = [Self::Claim, Self::Source, Self::Document, Self::Event, Self::Place, Self::Page];

    /// The word for one of them.
    pub fn word(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Source => "source",
            Self::Document => "document",
            Self::Event => "event",
            Self::Place => "place",
            Self::Page => "page",
        }
    }

    /// The folder below `content/` that holds them.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Claim => "claims",
            Self::Source => "sources",
            Self::Document => "documents",
            Self::Event => "events",
            Self::Place => "places",
            Self::Page => "pages",
        }
    }

    /// The kind whose records a folder holds.
    pub fn of_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The fields of such a record.
    pub fn shape(self) -> RecordShape {
        match self {
            Self::Claim => Claim::record_shape(),
            Self::Source => Source::record_shape(),
            Self::Document => Document::record_shape(),
            Self::Event => Event::record_shape(),
            Self::Place => Place::record_shape(),
            Self::Page => Page::record_shape(),
        }
    }
}

impl fmt::Display for RecordKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
