//! The page of one verdict of the scale.

use serde::Serialize;

use super::parts::{Html, Link, Listing, Verdict};

/// The page of one verdict; templates see it as `verdict`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct VerdictPage {
    /// The verdict.
    pub verdict: Verdict,
    /// What it means.
    pub description: String,
    /// Which layer it is about, in a sentence.
    pub layer: String,
    /// What it requires, one sentence a clause, as HTML.
    pub rules: Vec<Html>,
    /// How many claims have it, in words.
    pub sentence: String,
    /// The claims.
    pub claims: Listing,
    /// The other verdicts of the scale, in its order.
    pub others: Vec<Verdict>,
    /// The way to the method.
    pub method: Option<Link>,
}
