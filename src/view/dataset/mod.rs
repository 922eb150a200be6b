//! What stands in the files for machines; templates do not see it.

mod cell;
mod citation;
mod oembed;
mod package;
mod places;
mod provenance;
mod quotations;
mod record;
mod reviews;
mod rows;
mod tables;

pub use cell::{Cell, Column, ColumnKind, Heading};
pub use citation::CitationFile;
pub use oembed::OEmbed;
pub use package::{
    Constraints, DataPackage, Field, FieldValue, ForeignKey, KeyReference, LicenceLine, Resource, TableSchema,
};
pub use places::{Feature, FeatureCollection, PlaceFacts, Point};
pub use provenance::{Told, Traced};
pub use quotations::{Annotation, AnnotationPage, QuotedPassage, Selector, Terms};
pub use record::{
    ArchivedFacts, BasisFacts, ChangeFacts, ClaimRecord, DocumentFacts, Edition, EvidenceFacts, Exact, FigureFacts,
    MediaFacts, Named, OriginFacts, QuotationFacts, RelationFacts, ReplyFacts, ReviewFacts, SaidFacts, VerdictFacts,
};
pub use reviews::{ClaimSearch, DataFeed, DataFeedItem, FoundClaim, FoundPublisher, FoundReview};
pub use rows::{ColumnMeaning, DescribedTable, TypedTables, headings, rows, source_row};
pub use tables::SourceFacts;

use crate::citation::{CitationFormat, CslItem};

/// The content of a file for machines; of one that is written claim by claim, what stands around the claims.
#[derive(Clone, Debug, PartialEq)]
pub enum Dataset {
    /// A claim a line.
    Claims,
    /// A row a claim and language.
    ClaimTable,
    /// A row a piece of evidence.
    EvidenceTable,
    /// A row a figure.
    FigureTable,
    /// A row a source and language.
    SourceTable(Vec<SourceFacts>),
    /// Tables whose columns have types; their rows come claim by claim.
    Typed(TypedTables),
    /// The places.
    Places(FeatureCollection),
    /// Where each quotation that was compared stands in its document; the annotations themselves come claim by claim.
    Quotations(AnnotationPage),
    /// Every check as a `ClaimReview`; the reviews themselves come claim by claim.
    Reviews(DataFeed),
    /// Every check as an answer of `claims:search`.
    ClaimSearch(ClaimSearch),
    /// Sources, documents and their copies; the claims come one by one.
    Provenance(Vec<Traced>),
    /// A claim and language an item.
    Citations(CitationFormat),
    /// The documents.
    Documents(Vec<CslItem>),
    /// How to cite the data of the site.
    CitationFile(CitationFile),
    /// What the file of a claim holds.
    ClaimSchema,
    /// What all the files are.
    Package(DataPackage),
}
