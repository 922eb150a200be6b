//! One page of a list of claims.

use serde::Serialize;

use super::parts::{Html, Link, Pager, Verdict};

/// One page of a list of claims: all, or of one verdict, source, place or event; templates see it as `list`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListPage {
    /// The heading: “Claims of the Syrian Observatory”.
    pub title: String,
    /// What is on this page: “51 to 100”, never a total that would change older pages.
    pub sentence: Option<String>,
    /// What the list is about, if it has a page of its own.
    pub subject: Option<Link>,
    /// The verdict that the list is about, to show its mark.
    pub verdict: Option<Verdict>,
    /// The rows, each rendered once by `Engine::row`.
    pub rows: Vec<Html>,
    /// The neighbours of this page.
    pub pager: Option<Pager>,
    /// Narrower lists, on the newest page of all claims only.
    pub facets: Vec<Facet>,
}

/// Ways to narrow the list.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Facet {
    /// By what: “By source”.
    pub label: String,
    /// The lists.
    pub links: Vec<FacetLink>,
}

/// A narrower list.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FacetLink {
    /// Its name and address.
    pub link: Link,
    /// The verdict it is about, to show its mark.
    pub verdict: Option<Verdict>,
    /// How many claims, for readers.
    pub count: Option<String>,
}
