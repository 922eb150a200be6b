//! The words of addresses, by language.

use crate::text::Lang;

/// The words of addresses in one language, in ASCII.
#[derive(Debug, PartialEq, Eq)]
pub struct Segments {
    pub claims: &'static str,
    /// Claims as cards for frames.
    pub embeds: &'static str,
    pub sources: &'static str,
    pub documents: &'static str,
    pub events: &'static str,
    pub places: &'static str,
    pub verdicts: &'static str,
    pub timeline: &'static str,
    pub corrections: &'static str,
    pub transparency: &'static str,
    pub search: &'static str,
    /// Below a document: its paragraphs.
    pub paragraphs: &'static str,
    /// Below a source: what it relayed, supports, undermines.
    pub relayed: &'static str,
    pub supported: &'static str,
    pub undermined: &'static str,
    /// Below a document: the claims that cite it.
    pub citing: &'static str,
    /// Below a list: its numbered pages.
    pub page: &'static str,
    /// Pages whose id is already a word of the root.
    pub pages: &'static str,
}

const FRENCH: Segments = Segments {
    claims: "verifications",
    embeds: "embed",
    sources: "sources",
    documents: "documents",
    events: "evenements",
    places: "lieux",
    verdicts: "verdicts",
    timeline: "chronologie",
    corrections: "corrections",
    transparency: "transparence",
    search: "recherche",
    paragraphs: "paragraphes",
    relayed: "relaye",
    supported: "appuie",
    undermined: "dement",
    citing: "cite-par",
    page: "page",
    pages: "pages",
};

const ENGLISH: Segments = Segments {
    claims: "checks",
    embeds: "embed",
    sources: "sources",
    documents: "documents",
    events: "events",
    places: "places",
    verdicts: "verdicts",
    timeline: "timeline",
    corrections: "corrections",
    transparency: "transparency",
    search: "search",
    paragraphs: "paragraphs",
    relayed: "relayed",
    supported: "supports",
    undermined: "undermines",
    citing: "cited-by",
    page: "page",
    pages: "pages",
};

/// Names at the root that are no page of ours: files of the theme, of the data and of hosts.
const TAKEN: [&str; 9] = ["assets", "cards", "data", "feeds", "fonts", "oembed", "search", "static", "tags"];

impl Segments {
    /// The words of a language; English where we know none.
    pub fn of(lang: &Lang) -> &'static Self {
        match lang.as_str().split('-').next() {
            Some("fr") => &FRENCH,
            _ => &ENGLISH,
        }
    }

    /// Whether a page of the desk's own may not have this name at the root.
    pub fn reserves(&self, name: &str, languages: &[Lang]) -> bool {
        let own = [
            self.claims,
            self.embeds,
            self.sources,
            self.documents,
            self.events,
            self.places,
            self.verdicts,
            self.timeline,
            self.corrections,
            self.transparency,
            self.search,
            self.pages,
        ];
        let tag = |lang: &Lang| lang.as_str().eq_ignore_ascii_case(name);
        own.contains(&name) || TAKEN.contains(&name) || languages.iter().any(tag)
    }
}
