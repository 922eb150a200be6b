//! What a page shows, as plain data: every word chosen, every number written, every address known.
//!
//! These are the only types that templates see. A field holds plain text, which the templates escape,
//! unless its type is [`Html`]. Addresses start at the root of the host, base path included
//! (`/verifications/joubass-huit-morts/`), because a row is rendered once and reused on every page.

mod build;
mod catalogue;
mod chart;
mod claim;
mod corrections;
mod coverage;
mod dataset;
mod document;
mod embed;
mod event;
mod frame;
mod graph;
mod home;
mod hosting;
mod index;
mod list;
mod not_found;
mod parts;
mod place;
mod search;
mod signpost;
mod source;
mod structured;
mod text;
mod timeline;
mod transparency;
mod verdict;
mod words;

use serde::Serialize;

pub use build::{Rows, ViewContext, dataset, found, hosting, oembed, page, record, signpost, sought};
pub use catalogue::{Catalogue, DataColumn, DataFile, DataValue};
pub use chart::{Chart, Dot, Span, Track};
pub use claim::{
    Basis, Citation, CitationDownload, ClaimMedia, ClaimPage, Doubt, Evidence, Layer, Notice, Origin, Passage,
    RelatedClaims, Report, Statement, StyledReference, Thread,
};
pub use corrections::{CorrectionEntry, CorrectionsPage};
pub use coverage::{CoveragePage, CoverageParagraph, CoverageSection};
pub use dataset::{
    Annotation, AnnotationPage, ArchivedFacts, BasisFacts, Cell, ChangeFacts, CitationFile, ClaimRecord, ClaimSearch,
    Column, ColumnKind, ColumnMeaning, Constraints, DataFeed, DataFeedItem, DataPackage, Dataset, DescribedTable,
    DocumentFacts, Edition, EvidenceFacts, Exact, Feature, FeatureCollection, Field, FieldValue, FigureFacts,
    ForeignKey, FoundClaim, FoundPublisher, FoundReview, Heading, KeyReference, LicenceLine, MediaFacts, Named, OEmbed,
    OriginFacts, PlaceFacts, Point, QuotationFacts, QuotedPassage, RelationFacts, ReplyFacts, Resource, ReviewFacts,
    SaidFacts, Selector, SourceFacts, TableSchema, Terms, Told, Traced, TypedTables, VerdictFacts, headings,
    rows as table_rows, source_row,
};
pub use document::{DocumentPage, OutlineRow};
pub use embed::{EmbedPage, Embedding};
pub use event::EventPage;
pub use frame::{Alternate, FeedLink, Frame, LinkGroup, MenuItem, Section, Site};
pub use graph::{Graph, GraphColumn, GraphLine, GraphPoint, GraphWords};
pub use home::{Beginning, CoverageGlance, HomePage};
pub use hosting::{Hosting, Moved};
pub use index::{IndexGroup, IndexItem, IndexPage};
pub use list::{Facet, FacetLink, ListPage};
pub use not_found::NotFoundPage;
pub use parts::{
    ClaimLink, ClaimRow, Date, Direction, DocumentLine, EventLine, Fact, FigureRow, FigureTable, Html, Link, Listing,
    Mark, Pager, Quotation, Reference, Revision, Shared, Spine, SpineColumn, Stance, Tally, TallyRow,
    TextQuoteSelector, Verdict, Wording,
};
pub use place::PlacePage;
pub use search::{OpenSearch, SearchPage, Sought};
pub use signpost::{Feed, FeedEntry, FeedLinks, NewsEntry, Signpost, SitemapRef, SitemapUrl, Tombstone};
pub use source::{Company, CompanyLine, Resting, SourcePage};
pub use structured::{
    BreadcrumbList, CitedWork, ClaimReview, ContactPoint, CorrectionComment, DataDescription, DataDownload,
    InterpretedClaim, ItemList, ListItem, MediaReview, MediaReviewItem, MediaSnapshot, NewsMediaOrganization, NodeId,
    Party, PartyKind, Publisher, Rating, ReviewedClaim, SpatialPlace, Structured, Thing, WebSite,
};
pub use text::TextPage;
pub use timeline::{TimelineDay, TimelineEntry, TimelinePage};
pub use transparency::{ClaimantRow, Claimants, Measured, Remark, Remarks, TransparencyPage, Without};
pub use verdict::VerdictPage;
pub use words::{Argument, Words};

/// One page: its frame and what stands in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// What every page has: language, addresses, title, place in the menu.
    pub frame: Frame,
    /// What it says to machines in its head.
    pub structured: Vec<Structured>,
    /// What this kind of page shows.
    pub body: Body,
}

/// What stands in the frame, by kind of page.
///
/// Templates find it under the name of its kind: `claim.title`, `source.tally`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Body {
    /// The first page.
    Home(HomePage),
    /// A document, paragraph by paragraph.
    Coverage(CoveragePage),
    /// One claim.
    Claim(ClaimPage),
    /// One claim as a card for frames.
    Embed(EmbedPage),
    /// One source.
    Source(SourcePage),
    /// One document.
    Document(DocumentPage),
    /// One event.
    Event(EventPage),
    /// One place.
    Place(PlacePage),
    /// One verdict of the scale.
    Verdict(VerdictPage),
    /// A page of text: methodology, about.
    Text(TextPage),
    /// One page of a list of claims.
    List(ListPage),
    /// A list of sources, documents, events, places or verdicts.
    Index(IndexPage),
    /// What happened, day by day.
    Timeline(TimelinePage),
    /// What was changed after publication.
    Corrections(CorrectionsPage),
    /// What the verdicts rest on, in numbers.
    Transparency(TransparencyPage),
    /// Where readers search.
    Search(SearchPage),
    /// What a host shows for an address that does not exist.
    NotFound(NotFoundPage),
}
