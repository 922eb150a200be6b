//! What a host shows for an address that does not exist.

use serde::Serialize;

use super::parts::Link;

/// The page for an address that does not exist; templates see it as `not_found`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct NotFoundPage {
    /// The heading.
    pub title: String,
    /// What may have happened, in a sentence.
    pub sentence: String,
    /// Where to look: the search, and the lists of the site.
    pub links: Vec<Link>,
    /// The same in the other languages, since one file serves them all.
    pub others: Vec<Link>,
}
