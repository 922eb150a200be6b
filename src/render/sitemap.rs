//! Sitemaps, as sitemaps.org and Google have them.

use super::xml::Xml;
use crate::view::{NewsEntry, SitemapRef, SitemapUrl};

const NAMES: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// The list of sitemaps.
pub(super) fn index(sitemaps: &[SitemapRef]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("sitemapindex", &[NAMES], |xml| {
        for sitemap in sitemaps {
            xml.within("sitemap", &[], |xml| {
                xml.text("loc", &sitemap.url);
                if let Some(modified) = &sitemap.modified {
                    xml.text("lastmod", modified);
                }
            });
        }
    });
    xml.into_bytes()
}

/// Pages, each with itself in every language.
pub(super) fn pages(pages: &[SitemapUrl]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("urlset", &[NAMES, ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")], |xml| {
        for page in pages {
            xml.within("url", &[], |xml| {
                xml.text("loc", &page.url);
                if let Some(modified) = &page.modified {
                    xml.text("lastmod", modified);
                }
                for (lang, href) in &page.languages {
                    xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", lang), ("href", href)]);
                }
            });
        }
    });
    xml.into_bytes()
}

/// The checks that were published last.
pub(super) fn news(entries: &[NewsEntry]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("urlset", &[NAMES, ("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9")], |xml| {
        for entry in entries {
            xml.within("url", &[], |xml| {
                xml.text("loc", &entry.url);
                xml.within("news:news", &[], |xml| {
                    xml.within("news:publication", &[], |xml| {
                        xml.text("news:name", &entry.publication);
                        xml.text("news:language", &entry.lang);
                    });
                    xml.text("news:publication_date", &entry.published);
                    xml.text("news:title", &entry.title);
                });
            });
        }
    });
    xml.into_bytes()
}
