//! The page of one source.

use serde::Serialize;

use super::parts::{DocumentLine, Fact, Html, Listing, Reference, Tally, Wording};

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
    /// The documents that this text cites, by number.
    pub references: Vec<Reference>,
    /// The claims of others that it supports, by its documents or as their origin.
    pub supports: Listing,
    /// The claims of others that it undermines.
    pub undermines: Listing,
    /// What it published, the newest first.
    pub documents: Vec<DocumentLine>,
    /// That there are more of them than stand here, in words.
    pub more_documents: Option<String>,
}
