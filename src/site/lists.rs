//! Every list of claims, in the order in which readers see it.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::route::ClaimList;
use crate::corpus::{Corpus, Record, Table};
use crate::model::ClaimId;

/// Every list of claims as positions in the table of claims, the newest first.
#[derive(Debug)]
pub struct Lists {
    all: Vec<usize>,
    verdicts: Vec<Vec<usize>>,
    made: Vec<Vec<usize>>,
    relayed: Vec<Vec<usize>>,
    supported: Vec<Vec<usize>>,
    undermined: Vec<Vec<usize>>,
    carried: Vec<Vec<usize>>,
    citing: Vec<Vec<usize>>,
    events: Vec<Vec<usize>>,
    places: Vec<Vec<usize>>,
}

impl Lists {
    /// The lists of a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        let claims = corpus.claims.as_slice();
        let mut all: Vec<usize> = (0..claims.len()).collect();
        // The table is in the order of ids, so a stable sort leaves equal days in that order reversed.
        // A draft has no day yet and stands before all others.
        all.sort_by_key(|&at| {
            let published = claims[at].record.published;
            Reverse((published.is_none(), published, at))
        });
        let mut rank = vec![0; claims.len()];
        for (place, &at) in all.iter().enumerate() {
            rank[at] = place;
        }
        let verdict_of = |at: usize| {
            let verdict = &claims[at].record.verdict;
            corpus.site.verdicts.iter().position(|(id, _)| id == verdict)
        };
        let mut verdicts = vec![Vec::new(); corpus.site.verdicts.iter().count()];
        for &at in &all {
            if let Some(verdict) = verdict_of(at) {
                verdicts[verdict].push(at);
            }
        }
        let sorted = |ids: &mut dyn Iterator<Item = &ClaimId>| {
            let mut list: Vec<usize> = ids.filter_map(|id| corpus.claims.position(id)).collect();
            list.sort_by_key(|&at| rank[at]);
            list
        };
        let links = &corpus.backlinks;
        Self {
            made: each(&corpus.sources, |at| sorted(&mut links.source(at).made.iter())),
            relayed: each(&corpus.sources, |at| sorted(&mut links.source(at).relayed.iter())),
            supported: each(&corpus.sources, |at| sorted(&mut links.source(at).supports.iter())),
            undermined: each(&corpus.sources, |at| sorted(&mut links.source(at).undermines.iter())),
            carried: each(&corpus.documents, |at| sorted(&mut links.document(at).carries.iter())),
            citing: each(&corpus.documents, |at| sorted(&mut links.document(at).cited_by.iter())),
            events: each(&corpus.events, |at| sorted(&mut links.event(at).claims.iter())),
            places: each(&corpus.places, |at| sorted(&mut links.place(at).claims.iter())),
            verdicts,
            all,
        }
    }

    /// The claims of a list, the newest first; none where the corpus has no such record.
    pub fn of(&self, corpus: &Corpus, list: &ClaimList) -> &[usize] {
        let of = |lists: &'_ [Vec<usize>], at: Option<usize>| at.filter(|&at| at < lists.len());
        let (lists, at) = match list {
            ClaimList::All => return &self.all,
            ClaimList::Verdict(id) => (&self.verdicts, corpus.site.verdicts.iter().position(|(key, _)| key == id)),
            ClaimList::Made(id) => (&self.made, corpus.sources.position(id)),
            ClaimList::Relayed(id) => (&self.relayed, corpus.sources.position(id)),
            ClaimList::Supported(id) => (&self.supported, corpus.sources.position(id)),
            ClaimList::Undermined(id) => (&self.undermined, corpus.sources.position(id)),
            ClaimList::Carried(id) => (&self.carried, corpus.documents.position(id)),
            ClaimList::Citing(id) => (&self.citing, corpus.documents.position(id)),
            ClaimList::Event(id) => (&self.events, corpus.events.position(id)),
            ClaimList::Place(id) => (&self.places, corpus.places.position(id)),
        };
        of(lists, at).map_or(&[], |at| &lists[at])
    }
}

fn each<R: Record>(table: &Table<R>, list: impl Fn(usize) -> Vec<usize> + Sync + Send) -> Vec<Vec<usize>> {
    (0..table.len()).into_par_iter().map(list).collect()
}
