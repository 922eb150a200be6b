//! The page of one place.

use serde::Serialize;

use super::parts::{EventLine, Fact, Html, Link, Listing, Reference, Wording};

/// The page of one place; templates see it as `place`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PlacePage {
    /// Its name.
    pub name: String,
    /// Its names in other languages, and other spellings.
    pub names: Vec<Wording>,
    /// What and where it is, in a sentence.
    pub sentence: String,
    /// Kind, what it lies in, precision, point and where the point comes from.
    pub facts: Vec<Fact>,
    /// The places in it.
    pub inner: Vec<Link>,
    /// What the desk says about it, as HTML.
    pub body: Html,
    /// The documents that this text cites, by number.
    pub references: Vec<Reference>,
    /// What happened there.
    pub events: Vec<EventLine>,
    /// The claims about it.
    pub claims: Listing,
}
