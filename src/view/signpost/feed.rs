//! Feeds.

use crate::view::Shared;

/// A page of a feed. Times are those of RFC 3339; a day begins at midnight UTC.
#[derive(Clone, Debug, PartialEq)]
pub struct Feed {
    /// Its name, which stays; the same for all its pages.
    pub id: String,
    /// The language.
    pub lang: String,
    /// The name of the site and what the feed tells of.
    pub title: String,
    /// What the site is, in a sentence.
    pub subtitle: String,
    /// The latest change of what stands in it.
    pub updated: String,
    /// Who publishes it.
    pub author: String,
    /// Where: their website, or this one.
    pub author_url: String,
    /// The licence, in words.
    pub rights: Option<String>,
    /// Where it stands, and its neighbours.
    pub links: FeedLinks,
    /// What it tells, the newest first.
    pub entries: Vec<Shared<FeedEntry>>,
    /// What it told and no longer stands for.
    pub tombstones: Vec<Tombstone>,
}

/// The full addresses around a page of a feed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FeedLinks {
    /// This page.
    pub own: String,
    /// The page that shows readers the same.
    pub page: String,
    /// That page in other languages, by language.
    pub translations: Vec<(String, String)>,
    /// The newest page of the feed, if it has several.
    pub first: Option<String>,
    /// The oldest page, if it has several.
    pub last: Option<String>,
    /// The page with what came after.
    pub previous: Option<String>,
    /// The page with what came before.
    pub next: Option<String>,
}

/// A check, or a change of one.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedEntry {
    /// Its name, which stays.
    pub id: String,
    /// The title.
    pub title: String,
    /// The page.
    pub url: String,
    /// When it was published.
    pub published: String,
    /// When it changed last; typos do not count.
    pub updated: String,
    /// What it says, in a few sentences.
    pub text: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The verdict, as its id and its name.
    pub verdict: (String, String),
}

/// A check that was retracted.
#[derive(Clone, Debug, PartialEq)]
pub struct Tombstone {
    /// The name of the entry that it was.
    pub id: String,
    /// Since when.
    pub when: String,
    /// Why, in the words that readers see.
    pub comment: String,
}
