//! The bytes of a file that tells machines what there is.

use super::xml::Xml;
use super::{feed, sitemap};
use crate::view::{OpenSearch, Signpost};

/// A file that tells machines what there is, as it is published.
pub fn signpost(signpost: &Signpost) -> Vec<u8> {
    match signpost {
        Signpost::Atom(page) => feed::atom(page),
        Signpost::JsonFeed(page) => feed::json(page),
        Signpost::SitemapIndex(sitemaps) => sitemap::index(sitemaps),
        Signpost::Sitemap(pages) => sitemap::pages(pages),
        Signpost::News(entries) => sitemap::news(entries),
        Signpost::OpenSearch(search) => open_search(search),
        Signpost::Text(text) => text.clone().into_bytes(),
    }
}

/// The media type of such a description.
const OPEN_SEARCH: &str = "application/opensearchdescription+xml";

/// How browsers search the site: an OpenSearch 1.1 description document, draft 6.
fn open_search(search: &OpenSearch) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("OpenSearchDescription", &[("xmlns", "http://a9.com/-/spec/opensearch/1.1/")], |xml| {
        xml.text("ShortName", &search.short_name);
        xml.text("Description", &search.description);
        xml.empty("Url", &[("type", "text/html"), ("template", &search.template)]);
        xml.empty("Url", &[("type", OPEN_SEARCH), ("rel", "self"), ("template", &search.href)]);
        xml.text("Image", &search.image);
        xml.text("Language", &search.lang);
        xml.text("InputEncoding", "UTF-8");
        xml.text("OutputEncoding", "UTF-8");
    });
    xml.into_bytes()
}
