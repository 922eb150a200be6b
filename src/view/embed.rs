//! A claim where others show it.

use serde::Serialize;

use super::claim::Notice;
use super::parts::{Date, Html, Verdict};

/// One claim as a card for frames; templates see it as `embed`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct EmbedPage {
    /// The title.
    pub title: String,
    /// The page of the claim.
    pub href: String,
    /// That the check no longer stands, and why, or that it was corrected.
    pub notice: Option<Notice>,
    /// What the desk concluded; nothing where the check no longer stands.
    pub verdict: Option<Verdict>,
    /// The claim in the desk's own words; left out where it concerns a private person.
    pub claim: Option<String>,
    /// Who said it, in words; private persons are left out.
    pub by: Option<String>,
    /// When it was said.
    pub said: Option<Date>,
    /// Who checked it, and when it was published, as HTML.
    pub checked: Html,
}

/// How to show a claim in an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Embedding {
    /// The markup to copy.
    pub code: String,
}
