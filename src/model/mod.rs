//! The vocabulary: what an author can write, declared once.
//!
//! Each record is a `record!` declaration. The parser, the messages about it, the author's reference
//! and the JSON Schema all follow from that one text.

mod claim;
mod document;
mod event;
mod field;
mod figure;
mod hosting;
mod id;
mod kind;
mod media;
mod node;
mod open_data;
mod page;
mod place;
mod reader;
pub mod rules;
mod shape;
mod short_text;
mod site;
mod source;
mod translation;
mod verdict;
mod visit;

pub use claim::{
    Allow, By, Claim, Evidence, Exception, Layer, OriginRef, Relation, Relations, Reply, Resolution, Review, Revision,
    RevisionType, Said, Sees, Stance,
};
pub use document::{Access, Archived, Capture, Consulted, CopyOf, Document, DocumentKind, OutlineRow};
pub use event::{Event, EventKind, Series};
pub use field::{Field, OneOrMore};
pub use figure::{Figure, Measure, Population, Unit, Window};
pub use hosting::{Coding, Host, Hosting};
pub use id::{
    AuthorId, ClaimId, DocumentId, EventId, FormerId, MeasureId, PageId, PlaceId, PopulationId, RecordId, SourceId,
    VerdictId, id_problem,
};
pub use kind::RecordKind;
pub use media::{Authenticity, Media, MediaKind};
pub use node::Node;
pub use open_data::{OpenData, TableForm};
pub use page::{Page, PageShows};
pub use place::{Place, PlaceKind, Point, Precision};
pub use reader::{NamedId, Reader};
pub use shape::{FieldShape, RecordShape, Shape, Word};
pub use short_text::ShortText;
pub use site::{Author, ById, Contact, Licence, PublishTarget, Publisher, Site, TargetKind, Tolerances};
pub use source::{Person, Source, SourceKind};
pub use translation::Translation;
pub use verdict::{Alternatives, Clauses, Mark, Rating, Verdict};
pub use visit::{Trail, Visitor};
