//! The page of one source.

use serde::Serialize;

use super::parts::{ClaimLink, DocumentLine, Fact, Html, Listing, Tally, Wording};

/// The page of one source; templates see it as `source`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SourcePage {
    /// Its name.
    pub name: String,
    /// Its names in other languages.
    pub names: Vec<Wording>,
    /// “14 claims checked here; not a score”.
    pub sentence: String,
    /// Its claims by verdict, zeros included.
    pub tally: Tally,
    /// Its claims.
    pub claims: Listing,
    /// The claims of others that it carried.
    pub relayed: Listing,
    /// What it is: kind, country, owner, membership, party, alignment, interests, reliability, site.
    pub facts: Vec<Fact>,
    /// What the desk says about it, as HTML.
    pub body: Html,
    /// The claims of others that it supports, by its documents or as their origin.
    pub supports: Vec<ClaimLink>,
    /// The claims of others that it undermines.
    pub undermines: Vec<ClaimLink>,
    /// What it published.
    pub documents: Vec<DocumentLine>,
}
