//! What each page says to machines in its head.

mod claim_review;
mod media_review;
mod party;
mod publisher;
mod work;

pub(super) use claim_review::review;
pub(super) use party::{id as source_id, kind as party_kind};
pub(super) use publisher::{author, id as publisher_id, url as publisher_url};
pub(super) use work::id as document_id;

use super::dataset;
use super::local::Local;
use crate::model::PageShows;
use crate::site::{ClaimList, Route, Subject};
use crate::text::PartialDate;
use crate::view::{BreadcrumbList, Frame, ItemList, ListItem, NodeId, Structured, Thing};

/// The blocks of a page; what it is about first, the way there last. A card leaves them to the page of its claim.
pub(super) fn blocks(local: Local<'_, '_>, route: &Route, frame: &Frame) -> Vec<Structured> {
    let things = match &route.subject {
        Subject::Claim(id) => {
            let entry = local.corpus().claims.get(id);
            let review = entry.and_then(|entry| Some((entry, claim_review::review(local, entry)?)));
            let media = review.as_ref().and_then(|(entry, review)| media_review::review(local, entry, review));
            let review = review.map(|(_, review)| Thing::ClaimReview(Box::new(review)));
            review.into_iter().chain(media.map(|media| Thing::MediaReview(Box::new(media)))).collect()
        }
        Subject::Home => {
            let publisher = publisher::organization(local);
            vec![Thing::WebSite(publisher::web_site(local)), Thing::Publisher(Box::new(publisher))]
        }
        Subject::Claims(list, leaf) => {
            let rows = local.context.map.paging(list).rows(*leaf).unwrap_or_default();
            items(local, frame, &local.context.map.claims(list)[rows]).into_iter().collect()
        }
        Subject::Coverage(id) => {
            items(local, frame, local.context.map.claims(&ClaimList::Carried(id.clone()))).into_iter().collect()
        }
        Subject::Text(id) => {
            let shows = local.corpus().pages.get(id).and_then(|entry| local.shown_on(&entry.record));
            let data = shows.map(|PageShows::DataFiles| dataset::description(local, route.subject.clone()));
            data.map(|data| Thing::Dataset(Box::new(data))).into_iter().collect()
        }
        Subject::Embed(_) => return Vec::new(),
        Subject::Source(_)
        | Subject::Document(_)
        | Subject::Event(_)
        | Subject::Place(_)
        | Subject::Verdict(_)
        | Subject::Sources
        | Subject::Documents(_)
        | Subject::Events(_)
        | Subject::Places
        | Subject::Verdicts
        | Subject::Timeline(_)
        | Subject::Corrections(_)
        | Subject::Transparency
        | Subject::Search
        | Subject::NotFound => Vec::new(),
    };
    things.into_iter().chain(breadcrumbs(local, frame)).map(Structured::of).collect()
}

/// Claims of a list, by their positions in the table; none where the list is empty.
fn items(local: Local<'_, '_>, frame: &Frame, claims: &[usize]) -> Option<Thing> {
    let item = |(position, &at): (usize, &usize)| {
        let entry = local.corpus().claims.at(at);
        ListItem {
            kind: "ListItem",
            position,
            name: local.claim_title(entry),
            item: None,
            url: Some(local.url(Subject::Claim(entry.id.clone()))),
        }
    };
    (!claims.is_empty()).then(|| {
        Thing::ItemList(ItemList {
            kind: "ItemList",
            url: frame.canonical.clone().unwrap_or_default(),
            name: frame.title.clone().unwrap_or_default(),
            items: (1..).zip(claims).map(item).collect(),
        })
    })
}

/// The way to a page that can be found; the first page has none.
fn breadcrumbs(local: Local<'_, '_>, frame: &Frame) -> Option<Thing> {
    let (url, title) = (frame.canonical.as_ref()?, frame.title.as_ref()?);
    let above = frame.breadcrumbs.iter().filter_map(|crumb| Some((&crumb.text, crumb.href.as_ref()?)));
    let above = above.map(|(text, href)| (text.clone(), local.context.map.on_host(href)));
    let way = above.chain(std::iter::once((title.clone(), url.clone())));
    let item = |(position, (name, url))| ListItem {
        kind: "ListItem",
        position,
        name,
        item: Some(NodeId { id: url }),
        url: None,
    };
    Some(Thing::Breadcrumbs(BreadcrumbList { kind: "BreadcrumbList", items: (1..).zip(way).map(item).collect() }))
}

/// A date that is known to the day; a month or a year is no date for the consumers of JSON-LD.
fn day(date: Option<PartialDate>) -> Option<String> {
    date.filter(|date| matches!(date, PartialDate::Day(_))).map(|date| date.to_string())
}
