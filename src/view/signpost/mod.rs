//! What stands in the files that tell machines what there is; templates do not see it.

mod feed;
mod sitemap;

pub use feed::{Feed, FeedEntry, FeedLinks, Tombstone};
pub use sitemap::{NewsEntry, SitemapRef, SitemapUrl};

use super::OpenSearch;

/// The content of such a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Signpost {
    /// A page of a feed, as Atom.
    Atom(Feed),
    /// A page of a feed, as JSON Feed.
    JsonFeed(Feed),
    /// The list of sitemaps.
    SitemapIndex(Vec<SitemapRef>),
    /// A sitemap.
    Sitemap(Vec<SitemapUrl>),
    /// The sitemap of what was published last.
    News(Vec<NewsEntry>),
    /// How browsers search the site.
    OpenSearch(OpenSearch),
    /// A text without markup.
    Text(String),
}
