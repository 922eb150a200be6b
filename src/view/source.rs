//! The page of one source.

use serde::Serialize;

use super::parts::{ClaimLink, DocumentLine, Fact, Html, Link, Listing, Reference, Shared, Tally, Wording};

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
    /// The verdicts that do not hold without it, if there are any.
    pub resting: Option<Resting>,
    /// Who publishes what goes back to it, who says the same and who says otherwise.
    pub company: Vec<Company>,
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
    pub documents: Vec<Shared<DocumentLine>>,
    /// That there are more of them than stand here, in words.
    pub more_documents: Option<String>,
}

/// Verdicts that do not hold without one source.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Resting {
    /// How many, and what that means, in words.
    pub sentence: String,
    /// The claims.
    pub claims: Vec<Shared<ClaimLink>>,
    /// The way to the rest, if there is more than stands here.
    pub more: Option<Link>,
}

/// Other sources that do the same to what a source says.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Company {
    /// What they do: “They say the same independently”.
    pub label: String,
    /// Each of them, those with the most claims first; private persons left out.
    pub lines: Vec<CompanyLine>,
    /// That there are more, in words, if there are.
    pub more: Option<String>,
}

/// Another source, and the claims that join the two.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CompanyLine {
    /// The other source.
    pub source: Link,
    /// The claims.
    pub claims: Vec<Shared<ClaimLink>>,
    /// The way to the rest, if there is more than stands here.
    pub more: Option<Link>,
}
