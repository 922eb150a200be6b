//! The first page.

use serde::Serialize;

use super::corrections::CorrectionEntry;
use super::parts::{ClaimLink, EventLine, Html, Link, Shared, Spine, Tally};

/// The first page; templates see it as `home`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct HomePage {
    /// The heading.
    pub title: String,
    /// The question that the site answers, in a sentence or two.
    pub question: String,
    /// The featured document at a glance.
    pub coverage: Option<CoverageGlance>,
    /// All claims by verdict.
    pub tally: Tally,
    /// The claims that a reader should begin with.
    pub read_first: Vec<Beginning>,
    /// The newest checks, as rows rendered by `Engine::row`.
    pub newest: Vec<Html>,
    /// The way to all of them.
    pub all: Link,
    /// Events, the newest first.
    pub events: Vec<EventLine>,
    /// The way to all of them, if there are more.
    pub all_events: Option<Link>,
    /// The last corrections.
    pub corrections: Vec<CorrectionEntry>,
    /// The way to all of them, and to the policy.
    pub all_corrections: Link,
}

/// A claim to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Beginning {
    /// The claim.
    pub claim: Shared<ClaimLink>,
    /// What a reader should know first.
    pub summary: Option<String>,
}

/// The featured document at a glance.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CoverageGlance {
    /// What it is, in a sentence: “29 paragraphs, 55 claims”.
    pub sentence: String,
    /// Its claims as one line.
    pub spine: Spine,
    /// The way to the coverage page.
    pub link: Link,
}
