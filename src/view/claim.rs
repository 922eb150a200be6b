//! The page of one claim.

use serde::Serialize;

use super::embed::Embedding;
use super::graph::Graph;
use super::parts::{
    ClaimLink, Date, DocumentLine, Fact, FigureTable, Html, Link, Quotation, Reference, Revision, Shared, Stance,
    Verdict, Wording,
};

/// The page of one claim; templates see it as `claim`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ClaimPage {
    /// Where it stands: the document and its paragraphs.
    pub passages: Vec<Passage>,
    /// The title.
    pub title: String,
    /// What a reader must know before anything else: a correction, a retraction.
    pub notices: Vec<Notice>,
    /// What was said and by whom, one for each time it was said.
    pub statements: Vec<Statement>,
    /// The claim in the desk's own words, as it was checked.
    pub claim: String,
    /// “What was said” and “What happened”, in this order.
    pub layers: Vec<Layer>,
    /// The picture, video or recording that it is about.
    pub media: Option<ClaimMedia>,
    /// How the desk knows.
    pub basis: Option<Basis>,
    /// What remains uncertain.
    pub doubts: Vec<Doubt>,
    /// The article, as HTML.
    pub body: Html,
    /// The evidence, by origin.
    pub origins: Vec<Origin>,
    /// The figures of the claim and of its evidence.
    pub figures: Vec<FigureTable>,
    /// Who has it from whom, drawn; none where it would tell nothing.
    pub graph: Option<Graph>,
    /// What the claimant answered when asked, as HTML.
    pub reply: Option<Html>,
    /// The documents that the article cites, by number.
    pub references: Vec<Reference>,
    /// When it was first published; absent in a draft.
    pub published: Option<Date>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who read it again, and when, in words, as HTML.
    pub reviewed: Option<Html>,
    /// What changed since, oldest first.
    pub revisions: Vec<Revision>,
    /// How to cite it.
    pub citation: Option<Citation>,
    /// How to show it in an article of others, if the site has that.
    pub embedding: Option<Embedding>,
    /// How to report an error.
    pub report: Option<Report>,
    /// Other claims: same event, same source, same place, part of it, what points at it.
    pub related: Vec<RelatedClaims>,
}

/// Where a claim stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Passage {
    /// The document.
    pub document: Link,
    /// Its paragraphs, in words: “paragraph 1”; leads to the row of the coverage page if there is one.
    pub paragraphs: Vec<Link>,
}

/// Something that stands before the claim because it changes how it is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Notice {
    /// What it is, in words: “Correction”, “Retraction”.
    pub kind: String,
    /// Since when.
    pub date: Date,
    /// What happened.
    pub text: Wording,
}

/// Who said it, where and when.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Statement {
    /// The words, as fragments that were never joined; empty if the desk only paraphrases.
    pub quotations: Vec<Quotation>,
    /// Who said it; empty if it is unstated.
    pub by: Vec<Link>,
    /// Who spoke for it.
    pub speaker: Option<Link>,
    /// The document that carries it.
    pub document: Link,
    /// Where in the document, in words: “paragraph 1”.
    pub paragraphs: Option<String>,
    /// When it was said.
    pub date: Option<Date>,
}

/// One of the two layers of a claim.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Layer {
    /// “What was said” or “What happened”.
    pub label: String,
    /// What the desk concluded about it, if it did.
    pub verdict: Option<Verdict>,
    /// One or two sentences.
    pub text: String,
}

/// The picture, video or recording that a claim is about.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ClaimMedia {
    /// What it is: “The video”.
    pub heading: String,
    /// Where it is shown, what was found of it, where the original stands, what it really shows.
    pub facts: Vec<Fact>,
}

/// How the desk knows: a sentence, and the same as threads.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Basis {
    /// “We know it from 14 publications, which go back to 4 independent origins …”
    pub sentence: String,
    /// “4 publications, 2 origins: SOHR (through AFP, dpa), Civil Defence”; not where only words were checked.
    pub trail: Option<String>,
    /// That opposed parties to the conflict say the same, if they do.
    pub agreement: Option<String>,
    /// One for each origin, those of unknown origin last.
    pub threads: Vec<Thread>,
}

/// The publications that go back to one origin.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Thread {
    /// The name of the origin.
    pub name: String,
    /// Whether the origin is unknown.
    pub unknown: bool,
    /// How many publications.
    pub publications: usize,
}

/// Something that remains uncertain.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Doubt {
    /// What, as HTML.
    pub text: Html,
}

/// The evidence that goes back to one origin.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Origin {
    /// Who it was, or that it is unknown, or that this is context.
    pub name: Link,
    /// Whether the origin is unknown.
    pub unknown: bool,
    /// The publications.
    pub evidence: Vec<Evidence>,
}

/// One publication, and what it does to the claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// The publication.
    pub document: Shared<DocumentLine>,
    /// What it does.
    pub stance: Stance,
    /// The same in words.
    pub stance_label: String,
    /// How close it was, in words, if closer than a report: “was there”, “record of the act”.
    pub sees: Option<String>,
    /// Which layer it is about, in words, if not the one of the verdict.
    pub about: Option<String>,
    /// What it says, in its own words.
    pub quotations: Vec<Quotation>,
    /// The figures it gives, in words: “8 civilians killed”.
    pub figures: Vec<String>,
    /// What the desk says about it, as HTML.
    pub note: Option<Html>,
}

/// How to cite a check.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Citation {
    /// References, by style.
    pub references: Vec<StyledReference>,
    /// The same for programs for references.
    pub downloads: Vec<CitationDownload>,
}

/// A reference for programs for references, held by the link itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CitationDownload {
    /// The name of its form: “BibTeX”.
    pub format: String,
    /// What the file is called that the reader gets.
    pub file: String,
    /// The file itself, as an address of the `data:` kind.
    pub href: String,
}

/// A reference in one style.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StyledReference {
    /// The name of the style.
    pub style: String,
    /// The reference, as HTML.
    pub text: Html,
}

/// How to report an error.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// What to tell, and how, in a sentence or two.
    pub text: String,
    /// Where: an address of the `mailto:` or `https:` kind.
    pub link: Option<Link>,
}

/// Other claims, by what joins them to this one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RelatedClaims {
    /// What joins them: “Same event”.
    pub label: String,
    /// The thing they share, if it has a page.
    pub shared: Option<Link>,
    /// The claims.
    pub claims: Vec<Shared<ClaimLink>>,
}
