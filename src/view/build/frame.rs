//! What stands around a page: menu, addresses, breadcrumbs, the same page in other languages.

use super::local::Local;
use crate::corpus::Entry;
use crate::model::{DocumentId, Page, PageId};
use crate::site::{ClaimList, Feed, FeedFormat, FeedOf, Leaf, Route, Signpost, Subject};
use crate::view::{Alternate, Body, Direction, FeedLink, Frame, Link, LinkGroup, MenuItem, Section, Site};

/// What is the same on every page of a language.
pub(super) fn site(local: Local<'_, '_>) -> Site {
    let site = &local.corpus().site;
    let publisher = &site.publisher;
    Site {
        lang: local.lang().to_owned(),
        dir: Direction::of(local.lang()),
        title: local.text(&site.title),
        description: local.text(&site.description),
        root: local.context.map.root(),
        home: local.href(Subject::Home),
        menu: menu(local),
        footer: footer(local),
        search: local.context.map.has_search().then(|| local.href(Subject::Search)),
        open_search: local
            .context
            .map
            .has_search()
            .then(|| local.context.map.signpost_path(&Signpost::OpenSearch(local.edition.lang.clone()))),
        publisher: Some(Link { href: publisher.url.clone(), ..Link::unlinked(local.typeset(&publisher.name)) }),
        licence: site
            .licence
            .as_ref()
            .map(|licence| Link { href: licence.url.clone(), ..Link::unlinked(&*licence.name) }),
    }
}

fn menu(local: Local<'_, '_>) -> Vec<MenuItem> {
    let method = local.page_about("method").map(|entry| Subject::Text(entry.id.clone()));
    let entries = [
        (Section::Claims, "menu_claims", Some(Subject::Claims(ClaimList::All, Leaf::Newest))),
        (Section::Coverage, "menu_coverage", local.featured().map(|id| Subject::Coverage(id.clone()))),
        (Section::Events, "menu_events", Some(Subject::Events(Leaf::Newest))),
        (Section::Sources, "menu_sources", Some(Subject::Sources)),
        (Section::Corrections, "menu_corrections", Some(Subject::Corrections(Leaf::Newest))),
        (Section::Method, "menu_method", Some(method.unwrap_or(Subject::Verdicts))),
    ];
    let item = |(section, words, subject): (Section, &str, Option<Subject>)| {
        Some(MenuItem { section, text: local.say(words), href: local.href(subject?) })
    };
    entries.into_iter().filter_map(item).collect()
}

fn footer(local: Local<'_, '_>) -> Vec<LinkGroup> {
    let explore = [
        ("timeline", Subject::Timeline(Leaf::Newest)),
        ("documents", Subject::Documents(Leaf::Newest)),
        ("places", Subject::Places),
        ("verdicts", Subject::Verdicts),
        ("transparency", Subject::Transparency),
    ];
    let explore = explore.map(|(words, subject)| Link::to(local.say(words), local.href(subject)));
    let policy = local.pages().into_iter();
    let policy = policy.map(|entry| Link::to(local.page_title(entry), local.href(Subject::Text(entry.id.clone()))));
    let follow = [
        ("feed_atom", FeedOf::Checks, FeedFormat::Atom),
        ("feed_json", FeedOf::Checks, FeedFormat::Json),
        ("feed_corrections", FeedOf::Corrections, FeedFormat::Atom),
    ];
    let follow = follow.map(|(words, of, format)| Link::to(local.say(words), local.feed_href(of, format)));
    let groups = [
        ("footer_explore", explore.to_vec()),
        ("footer_follow", follow.to_vec()),
        ("footer_policy", policy.collect()),
        ("footer_contact", local.contact(None).into_iter().collect()),
    ];
    let group = |(label, links): (&str, Vec<Link>)| LinkGroup { label: local.say(label), links };
    groups.into_iter().map(group).filter(|group| !group.links.is_empty()).collect()
}

/// What differs from page to page.
pub(super) fn frame(local: Local<'_, '_>, route: &Route, body: &Body) -> Frame {
    let map = &local.context.map;
    let (title, description) = headline(body);
    let findable = !matches!(route.subject, Subject::NotFound | Subject::Embed(_));
    // A card is a copy of what the page of its claim says.
    let canonical = match &route.subject {
        Subject::NotFound => None,
        Subject::Embed(id) => Some(local.url(Subject::Claim(id.clone()))),
        _ => Some(map.url(route)),
    };
    let alternate = |lang: &crate::text::Lang| {
        let route = Route { lang: lang.clone(), subject: route.subject.clone() };
        let there = local.context.local(lang);
        Alternate {
            lang: lang.to_string(),
            dir: Direction::of(lang.as_str()),
            name: there.say("language_name"),
            href: map.path(&route),
            canonical: map.url(&route),
        }
    };
    let others = map.languages().iter().filter(|lang| findable && **lang != route.lang);
    let draft = |id| local.corpus().claims.get(id).is_some_and(|entry| entry.record.draft);
    Frame {
        lang: local.lang().to_owned(),
        href: map.path(route),
        canonical,
        title: title.map(str::to_owned),
        description: description.filter(|text| !text.is_empty()).map(str::to_owned),
        section: section(local, &route.subject),
        breadcrumbs: breadcrumbs(local, &route.subject),
        alternates: others.map(alternate).collect(),
        feeds: feeds(local, &route.subject),
        oembed: match &route.subject {
            Subject::Claim(id) => map.has_embed(id).then(|| map.oembed_url(&route.lang, id)),
            _ => None,
        },
        draft: matches!(&route.subject, Subject::Claim(id) if draft(id)),
    }
}

/// The feeds of what a page shows, then those of all checks.
fn feeds(local: Local<'_, '_>, subject: &Subject) -> Vec<FeedLink> {
    let own = match subject {
        Subject::Verdict(id) | Subject::Claims(ClaimList::Verdict(id), _) => Some(FeedOf::Verdict(id.clone())),
        Subject::Source(id) | Subject::Claims(ClaimList::Made(id), _) => Some(FeedOf::Source(id.clone())),
        Subject::Corrections(_) => Some(FeedOf::Corrections),
        _ => None,
    };
    let own = own.filter(|of| local.context.map.has_feed(of));
    let each =
        own.into_iter().chain([FeedOf::Checks]).flat_map(|of| FeedFormat::ALL.map(|format| (of.clone(), format)));
    each.map(|(of, format)| FeedLink {
        title: local.feed_title(&of),
        media_type: format.media_type().to_owned(),
        href: local.feed_href(of, format),
    })
    .collect()
}

/// The name of a page and what it says in a sentence.
fn headline(body: &Body) -> (Option<&str>, Option<&str>) {
    let (title, description): (&str, Option<&str>) = match body {
        Body::Home(page) => return (None, Some(&page.question)),
        Body::Coverage(page) => (&page.title, Some(&page.sentence)),
        Body::Claim(page) => (&page.title, Some(&page.claim)),
        Body::Embed(page) => (&page.title, page.claim.as_deref()),
        Body::Source(page) => (&page.name, Some(&page.sentence)),
        Body::Document(page) => (&page.title.text, Some(&page.sentence)),
        Body::Event(page) => (&page.name, Some(&page.sentence)),
        Body::Place(page) => (&page.name, Some(&page.sentence)),
        Body::Verdict(page) => (&page.verdict.label, Some(&page.description)),
        Body::Text(page) => (&page.title, page.summary.as_deref()),
        Body::List(page) => (&page.title, page.sentence.as_deref()),
        Body::Index(page) => (&page.title, page.sentence.as_deref()),
        Body::Timeline(page) => (&page.title, page.sentence.as_deref()),
        Body::Corrections(page) => (&page.title, page.sentence.as_deref()),
        Body::Transparency(page) => (&page.title, Some(&page.sentence)),
        Body::Search(page) => (&page.title, Some(&page.sentence)),
        Body::NotFound(page) => (&page.title, None),
    };
    (Some(title), description)
}

fn section(local: Local<'_, '_>, subject: &Subject) -> Option<Section> {
    let about = |word, id: &PageId| local.page_about(word).is_some_and(|entry| entry.id == *id);
    let section = match subject {
        Subject::Home | Subject::Search | Subject::NotFound | Subject::Embed(_) => return None,
        Subject::Claim(_) | Subject::Claims(..) => Section::Claims,
        // The menu leads to one document alone; the others stand under it no more than places do under events.
        Subject::Coverage(id) | Subject::Document(id) if local.featured() == Some(id) => Section::Coverage,
        Subject::Coverage(_) | Subject::Document(_) | Subject::Documents(_) => return None,
        Subject::Event(_) | Subject::Events(_) | Subject::Timeline(_) => Section::Events,
        Subject::Place(_) | Subject::Places => return None,
        Subject::Source(_) | Subject::Sources => Section::Sources,
        Subject::Corrections(_) => Section::Corrections,
        Subject::Verdict(_) | Subject::Verdicts | Subject::Transparency => Section::Method,
        Subject::Text(id) if about("correction", id) => Section::Corrections,
        Subject::Text(id) if about("method", id) => Section::Method,
        Subject::Text(_) => return None,
    };
    Some(section)
}

fn breadcrumbs(local: Local<'_, '_>, subject: &Subject) -> Vec<Link> {
    let link = |words: &str, subject| Link::to(local.say(words), local.href(subject));
    let mut crumbs = vec![link("home", Subject::Home)];
    match subject {
        Subject::Home | Subject::Embed(_) => crumbs.clear(),
        Subject::Claim(_) => crumbs.push(link("menu_claims", Subject::Claims(ClaimList::All, Leaf::Newest))),
        Subject::Source(_) => crumbs.push(link("sources", Subject::Sources)),
        Subject::Document(_) => crumbs.push(link("documents", Subject::Documents(Leaf::Newest))),
        Subject::Coverage(id) => {
            crumbs.push(link("documents", Subject::Documents(Leaf::Newest)));
            crumbs.push(local.document_link(id));
        }
        Subject::Event(_) => crumbs.push(link("events", Subject::Events(Leaf::Newest))),
        Subject::Place(id) => {
            crumbs.push(link("places", Subject::Places));
            crumbs.extend(local.around(id).iter().rev().map(|id| local.place_link(id)));
        }
        Subject::Verdict(_) => crumbs.push(link("verdicts", Subject::Verdicts)),
        Subject::Claims(list, leaf) => {
            crumbs.extend(list.about().into_iter().flat_map(|about| breadcrumbs(local, &about).into_iter().skip(1)));
            crumbs.extend(local.subject_link(list));
            if let Leaf::Numbered(_) = leaf {
                let newest = Subject::Claims(list.clone(), Leaf::Newest);
                crumbs.push(Link::to(local.list_title(list), local.href(newest)));
            }
        }
        Subject::Text(_)
        | Subject::Sources
        | Subject::Documents(_)
        | Subject::Events(_)
        | Subject::Places
        | Subject::Verdicts
        | Subject::Timeline(_)
        | Subject::Corrections(_)
        | Subject::Transparency
        | Subject::Search
        | Subject::NotFound => {}
    }
    crumbs
}

impl<'c, 'a> Local<'c, 'a> {
    /// The document that the menu leads to, paragraph by paragraph.
    pub fn featured(self) -> Option<&'c DocumentId> {
        let corpus = self.corpus();
        corpus.site.featured.as_ref().filter(|id| self.context.map.has_coverage(id))
    }

    /// The pages of the desk's own in their order.
    pub fn pages(self) -> Vec<&'c Entry<Page>> {
        let mut pages: Vec<_> = self.corpus().pages.iter().collect();
        pages.sort_by_key(|entry| (entry.record.order.is_none(), entry.record.order));
        pages
    }

    /// The first page whose id begins with a word: `methodologie` and `methodology` are about `method`.
    pub fn page_about(self, word: &str) -> Option<&'c Entry<Page>> {
        self.pages().into_iter().find(|entry| entry.id.as_str().starts_with(word))
    }

    /// The title of a page of the desk's own.
    pub fn page_title(self, entry: &Entry<Page>) -> String {
        let translated = self.translated(entry).and_then(|translated| translated.texts.title.as_ref());
        self.typeset(translated.unwrap_or(&entry.record.title))
    }

    /// The address of a feed in the language of the page.
    pub fn feed_href(self, of: FeedOf, format: FeedFormat) -> String {
        let feed = Feed::newest(self.edition.lang, of);
        self.context.map.signpost_path(&Signpost::Feed(feed, format))
    }

    /// The way to write to the desk, with a subject if it is mail.
    pub fn contact(self, subject: Option<&str>) -> Option<Link> {
        let contact = self.corpus().site.contact.as_ref()?;
        let mail = contact.email.as_ref().map(|address| match subject {
            Some(subject) => format!("mailto:{address}?subject={}", percent_encoded(subject)),
            None => format!("mailto:{address}"),
        });
        Some(Link::to(self.say("contact"), mail.or_else(|| contact.url.clone())?))
    }
}

/// Text as the query of an address.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
