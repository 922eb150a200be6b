//! What is listed by date.

use std::cmp::Reverse;

use crate::corpus::{Corpus, Record, Table};
use crate::model::RevisionType;
use crate::text::PartialDate;

/// Records, moments and changes, the newest first; what has no date stands last.
#[derive(Debug)]
pub struct Chronicle {
    /// Positions of documents.
    pub documents: Vec<usize>,
    /// Positions of events.
    pub events: Vec<usize>,
    /// The lines of the timeline.
    pub moments: Vec<Moment>,
    /// Changes after publication that are not typos.
    pub changes: Vec<Change>,
}

/// A line of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub date: Option<PartialDate>,
    /// What.
    pub what: What,
}

/// What a line of the timeline is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// An event, by its position.
    Event(usize),
    /// A claim about something at a date of its own, by its position.
    Claim(usize),
}

/// A change after publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The claim, by its position.
    pub claim: usize,
    /// Which of its revisions.
    pub revision: usize,
}

impl Chronicle {
    /// The chronicle of a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        let claims = corpus.claims.as_slice();
        let mut changes: Vec<(PartialDate, Change)> = Vec::new();
        for (claim, entry) in claims.iter().enumerate() {
            for (revision, change) in entry.record.revisions.iter().enumerate() {
                if change.kind != RevisionType::Typo {
                    changes.push((change.date, Change { claim, revision }));
                }
            }
        }
        changes.sort_by_key(|(date, change)| Reverse((*date, change.claim, change.revision)));
        Self {
            documents: newest(&corpus.documents, |document| document.date),
            events: newest(&corpus.events, |event| event.from.or(event.to)),
            moments: moments(corpus),
            changes: changes.into_iter().map(|(_, change)| change).collect(),
        }
    }
}

fn newest<R: Record>(table: &Table<R>, date: impl Fn(&R) -> Option<PartialDate>) -> Vec<usize> {
    let entries = table.as_slice();
    let mut positions: Vec<usize> = (0..entries.len()).collect();
    positions.sort_by_key(|&at| Reverse((date(&entries[at].record), at)));
    positions
}

fn moments(corpus: &Corpus) -> Vec<Moment> {
    let events = corpus.events.iter().enumerate();
    let events = events.map(|(at, entry)| Moment { date: entry.record.from, what: What::Event(at) });
    // A claim stands with its event unless it names another day.
    let claims = corpus.claims.iter().enumerate().filter_map(|(at, entry)| {
        let date = entry.record.date?;
        let event = entry.record.event.as_ref().and_then(|event| corpus.events.get(event));
        let same = event.is_some_and(|event| event.record.from == Some(date));
        (!same).then_some(Moment { date: Some(date), what: What::Claim(at) })
    });
    let mut moments: Vec<Moment> = events.chain(claims).collect();
    moments.sort_by_key(|moment| Reverse((moment.date, moment.what)));
    moments
}
