//! Every list of claims, in the order in which readers see it.

use std::cmp::Reverse;
use std::sync::OnceLock;

use super::route::ClaimList;
use crate::corpus::{Corpus, Read, Sorted, reads};
use crate::model::{ClaimId, RecordKind};

/// Every list of claims as positions in the table of claims, the newest first.
///
/// Those of a record are put in order when they are first asked for: a preview shows few of them between two changes.
#[derive(Debug)]
pub struct Lists {
    all: Vec<usize>,
    /// By position in the table of claims, the place in `all`.
    rank: Vec<usize>,
    verdicts: Vec<Vec<usize>>,
    made: PerRecord,
    relayed: PerRecord,
    supported: PerRecord,
    undermined: PerRecord,
    carried: PerRecord,
    citing: PerRecord,
    events: PerRecord,
    places: PerRecord,
}

/// Lists by the position of the record that they are about.
type PerRecord = Vec<OnceLock<Vec<usize>>>;

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
        let empty = |records: usize| vec![OnceLock::new(); records];
        let (sources, documents) = (corpus.sources.len(), corpus.documents.len());
        Self {
            made: empty(sources),
            relayed: empty(sources),
            supported: empty(sources),
            undermined: empty(sources),
            carried: empty(documents),
            citing: empty(documents),
            events: empty(corpus.events.len()),
            places: empty(corpus.places.len()),
            verdicts,
            rank,
            all,
        }
    }

    /// The claims of a list, the newest first; none where the corpus has no such record.
    pub fn of<'s>(&'s self, corpus: &'s Corpus, list: &ClaimList) -> &'s [usize] {
        match read(corpus, list) {
            Some(read) => reads::note(|| read),
            // What it would be about is not there, and that was noted.
            None => return &[],
        }
        let links = &corpus.backlinks;
        let sorted =
            |lists: &'s [OnceLock<Vec<usize>>], at: Option<usize>, ids: &dyn Fn(usize) -> &'s Sorted<ClaimId>| {
                let list = at.and_then(|at| Some((at, lists.get(at)?)));
                list.map_or(&[][..], |(at, list)| list.get_or_init(|| self.newest_first(corpus, ids(at))))
            };
        let (sources, documents) = (&corpus.sources, &corpus.documents);
        match list {
            ClaimList::All => &self.all,
            ClaimList::Verdict(id) => {
                let at = corpus.site.verdicts.iter().position(|(key, _)| key == id);
                at.and_then(|at| self.verdicts.get(at)).map_or(&[], Vec::as_slice)
            }
            ClaimList::Made(id) => sorted(&self.made, sources.position(id), &|at| &links.source(at).made),
            ClaimList::Relayed(id) => sorted(&self.relayed, sources.position(id), &|at| &links.source(at).relayed),
            ClaimList::Supported(id) => sorted(&self.supported, sources.position(id), &|at| &links.source(at).supports),
            ClaimList::Undermined(id) => {
                sorted(&self.undermined, sources.position(id), &|at| &links.source(at).undermines)
            }
            ClaimList::Carried(id) => sorted(&self.carried, documents.position(id), &|at| &links.document(at).carries),
            ClaimList::Citing(id) => sorted(&self.citing, documents.position(id), &|at| &links.document(at).cited_by),
            ClaimList::Event(id) => sorted(&self.events, corpus.events.position(id), &|at| &links.event(at).claims),
            ClaimList::Place(id) => sorted(&self.places, corpus.places.position(id), &|at| &links.place(at).claims),
        }
    }

    /// Every list, with how it is noted that it was read.
    pub fn each<'s>(&'s self, corpus: &'s Corpus) -> impl Iterator<Item = (Read, &'s [usize])> {
        let of_source = [ClaimList::Made, ClaimList::Relayed, ClaimList::Supported, ClaimList::Undermined];
        let of_document = [ClaimList::Carried, ClaimList::Citing];
        let sources = corpus.sources.iter().flat_map(move |entry| of_source.map(|list| list(entry.id.clone())));
        let documents = corpus.documents.iter().flat_map(move |entry| of_document.map(|list| list(entry.id.clone())));
        let events = corpus.events.iter().map(|entry| ClaimList::Event(entry.id.clone()));
        let places = corpus.places.iter().map(|entry| ClaimList::Place(entry.id.clone()));
        let verdicts = corpus.site.verdicts.iter().map(|(id, _)| ClaimList::Verdict(id.clone()));
        let lists = std::iter::once(ClaimList::All).chain(verdicts);
        let lists = lists.chain(sources).chain(documents).chain(events).chain(places);
        lists.filter_map(|list| Some((read(corpus, &list)?, self.of(corpus, &list))))
    }

    fn newest_first(&self, corpus: &Corpus, ids: &[ClaimId]) -> Vec<usize> {
        let mut list: Vec<usize> = ids.iter().filter_map(|id| corpus.claims.position(id)).collect();
        list.sort_by_key(|&at| self.rank[at]);
        list
    }
}

/// How it is noted that a list was read; none for one about something that is not there.
fn read(corpus: &Corpus, list: &ClaimList) -> Option<Read> {
    let (kind, number, at) = match list {
        ClaimList::All => (RecordKind::Claim, 0, Some(0)),
        ClaimList::Verdict(id) => {
            (RecordKind::Claim, 1, corpus.site.verdicts.iter().position(|(verdict, _)| verdict == id))
        }
        ClaimList::Made(id) => (RecordKind::Source, 0, corpus.sources.position(id)),
        ClaimList::Relayed(id) => (RecordKind::Source, 1, corpus.sources.position(id)),
        ClaimList::Supported(id) => (RecordKind::Source, 2, corpus.sources.position(id)),
        ClaimList::Undermined(id) => (RecordKind::Source, 3, corpus.sources.position(id)),
        ClaimList::Carried(id) => (RecordKind::Document, 0, corpus.documents.position(id)),
        ClaimList::Citing(id) => (RecordKind::Document, 1, corpus.documents.position(id)),
        ClaimList::Event(id) => (RecordKind::Event, 0, corpus.events.position(id)),
        ClaimList::Place(id) => (RecordKind::Place, 0, corpus.places.position(id)),
    };
    Some(Read::List(kind, number, reads::position(at?)))
}
