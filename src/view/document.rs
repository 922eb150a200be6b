//! The page of one document.

use serde::Serialize;

use super::parts::{ClaimLink, Fact, Html, Link, Listing, Reference, Shared, Wording};

/// The page of one document; templates see it as `document`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DocumentPage {
    /// Its title as seen, or who published it and when.
    pub title: Wording,
    /// Whether the title is the document's own, in its own words.
    pub titled: bool,
    /// What it is, in a sentence: “Dispatch of Agence France-Presse, in French”.
    pub sentence: String,
    /// The original elsewhere.
    pub original: Option<Link>,
    /// The copy that a web archive keeps.
    pub archived: Option<Link>,
    /// Why the original is not linked, if it is not.
    pub unlinked: Option<String>,
    /// Publisher, date, kind, language, what was read of it, captures, what it copies or translates.
    pub facts: Vec<Fact>,
    /// The way to its coverage, paragraph by paragraph.
    pub coverage: Option<Link>,
    /// What it says, in the desk's words, where there is no coverage page.
    pub outline: Vec<OutlineRow>,
    /// What the desk says about it, as HTML.
    pub body: Html,
    /// The documents that this text cites, by number.
    pub references: Vec<Reference>,
    /// The claims it carries.
    pub carries: Listing,
    /// The claims it supports.
    pub supports: Vec<Shared<ClaimLink>>,
    /// The claims it makes more exact.
    pub refines: Vec<Shared<ClaimLink>>,
    /// The claims it undermines.
    pub undermines: Vec<Shared<ClaimLink>>,
    /// The claims it is context for, or that cite it in their text.
    pub cited: Vec<Shared<ClaimLink>>,
    /// The way to all claims that cite it, if there are more than stand here.
    pub all_citing: Option<Link>,
}

/// One paragraph of a document, in the desk's words.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct OutlineRow {
    /// The number of the paragraph.
    pub paragraph: u32,
    /// What it says.
    pub text: String,
}
