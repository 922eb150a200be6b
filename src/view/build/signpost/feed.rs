//! Feeds.

use crate::corpus::Entry;
use crate::model::Claim;
use crate::site::{self, Change, FeedFormat, FeedOf, Leaf, Signpost};
use crate::text::PartialDate;
use crate::view::build::ViewContext;
use crate::view::build::claim::author;
use crate::view::build::local::Local;
use crate::view::build::structured::publisher_url;
use crate::view::{Feed, FeedEntry, FeedLinks, Shared, Tombstone};

/// A page of a feed.
pub(super) fn page(context: &ViewContext<'_>, feed: &site::Feed, format: FeedFormat) -> Feed {
    let local = context.local(&feed.lang);
    let site = &local.corpus().site;
    let rows = context.map.feed_paging(&feed.of).rows(feed.leaf).unwrap_or_default();
    let table = local.corpus().claims.as_slice();
    let (mut entries, mut tombstones) = (Vec::new(), Vec::new());
    match feed.of.claims() {
        Some(list) => {
            for &at in &context.map.claims(&list)[rows] {
                entries.extend(local.edition.feed_entries.get(at, || check(local, &table[at])));
                tombstones.extend(tombstone(local, &table[at]));
            }
        }
        None => entries.extend(context.map.changes()[rows].iter().map(|change| self::change(local, change).into())),
    }
    let times = entries.iter().map(|entry| &entry.updated).chain(tombstones.iter().map(|grave| &grave.when));
    Feed {
        id: context.map.feed_urn(feed),
        lang: local.lang().to_owned(),
        title: local.feed_title(&feed.of),
        subtitle: local.text(&site.description),
        updated: times.max().cloned().unwrap_or_else(|| begun(local)),
        author: local.typeset(&site.publisher.name),
        author_url: publisher_url(local),
        rights: site.licence.as_ref().map(|licence| licence.name.clone()),
        links: links(local, feed, format),
        entries,
        tombstones,
    }
}

fn links(local: Local<'_, '_>, feed: &site::Feed, format: FeedFormat) -> FeedLinks {
    let map = &local.context.map;
    let paging = map.feed_paging(&feed.of);
    let url = |leaf| map.signpost_url(&Signpost::Feed(site::Feed { leaf, ..feed.clone() }, format));
    let several = paging.numbered() > 0;
    let others = map.languages().iter().filter(|lang| **lang != feed.lang);
    FeedLinks {
        own: url(feed.leaf),
        page: local.url(feed.of.subject()),
        translations: others.map(|lang| (lang.to_string(), local.context.local(lang).url(feed.of.subject()))).collect(),
        first: several.then(|| url(Leaf::Newest)),
        last: several.then(|| url(Leaf::Numbered(1))),
        previous: paging.newer(feed.leaf).map(url),
        next: paging.older(feed.leaf).map(url),
    }
}

/// A check that is published and stands.
fn check(local: Local<'_, '_>, entry: &Entry<Claim>) -> Option<Shared<FeedEntry>> {
    let claim = &entry.record;
    let published = claim.published.filter(|_| !claim.draft && !claim.is_retracted())?;
    let verdict = local.verdict(&claim.verdict).label;
    let told = FeedEntry {
        id: local.context.map.claim_urn(&entry.id, local.edition.lang),
        title: local.claim_title(entry),
        url: local.url(site::Subject::Claim(entry.id.clone())),
        published: time(published),
        updated: time(claim.modified().unwrap_or(published)),
        text: local.claim_answer(entry),
        authors: claim.authors.iter().map(|id| author(local, id)).collect(),
        verdict: (claim.verdict.to_string(), verdict),
    };
    Some(told.into())
}

/// What stands in the place of a check that was retracted.
fn tombstone(local: Local<'_, '_>, entry: &Entry<Claim>) -> Option<Tombstone> {
    let retraction =
        entry.record.changes().next_back().filter(|_| entry.record.is_retracted() && !entry.record.draft)?;
    Some(Tombstone {
        id: local.context.map.claim_urn(&entry.id, local.edition.lang),
        when: time(retraction.date),
        comment: local.revision_text(&entry.record, retraction),
    })
}

/// A change of a check, which is published once and never changes itself.
fn change(local: Local<'_, '_>, change: &Change) -> FeedEntry {
    let entry = &local.corpus().claims.as_slice()[change.claim];
    let revision = &entry.record.revisions[change.revision];
    let kind = local.say_word("revision", revision.kind.word());
    let title = local.claim_title(entry);
    FeedEntry {
        id: local.context.map.revision_urn(&entry.id, change.revision, local.edition.lang),
        title: local.say_with("feed_change", &[("kind", (&kind).into()), ("title", (&title).into())]),
        url: local.url(site::Subject::Claim(entry.id.clone())),
        published: time(revision.date),
        updated: time(revision.date),
        text: local.revision_text(&entry.record, revision),
        authors: entry.record.authors.iter().map(|id| author(local, id)).collect(),
        verdict: (entry.record.verdict.to_string(), local.verdict(&entry.record.verdict).label),
    }
}

/// The first publication of the site, for a feed in which there is nothing yet.
fn begun(local: Local<'_, '_>) -> String {
    let published = local.corpus().claims.iter().filter_map(|entry| entry.record.published);
    published.min().map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), time)
}

/// The beginning of the first day that a date can mean.
fn time(date: PartialDate) -> String {
    format!("{}T00:00:00Z", date.first_day())
}

impl Local<'_, '_> {
    /// The name of the site and what a feed tells of.
    pub fn feed_title(self, of: &FeedOf) -> String {
        let name = match of.claims() {
            Some(list) => self.list_title(&list),
            None => self.say("corrections"),
        };
        let site = self.text(&self.corpus().site.title);
        self.say_with("feed_title", &[("site", (&site).into()), ("name", (&name).into())])
    }
}
