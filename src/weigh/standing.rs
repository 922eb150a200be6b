//! Who stands behind every source and which documents are one, worked out once for a corpus.

use std::collections::{BTreeSet, HashMap};

use super::origins::{original, root, voice};
use crate::corpus::{Corpus, Entry};
use crate::model::{DocumentId, Source, SourceId};

/// Alliances are short; a circle of them is one camp.
const LONGEST_ALLIANCE: usize = 32;

/// Who stands behind every source and which documents are one.
#[derive(Debug)]
pub struct Standing<'a> {
    corpus: &'a Corpus,
    heads: HashMap<&'a SourceId, &'a SourceId>,
    /// By head: all parties of the sources that it decides for, and these sources.
    sides: HashMap<&'a SourceId, BTreeSet<&'a SourceId>>,
    /// By head: whether it is a party or belongs to one.
    parties: BTreeSet<&'a SourceId>,
    /// By head.
    camps: HashMap<&'a SourceId, &'a SourceId>,
    works: HashMap<&'a DocumentId, &'a DocumentId>,
}

impl<'a> Standing<'a> {
    /// The standing of all sources and documents of a corpus.
    pub fn new(corpus: &'a Corpus) -> Self {
        let mut standing = Self {
            corpus,
            heads: corpus.sources.iter().map(|entry| (&entry.id, root(corpus, &entry.id))).collect(),
            sides: HashMap::new(),
            parties: BTreeSet::new(),
            camps: HashMap::new(),
            works: works(corpus),
        };
        for entry in &corpus.sources {
            let head = standing.head(&entry.id);
            let party = entry.record.party.as_ref();
            let side = standing.sides.entry(head).or_default();
            side.insert(&entry.id);
            side.extend(party);
            side.extend(party.map(|party| root(corpus, party)));
            standing.parties.extend(party.map(|_| head));
        }
        // What others belong to is a party even if its own record does not say so.
        let named: BTreeSet<&SourceId> =
            corpus.sources.iter().filter_map(|entry| entry.record.party.as_ref()).collect();
        standing.parties.extend(named.into_iter().map(|party| root(corpus, party)));
        // The owner decides: what it is or leans to goes before what its organs do, and being before leaning.
        let of_heads = || corpus.sources.iter().filter(|entry| root(corpus, &entry.id) == &entry.id);
        let parties = |entry: &'a Entry<Source>| Some((&entry.id, party_of(entry)?));
        let leanings = |entry: &'a Entry<Source>| Some((&entry.id, leaning_of(entry)?));
        let found: Vec<(&SourceId, &SourceId)> = of_heads()
            .filter_map(parties)
            .chain(standing.parties.iter().map(|head| (*head, *head)))
            .chain(of_heads().filter_map(leanings))
            .chain(corpus.sources.iter().filter_map(parties))
            .chain(corpus.sources.iter().filter_map(leanings))
            .collect();
        for (source, camp) in found {
            let head = standing.head(source);
            standing.camps.entry(head).or_insert_with(|| alliance(corpus, camp));
        }
        standing
    }

    /// The source that decides what this one says.
    pub fn head(&self, source: &'a SourceId) -> &'a SourceId {
        self.heads.get(source).copied().unwrap_or(source)
    }

    /// The one document of which this is a copy, a reprint or a translation, or itself.
    pub fn work(&self, document: &'a DocumentId) -> &'a DocumentId {
        self.works.get(document).copied().unwrap_or(document)
    }

    /// The head of whoever speaks in a document: in a copy or a translation, whoever speaks in the original.
    pub fn speaks(&self, document: &'a DocumentId) -> Option<&'a SourceId> {
        let documents = &self.corpus.documents;
        let original = documents.get(self.work(document)).or_else(|| documents.get(document))?;
        Some(voice(&original.record))
    }

    /// Whether two heads are of one party to the conflict.
    pub fn same_side(&self, one: &SourceId, other: &SourceId) -> bool {
        match (self.sides.get(one), self.sides.get(other)) {
            (Some(one), Some(other)) => !one.is_disjoint(other),
            _ => one == other,
        }
    }

    /// Whether a head is a party to the conflict, or decides for one that is.
    pub fn is_party(&self, head: &SourceId) -> bool {
        self.parties.contains(head)
    }

    /// The camp of a head: its party or the one that it leans to, and whoever that one stands beside.
    pub fn camp(&self, head: &SourceId) -> Option<&'a SourceId> {
        self.camps.get(head).copied()
    }
}

fn party_of(entry: &Entry<Source>) -> Option<&SourceId> {
    entry.record.party.as_ref()
}

fn leaning_of(entry: &Entry<Source>) -> Option<&SourceId> {
    entry.record.alignment.as_ref()
}

/// The party at the end of a chain of parties that lean to one another: allies are one camp.
fn alliance<'a>(corpus: &'a Corpus, party: &'a SourceId) -> &'a SourceId {
    let mut at = root(corpus, party);
    let mut seen = vec![at];
    for _ in 0..LONGEST_ALLIANCE {
        let leaning = corpus.sources.get(at).and_then(leaning_of).map(|leaning| root(corpus, leaning));
        let Some(next) = leaning else { break };
        if let Some(start) = seen.iter().position(|camp| *camp == next) {
            return seen[start..].iter().min().expect("a circle has members");
        }
        seen.push(next);
        at = next;
    }
    at
}

/// Copies name their original, or at least its address: those of one address are one.
fn works(corpus: &Corpus) -> HashMap<&DocumentId, &DocumentId> {
    let mut of_address: HashMap<&str, &DocumentId> = HashMap::new();
    let address = |url: &'_ str| url.trim_end_matches('/').len();
    for entry in &corpus.documents {
        if let Some(url) = &entry.record.url {
            of_address.entry(&url[..address(url)]).or_insert(&entry.id);
        }
    }
    let mut works = HashMap::with_capacity(corpus.documents.len());
    for entry in &corpus.documents {
        let first = original(corpus, &entry.id);
        let copied = corpus.documents.get(first).and_then(|entry| entry.record.copy_of.as_ref()?.url.as_deref());
        let work = match copied {
            Some(url) => original(corpus, of_address.entry(&url[..address(url)]).or_insert(first)),
            None => first,
        };
        works.insert(&entry.id, work);
    }
    works
}
