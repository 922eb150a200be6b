//! A document, paragraph by paragraph.

use serde::Serialize;

use super::parts::{ClaimLink, DocumentLine, Html, Reference, Shared, Spine, Tally, Wording};

/// The coverage of one document; templates see it as `coverage`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CoveragePage {
    /// The heading.
    pub title: String,
    /// What was done, in a sentence.
    pub sentence: String,
    /// The document.
    pub document: Shared<DocumentLine>,
    /// Its claims as one line.
    pub spine: Spine,
    /// Its claims by verdict.
    pub tally: Tally,
    /// Its paragraphs, cut at its own sub-headings.
    pub sections: Vec<CoverageSection>,
    /// What the desk says of the document as a whole, as HTML.
    pub body: Html,
    /// The documents that this text cites, by number.
    pub references: Vec<Reference>,
}

/// Paragraphs under one sub-heading of the document.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CoverageSection {
    /// The sub-heading, in the words of the document.
    pub heading: Option<Wording>,
    /// The desk's translation of it, if its language is not the page's.
    pub translation: Option<String>,
    /// The number of the first paragraph.
    pub start: u32,
    /// The paragraphs.
    pub paragraphs: Vec<CoverageParagraph>,
}

/// One paragraph.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CoverageParagraph {
    /// Its number; its place on the page is called `p` and this number.
    pub number: u32,
    /// What it says, in the desk's words.
    pub text: String,
    /// The claims it makes.
    pub claims: Vec<Shared<ClaimLink>>,
    /// Why there is none, if there is none.
    pub without: Option<String>,
}
