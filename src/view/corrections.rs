//! What was changed after publication.

use serde::Serialize;

use super::parts::{Date, Html, Link, Pager, Wording};

/// The corrections; templates see it as `corrections`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CorrectionsPage {
    /// The heading.
    pub title: String,
    /// What is listed, and what is not, in a sentence.
    pub sentence: Option<String>,
    /// The text of the policy, as HTML, if it stands on this page.
    pub policy: Html,
    /// The way to the policy, if it has a page of its own.
    pub policy_link: Option<Link>,
    /// The changes, newest first.
    pub entries: Vec<CorrectionEntry>,
    /// The neighbours of this page, if there are several.
    pub pager: Option<Pager>,
}

/// One change.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CorrectionEntry {
    /// When.
    pub date: Date,
    /// What kind of change, in words.
    pub kind: String,
    /// The claim.
    pub claim: Link,
    /// What changed and why.
    pub text: Wording,
}
