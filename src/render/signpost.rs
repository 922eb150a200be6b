//! The bytes of a file that tells machines what there is.

use super::{feed, sitemap};
use crate::view::Signpost;

/// A file that tells machines what there is, as it is published.
pub fn signpost(signpost: &Signpost) -> Vec<u8> {
    match signpost {
        Signpost::Atom(page) => feed::atom(page),
        Signpost::JsonFeed(page) => feed::json(page),
        Signpost::SitemapIndex(sitemaps) => sitemap::index(sitemaps),
        Signpost::Sitemap(pages) => sitemap::pages(pages),
        Signpost::News(entries) => sitemap::news(entries),
        Signpost::Text(text) => text.clone().into_bytes(),
    }
}
