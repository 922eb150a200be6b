//! The files that tell machines what there is.

mod feed;
mod sitemap;
mod texts;

use super::{ViewContext, search};
use crate::site::{self, FeedFormat};
use crate::view::Signpost;

/// The content of a file that tells machines what there is.
pub fn signpost(context: &ViewContext<'_>, signpost: &site::Signpost) -> Signpost {
    let first = context.local(&context.map.languages()[0]);
    match signpost {
        site::Signpost::Feed(feed, FeedFormat::Atom) => Signpost::Atom(feed::page(context, feed, FeedFormat::Atom)),
        site::Signpost::Feed(feed, FeedFormat::Json) => Signpost::JsonFeed(feed::page(context, feed, FeedFormat::Json)),
        site::Signpost::SitemapIndex => Signpost::SitemapIndex(sitemap::index(context)),
        site::Signpost::Sitemap(number) => Signpost::Sitemap(sitemap::pages(context, *number)),
        site::Signpost::NewsSitemap => Signpost::News(sitemap::news(context)),
        site::Signpost::OpenSearch(lang) => Signpost::OpenSearch(search::described(context.local(lang))),
        site::Signpost::Robots => Signpost::Text(texts::robots(context)),
        site::Signpost::Llms => Signpost::Text(texts::llms(first)),
        site::Signpost::Humans => Signpost::Text(texts::humans(first)),
        site::Signpost::Security => Signpost::Text(texts::security(context)),
        site::Signpost::Trust => Signpost::Text(texts::trust(context)),
    }
}
