//! What happened, day by day.

use super::index::numbered;
use super::list::pager;
use super::local::Local;
use crate::corpus::Entry;
use crate::model::Event;
use crate::site::{ClaimList, Leaf, Moment, Subject, What};
use crate::view::{ClaimLink, Link, Shared, TimelineDay, TimelineEntry, TimelinePage};

/// Claims named with an event of the timeline.
const CLAIMS: usize = 12;

/// A page of the timeline, the oldest day first; none if there is no such page.
pub(super) fn page(local: Local<'_, '_>, leaf: Leaf) -> Option<TimelinePage> {
    let map = &local.context.map;
    let paging = map.timeline_paging();
    let moments = &map.moments()[paging.rows(leaf)?];
    let (dated, undated): (Vec<&Moment>, Vec<&Moment>) = moments.iter().rev().partition(|moment| moment.date.is_some());
    let mut days: Vec<TimelineDay> = Vec::new();
    for moment in dated.into_iter().chain(undated) {
        let date = moment.date.map(|date| local.date(date));
        let entry = entry(local, moment);
        match days.last_mut().filter(|day| day.date == date) {
            Some(day) => day.entries.push(entry),
            None => days.push(TimelineDay { date, entries: vec![entry] }),
        }
    }
    Some(TimelinePage {
        title: numbered(local, local.say("timeline"), leaf),
        sentence: Some(local.say("timeline_sentence")),
        days,
        pager: pager(local, paging, leaf, Subject::Timeline),
    })
}

fn entry(local: Local<'_, '_>, moment: &Moment) -> TimelineEntry {
    match moment.what {
        What::Event(at) => {
            let entry = &local.corpus().events.as_slice()[at];
            let event = &entry.record;
            TimelineEntry {
                link: local.event_link(&entry.id),
                kind: Some(local.say_word("event_kind", event.kind.word())),
                hour: None,
                until: event.to.filter(|to| event.from != Some(*to)).map(|date| local.date(date)),
                claims: same_day_claims(local, entry),
            }
        }
        What::Claim(at) => {
            let ClaimLink { title, href, verdict } = local.claim_link(at).unwrap_or_clone();
            TimelineEntry { link: Link::to(title, href), kind: Some(verdict.label), ..TimelineEntry::default() }
        }
    }
}

/// The claims about an event that name no other day than its own.
fn same_day_claims(local: Local<'_, '_>, event: &Entry<Event>) -> Vec<Shared<ClaimLink>> {
    let claims = local.corpus().claims.as_slice();
    let positions = local.context.map.claims(&ClaimList::Event(event.id.clone())).iter();
    let same = |at: &usize| {
        let date = claims[*at].record.date;
        date.is_none() || date == event.record.from
    };
    positions.copied().filter(same).take(CLAIMS).map(|at| local.claim_link(at)).collect()
}
