//! What every page has around its matter.

use serde::Serialize;

use super::parts::{Direction, Link};

/// What is the same on every page of one language; templates see it as `site`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Site {
    /// The language.
    pub lang: String,
    /// The direction of its script.
    pub dir: Direction,
    /// The name of the site.
    pub title: String,
    /// What the site is, in a sentence.
    pub description: String,
    /// The path under which the site lives, with both slashes: `/` or `/idleb/`. Stylesheet and fonts stand there.
    pub root: String,
    /// The first page in this language.
    pub home: String,
    /// The main menu.
    pub menu: Vec<MenuItem>,
    /// The links at the foot of the page, in groups: data and feeds, policies, contact.
    pub footer: Vec<LinkGroup>,
    /// Where readers search, if they can.
    pub search: Option<String>,
    /// What browsers are told of the search.
    pub open_search: Option<String>,
    /// Who publishes the site.
    pub publisher: Option<Link>,
    /// Under which licence its words may be reused.
    pub licence: Option<Link>,
}

/// One entry of the main menu.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MenuItem {
    /// The part of the site it opens.
    pub section: Section,
    /// Its words.
    pub text: String,
    /// Its page.
    pub href: String,
}

/// The parts of the site, as the menu knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// Claims, and their lists.
    Claims,
    /// The document at a glance, and documents.
    Coverage,
    /// Events, and the timeline.
    Events,
    /// Sources.
    Sources,
    /// Corrections.
    Corrections,
    /// How the desk works.
    Method,
}

/// Links under one heading.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LinkGroup {
    /// The heading.
    pub label: String,
    /// The links.
    pub links: Vec<Link>,
}

/// What differs from page to page in the frame; templates see it as `page`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Frame {
    /// The language; also says which [`Site`] and which words go with the page.
    pub lang: String,
    /// The address of the page.
    pub href: String,
    /// The full address, with scheme and host; absent where the page must not be found (404).
    pub canonical: Option<String>,
    /// The name of the page, for the window and for links to it; absent on the first page.
    pub title: Option<String>,
    /// What the page says, in a sentence, for search engines.
    pub description: Option<String>,
    /// The part of the site that the menu marks as the current one.
    pub section: Option<Section>,
    /// The way here from the first page, without this page.
    pub breadcrumbs: Vec<Link>,
    /// The same page in the other languages.
    pub alternates: Vec<Alternate>,
    /// The feeds that tell of what the page shows, those of the whole site last.
    pub feeds: Vec<FeedLink>,
    /// The full address of what oEmbed says of the page, if it can be shown in others.
    pub oembed: Option<String>,
    /// Whether the page is a draft, which says so and asks not to be indexed.
    pub draft: bool,
}

/// A feed, as the head of a page names it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FeedLink {
    /// What it tells of.
    pub title: String,
    /// Its media type.
    pub media_type: String,
    /// Its address.
    pub href: String,
}

/// A page in another language.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Alternate {
    /// The language.
    pub lang: String,
    /// The direction of its script.
    pub dir: Direction,
    /// The name of the language in itself: “English”.
    pub name: String,
    /// Its address on this host.
    pub href: String,
    /// Its full address.
    pub canonical: String,
}
