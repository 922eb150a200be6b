//! A list of records other than claims.

use serde::Serialize;

use super::parts::{Html, Link, Pager, Verdict, Wording};

/// A list of sources, documents, events, places or verdicts; templates see it as `index`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IndexPage {
    /// The heading.
    pub title: String,
    /// What is listed, in a sentence.
    pub sentence: Option<String>,
    /// The entries, in groups: by kind, by year, by region.
    pub groups: Vec<IndexGroup>,
    /// The neighbours of this page, if the list has several.
    pub pager: Option<Pager>,
}

/// Entries under one heading.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IndexGroup {
    /// The heading; absent if there is one group only.
    pub label: Option<String>,
    /// The entries.
    pub items: Vec<IndexItem>,
}

/// One entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IndexItem {
    /// Its name and address.
    pub link: Link,
    /// Whether the name is someone else’s words: the title of a document.
    pub cited: bool,
    /// The verdict it is, in the list of verdicts.
    pub verdict: Option<Verdict>,
    /// Its name in another language.
    pub also: Option<Wording>,
    /// What it is, in a few words, as HTML: kind, dates, what it lies in.
    pub detail: Option<Html>,
    /// How many claims, in words: “6 claims”.
    pub count: Option<String>,
}
