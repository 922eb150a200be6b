//! The page of one event.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Rows;
use super::figures;
use super::list::listing;
use super::local::Local;
use super::prose::Prose;
use crate::corpus::Entry;
use crate::model::{ClaimId, DocumentId, Event, EventId};
use crate::site::{ClaimList, Paging};
use crate::text::PartialDate;
use crate::view::{EventLine, EventPage, TimelineDay, TimelineEntry};

/// How many events near this one are named.
const NEAR: usize = 6;

/// The page of one event.
pub(super) fn page(local: Local<'_, '_>, rows: &Rows<'_>, entry: &Entry<Event>) -> EventPage {
    let event = &entry.record;
    let list = ClaimList::Event(entry.id.clone());
    let mut prose = Prose::new(local);
    let body = prose.body(entry);
    let resolution = event.resolution.as_ref().map(|text| prose.short(text));
    let assessment = local.context.shown.assessments().event(local.corpus(), &entry.id);
    EventPage {
        name: local.text(&event.name),
        sentence: event.summary.as_ref().map(|text| local.text(text)).unwrap_or_default(),
        when: local.period(event.from, event.to),
        places: event.places.iter().map(|id| local.place_link(id)).collect(),
        facts: local
            .fact_text("fact_kind", Some(local.say_word("event_kind", event.kind.word())))
            .into_iter()
            .collect(),
        figures: figures::of_event(local, assessment),
        resolution,
        body,
        references: prose.references(),
        timeline: timeline(local, &list),
        tally: local.tally(local.context.map.claims(&list)),
        claims: listing(local, rows, &list),
        near: near(local, entry),
    }
}

/// What was said of an event when, if it was not all on one day.
fn timeline(local: Local<'_, '_>, list: &ClaimList) -> Vec<TimelineDay> {
    let mut days: BTreeMap<PartialDate, BTreeMap<&DocumentId, Vec<&ClaimId>>> = BTreeMap::new();
    let claims = &local.corpus().claims;
    for &at in local.context.map.claims(list).iter().take(Paging::ROWS) {
        let entry = claims.at(at);
        for said in &entry.record.said {
            if let Some(date) = said.date {
                days.entry(date).or_default().entry(&said.document).or_default().push(&entry.id);
            }
        }
    }
    if days.len() < 2 {
        return Vec::new();
    }
    let line = |(document, claims): (&DocumentId, Vec<&ClaimId>)| {
        let kind = local.corpus().documents.get(document).map(|entry| entry.record.kind);
        TimelineEntry {
            link: local.document_link(document),
            kind: kind.map(|kind| local.say_word("document_kind", kind.word())),
            claims: local.claim_links(claims),
            ..TimelineEntry::default()
        }
    };
    let day = |(date, documents): (PartialDate, BTreeMap<&DocumentId, Vec<&ClaimId>>)| TimelineDay {
        date: Some(local.date(date)),
        entries: documents.into_iter().map(line).collect(),
    };
    days.into_iter().map(day).collect()
}

/// Other events at the same places.
fn near(local: Local<'_, '_>, entry: &Entry<Event>) -> Vec<EventLine> {
    let corpus = local.corpus();
    let places = entry.record.places.iter().filter_map(|id| corpus.places.position(id));
    let events: BTreeSet<&EventId> = places.flat_map(|at| &corpus.backlinks.place(at).events).take(NEAR * 4).collect();
    let others = events.into_iter().filter(|id| **id != entry.id);
    others.take(NEAR).filter_map(|id| local.event_line(id)).collect()
}
