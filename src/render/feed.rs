//! Feeds as Atom and as JSON Feed.

use serde::Serialize;

use super::xml::Xml;
use crate::view::{Feed, FeedEntry};

/// A feed as Atom (RFC 4287), with its retractions (RFC 6721) and its pages (RFC 5005).
pub(super) fn atom(feed: &Feed) -> Vec<u8> {
    let mut xml = Xml::new();
    let names = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xmlns:at", "http://purl.org/atompub/tombstones/1.0"),
        ("xml:lang", &*feed.lang),
    ];
    xml.within("feed", &names, |xml| {
        xml.text("id", &feed.id);
        xml.text("title", &feed.title);
        xml.text("subtitle", &feed.subtitle);
        xml.text("updated", &feed.updated);
        xml.within("author", &[], |xml| {
            xml.text("name", &feed.author);
            xml.text("uri", &feed.author_url);
        });
        if let Some(rights) = &feed.rights {
            xml.text("rights", rights);
        }
        let links = &feed.links;
        xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &links.own)]);
        let page = |href| [("rel", "alternate"), ("type", "text/html"), ("hreflang", &*feed.lang), ("href", href)];
        xml.empty("link", &page(&links.page));
        for (lang, href) in &links.translations {
            xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("hreflang", lang), ("href", href)]);
        }
        let neighbours =
            [("first", &links.first), ("last", &links.last), ("previous", &links.previous), ("next", &links.next)];
        for (rel, href) in neighbours {
            if let Some(href) = href {
                xml.empty("link", &[("rel", rel), ("type", "application/atom+xml"), ("href", href)]);
            }
        }
        for grave in &feed.tombstones {
            xml.within("at:deleted-entry", &[("ref", &grave.id), ("when", &grave.when)], |xml| {
                xml.text("at:comment", &grave.comment);
            });
        }
        for entry in &feed.entries {
            xml.within("entry", &[], |xml| atom_entry(xml, &feed.lang, entry));
        }
    });
    xml.into_bytes()
}

fn atom_entry(xml: &mut Xml, lang: &str, entry: &FeedEntry) {
    xml.text("id", &entry.id);
    xml.text("title", &entry.title);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("hreflang", lang), ("href", &entry.url)]);
    xml.text("published", &entry.published);
    xml.text("updated", &entry.updated);
    for author in &entry.authors {
        xml.within("author", &[], |xml| xml.text("name", author));
    }
    let (term, label) = &entry.verdict;
    xml.empty("category", &[("term", term), ("label", label)]);
    xml.text("summary", &entry.text);
}

/// A feed as JSON Feed 1.1. What was retracted is left out: the form has no word for it.
pub(super) fn json(feed: &Feed) -> Vec<u8> {
    let document = Document {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.links.page,
        feed_url: &feed.links.own,
        description: &feed.subtitle,
        next_url: feed.links.next.as_deref(),
        authors: vec![Author { name: &feed.author, url: Some(&feed.author_url) }],
        language: &feed.lang,
        items: feed.entries.iter().map(|entry| item(&feed.lang, entry)).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&document).expect("feeds have text as keys, and a Vec takes everything");
    bytes.push(b'\n');
    bytes
}

fn item<'f>(language: &'f str, entry: &'f FeedEntry) -> Item<'f> {
    Item {
        id: &entry.id,
        url: &entry.url,
        title: &entry.title,
        content_text: &entry.text,
        date_published: &entry.published,
        date_modified: &entry.updated,
        authors: entry.authors.iter().map(|name| Author { name, url: None }).collect(),
        tags: [&entry.verdict.1],
        language,
    }
}

#[derive(Serialize)]
struct Document<'f> {
    version: &'static str,
    title: &'f str,
    home_page_url: &'f str,
    feed_url: &'f str,
    description: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<&'f str>,
    authors: Vec<Author<'f>>,
    language: &'f str,
    items: Vec<Item<'f>>,
}

#[derive(Serialize)]
struct Author<'f> {
    name: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'f str>,
}

#[derive(Serialize)]
struct Item<'f> {
    id: &'f str,
    url: &'f str,
    title: &'f str,
    content_text: &'f str,
    date_published: &'f str,
    date_modified: &'f str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'f>>,
    tags: [&'f str; 1],
    language: &'f str,
}
