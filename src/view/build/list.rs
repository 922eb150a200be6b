//! Lists of claims: whole pages of them, and the first rows inside other pages.

use super::context::Rows;
use super::local::Local;
use crate::model::VerdictId;
use crate::site::{ClaimList, Leaf, Paging, Subject};
use crate::view::{Facet, FacetLink, Link, ListPage, Listing, Pager};

/// Rows on the page of what a list is about, once the list has pages of its own.
const FIRST_ROWS: usize = Paging::ROWS / 2;

/// Entries of one way to narrow the list of all claims.
const FACET_LINKS: usize = 20;

/// One page of a list; none if the list has no such page.
pub(super) fn page(local: Local<'_, '_>, rows: &Rows<'_>, list: &ClaimList, leaf: Leaf) -> Option<ListPage> {
    let map = &local.context.map;
    let paging = map.paging(list);
    let range = paging.rows(leaf)?;
    let claims = map.claims(list);
    let pager = self::pager(local, paging, leaf, |leaf| Subject::Claims(list.clone(), leaf));
    let title = local.list_title(list);
    let (title, sentence) = match leaf {
        Leaf::Newest => (title, local.count("n_claims", claims.len())),
        Leaf::Numbered(number) => {
            // Counted from the oldest, so that the sentence stays true as the list grows.
            let from = (number as usize - 1) * Paging::ROWS + 1;
            let to = from + range.len() - 1;
            let page = [("title", (&title).into()), ("page", (number as usize).into())];
            (
                local.say_with("list_page", &page),
                local.say_with("list_range", &[("from", from.into()), ("to", to.into())]),
            )
        }
    };
    let verdict = match list {
        ClaimList::Verdict(id) => Some(local.verdict(id)),
        _ => None,
    };
    let narrow = *list == ClaimList::All && leaf == Leaf::Newest;
    Some(ListPage {
        title,
        sentence: Some(sentence),
        subject: local.subject_link(list),
        verdict,
        rows: claims[range].iter().map(|&claim| rows.get(local, claim)).collect(),
        pager,
        facets: if narrow { facets(local) } else { Vec::new() },
    })
}

/// The claims of a list inside another page: all, or the newest and the way to the list.
pub(super) fn listing(local: Local<'_, '_>, rows: &Rows<'_>, list: &ClaimList) -> Listing {
    let map = &local.context.map;
    let claims = map.claims(list);
    let (shown, more) = if map.has_list(list) {
        let words = local.count("more_claims", claims.len());
        let href = local.href(Subject::Claims(list.clone(), Leaf::Newest));
        (&claims[..FIRST_ROWS], Some(Link::to(words, href)))
    } else {
        (claims, None)
    };
    Listing { rows: shown.iter().map(|&claim| rows.get(local, claim)).collect(), more }
}

/// The neighbours of a page; none if the list has only one.
pub(super) fn pager(
    local: Local<'_, '_>,
    paging: Paging,
    leaf: Leaf,
    subject: impl Fn(Leaf) -> Subject,
) -> Option<Pager> {
    if paging.numbered() == 0 {
        return None;
    }
    let href = |leaf: Leaf| local.href(subject(leaf));
    Some(Pager {
        newer: paging.newer(leaf).map(href),
        older: paging.older(leaf).map(href),
        newest: (leaf != Leaf::Newest).then(|| href(Leaf::Newest)),
        oldest: (leaf != Leaf::Numbered(1)).then(|| href(Leaf::Numbered(1))),
    })
}

fn facets(local: Local<'_, '_>) -> Vec<Facet> {
    let corpus = local.corpus();
    let scale = corpus.site.verdicts.iter().map(|(id, _)| ClaimList::Verdict(id.clone()));
    let sources = corpus.sources.iter().map(|entry| ClaimList::Made(entry.id.clone()));
    let places = corpus.places.iter().map(|entry| ClaimList::Place(entry.id.clone()));
    let events = corpus.events.iter().map(|entry| ClaimList::Event(entry.id.clone()));
    let facets = [
        facet(local, "facet_verdict", scale.collect(), false),
        facet(local, "facet_source", sources.collect(), true),
        facet(local, "facet_place", places.collect(), true),
        facet(local, "facet_event", events.collect(), true),
    ];
    facets.into_iter().filter(|facet| !facet.links.is_empty()).collect()
}

fn facet(local: Local<'_, '_>, label: &str, lists: Vec<ClaimList>, longest_first: bool) -> Facet {
    let map = &local.context.map;
    let counted = lists.into_iter().map(|list| (map.claims(&list).len(), list));
    let mut counted: Vec<(usize, ClaimList)> = counted.filter(|(count, _)| *count > 0).collect();
    if longest_first {
        counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    }
    let link = |(count, list): (usize, ClaimList)| {
        // Private persons have claims and no list.
        let subject = map.list_page(&list)?;
        let about = local.subject_link(&list)?;
        let verdict = match &list {
            ClaimList::Verdict(id) => Some(local.verdict(id)),
            _ => None,
        };
        let link = Link { href: Some(local.href(subject)), ..about };
        Some(FacetLink { link, verdict, count: Some(local.words().number(count)) })
    };
    let links = counted.into_iter().filter_map(link).take(FACET_LINKS).collect();
    Facet { label: local.say(label), links }
}

impl Local<'_, '_> {
    /// A list by its name.
    pub fn list_title(self, list: &ClaimList) -> String {
        let key = match list {
            ClaimList::All => return self.say("list_all"),
            ClaimList::Verdict(_) => "list_of_verdict",
            ClaimList::Made(_) => "list_of_source",
            ClaimList::Relayed(_) => "list_relayed",
            ClaimList::Supported(_) => "list_supported",
            ClaimList::Undermined(_) => "list_undermined",
            ClaimList::Carried(_) => "list_carried",
            ClaimList::Citing(_) => "list_citing",
            ClaimList::Event(_) => "list_of_event",
            ClaimList::Place(_) => "list_of_place",
        };
        let name = self.subject_link(list).map(|link| link.text).unwrap_or_default();
        self.say_with(key, &[("name", (&name).into())])
    }

    /// What a list is about, by its name; none for the list of all.
    pub fn subject_link(self, list: &ClaimList) -> Option<Link> {
        let link = match list {
            ClaimList::All => return None,
            ClaimList::Verdict(id) => self.verdict_link(id),
            ClaimList::Made(id) | ClaimList::Relayed(id) | ClaimList::Supported(id) | ClaimList::Undermined(id) => {
                self.source_link(id)
            }
            ClaimList::Carried(id) | ClaimList::Citing(id) => self.document_link(id),
            ClaimList::Event(id) => self.event_link(id),
            ClaimList::Place(id) => self.place_link(id),
        };
        Some(link)
    }

    fn verdict_link(self, id: &VerdictId) -> Link {
        let verdict = self.verdict(id);
        Link::to(verdict.label, verdict.href)
    }
}
