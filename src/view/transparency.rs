//! What the verdicts rest on, in numbers.

use serde::Serialize;

use super::parts::{ClaimLink, Html, Link, Reference, Shared, Tally, Verdict};

/// What the verdicts rest on, in numbers; templates see it as `transparency`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TransparencyPage {
    /// The heading.
    pub title: String,
    /// What the page shows, in a sentence.
    pub sentence: String,
    /// All claims by verdict.
    pub tally: Tally,
    /// The claims by who makes them and by verdict.
    pub claimants: Claimants,
    /// What rests on one source, those with the most verdicts first.
    pub resting: Vec<Without>,
    /// The claims whose verdict is an exception to its rule, with the reasons.
    pub exceptions: Remarks,
    /// The claims that something speaks against which the desk explains.
    pub explained: Remarks,
    /// The claims and events where something does not agree and nothing explains it.
    pub unexplained: Remarks,
    /// How far quotations were compared with archived copies.
    pub quotations: Vec<Measured>,
    /// How much of the documents was read.
    pub documents: Vec<Measured>,
    /// How many claims had a second reader, in a sentence.
    pub reviews: String,
    /// The second readers, and how many claims each read.
    pub reviewers: Vec<Measured>,
    /// How many changes there were after publication, in a sentence.
    pub corrections: String,
    /// The way to them.
    pub corrections_link: Link,
    /// The documents that reasons on this page cite, by number.
    pub references: Vec<Reference>,
}

/// The claims by who makes them and by verdict, as a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Claimants {
    /// The columns: the verdicts in the order of the scale.
    pub verdicts: Vec<Verdict>,
    /// The rows, those with the most claims first.
    pub rows: Vec<ClaimantRow>,
}

/// Who makes claims, and how many of them have which verdict.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ClaimantRow {
    /// The claimant; private persons are one row without names.
    pub who: Link,
    /// The claims of each verdict, for readers.
    pub counts: Vec<Measured>,
    /// All of them.
    pub all: String,
}

/// What rests on one source.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Without {
    /// “Without SOHR, 9 verdicts no longer hold”, linked to the page of the source, if it has one.
    pub heading: Link,
    /// The claims.
    pub claims: Vec<Shared<ClaimLink>>,
}

/// Remarks on records, each with the way to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Remarks {
    /// The remarks.
    pub rows: Vec<Remark>,
    /// How many there are, in words, if they do not all stand here.
    pub more: Option<String>,
}

/// What is said of one claim or event.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Remark {
    /// The claim or the event.
    pub link: Link,
    /// The verdict, if it is a claim.
    pub verdict: Option<Verdict>,
    /// What is said of it, as HTML, one paragraph each.
    pub texts: Vec<Html>,
}

/// A number and what it counts.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Measured {
    /// What is counted.
    pub label: String,
    /// How many.
    pub count: usize,
    /// The same for readers: `1 204`.
    pub count_text: String,
}
