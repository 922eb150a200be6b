//! What pages there are.

use super::paging::Leaf;
use crate::model::{ClaimId, DocumentId, EventId, PageId, PlaceId, SourceId, VerdictId};
use crate::text::Lang;

/// A page of the site: what it shows, in one language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    /// The language.
    pub lang: Lang,
    /// What it shows.
    pub subject: Subject,
}

impl Route {
    /// The page that shows `subject` in `lang`.
    pub fn new(lang: &Lang, subject: Subject) -> Self {
        Self { lang: lang.clone(), subject }
    }
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The first page.
    Home,
    /// A claim.
    Claim(ClaimId),
    /// A claim as a card that others show in a frame.
    Embed(ClaimId),
    /// A source that is no private person.
    Source(SourceId),
    /// A document.
    Document(DocumentId),
    /// A document, paragraph by paragraph, with the claims of each.
    Coverage(DocumentId),
    /// An event.
    Event(EventId),
    /// A place.
    Place(PlaceId),
    /// A verdict of the scale.
    Verdict(VerdictId),
    /// A page of the desk's own.
    Text(PageId),
    /// A page of a list of claims.
    Claims(ClaimList, Leaf),
    /// The sources.
    Sources,
    /// A page of the list of documents.
    Documents(Leaf),
    /// A page of the list of events.
    Events(Leaf),
    /// The places.
    Places,
    /// The verdict scale.
    Verdicts,
    /// What happened, day by day.
    Timeline(Leaf),
    /// What was changed after publication.
    Corrections(Leaf),
    /// What the verdicts rest on, in numbers.
    Transparency,
    /// Where readers search.
    Search,
    /// What a host shows for an address that does not exist.
    NotFound,
}

/// A list of claims.
///
/// All but the first exist only where they are longer than a page: until then the page of what they
/// are about shows them whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimList {
    /// Every claim.
    All,
    /// Those of one verdict.
    Verdict(VerdictId),
    /// Those that a source made, itself or by a speaker.
    Made(SourceId),
    /// Those of others in documents that a source published.
    Relayed(SourceId),
    /// Those of others that a source supports.
    Supported(SourceId),
    /// Those of others that a source undermines.
    Undermined(SourceId),
    /// Those that a document carries.
    Carried(DocumentId),
    /// Those that cite a document.
    Citing(DocumentId),
    /// Those about an event.
    Event(EventId),
    /// Those about a place.
    Place(PlaceId),
}

impl Subject {
    /// Whether it is one record, verdict or text, and no page that lists several.
    pub fn is_record(&self) -> bool {
        match self {
            Self::Claim(_)
            | Self::Embed(_)
            | Self::Source(_)
            | Self::Document(_)
            | Self::Coverage(_)
            | Self::Event(_)
            | Self::Place(_)
            | Self::Verdict(_)
            | Self::Text(_) => true,
            Self::Home
            | Self::Claims(..)
            | Self::Sources
            | Self::Documents(_)
            | Self::Events(_)
            | Self::Places
            | Self::Verdicts
            | Self::Timeline(_)
            | Self::Corrections(_)
            | Self::Transparency
            | Self::Search
            | Self::NotFound => false,
        }
    }
}

impl ClaimList {
    /// The page of what the list is about; none for the list of all.
    pub fn about(&self) -> Option<Subject> {
        match self {
            Self::All => None,
            Self::Verdict(id) => Some(Subject::Verdict(id.clone())),
            Self::Made(id) | Self::Relayed(id) | Self::Supported(id) | Self::Undermined(id) => {
                Some(Subject::Source(id.clone()))
            }
            Self::Carried(id) | Self::Citing(id) => Some(Subject::Document(id.clone())),
            Self::Event(id) => Some(Subject::Event(id.clone())),
            Self::Place(id) => Some(Subject::Place(id.clone())),
        }
    }
}
