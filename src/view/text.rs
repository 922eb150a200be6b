//! A page of text.

use serde::Serialize;

use super::catalogue::Catalogue;
use super::parts::{Html, Reference};

/// A page of text: methodology, about; templates see it as `text`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TextPage {
    /// Its title.
    pub title: String,
    /// What it says, in a sentence.
    pub summary: Option<String>,
    /// The text, as HTML; its headings start at the second level.
    pub body: Html,
    /// The documents it cites, by number.
    pub references: Vec<Reference>,
    /// Every file for machines, where the page is to show them.
    pub catalogue: Option<Catalogue>,
}
