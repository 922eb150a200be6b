//! What pages can be made from, each thing as a digest.

use std::hash::{Hash, Hasher};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};

use crate::check::Checked;
use crate::corpus::reads::position;
use crate::corpus::{Corpus, Entry, Read, Record};
use crate::model::RecordKind;
use crate::site::SiteMap;
use crate::text::quick_sum;

/// A digest of 128 bits; 0 stands for what is not there.
pub type Digest = u128;

/// Everything that a page can look up.
#[derive(Debug)]
pub struct Digests {
    /// By kind, then by position.
    records: Vec<Vec<Of>>,
    lists: FxHashMap<Read, Digest>,
}

/// A record.
#[derive(Debug)]
struct Of {
    id: u64,
    /// Its files, and what weighing it gave.
    record: Digest,
    /// What points at it, and what that amounts to.
    links: Digest,
}

impl Digests {
    /// Those of a site.
    pub fn of(checked: &Checked, map: &SiteMap<'_>) -> Self {
        let Checked { corpus, assessments, .. } = checked;
        let links = &corpus.backlinks;
        let of_kind = |kind: &RecordKind| match kind {
            RecordKind::Claim => each(corpus.claims.as_slice(), |at, entry| {
                let judgements: Vec<_> =
                    assessments.judgements(corpus, entry).map(|one| (one.id, one.assessment)).collect();
                let weighed = assessments.claim(corpus, &entry.id);
                let quotations = assessments.quotations(corpus, &entry.id);
                (of_value(&(weighed, judgements, quotations)), of_value(links.claim(at)))
            }),
            RecordKind::Event => each(corpus.events.as_slice(), |at, entry| {
                (of_value(assessments.event(corpus, &entry.id)), of_value(links.event(at)))
            }),
            RecordKind::Source => each(corpus.sources.as_slice(), |at, entry| {
                let company = assessments.company(corpus, &entry.id);
                let resting = assessments.resting_on(corpus, &entry.id);
                (0, of_value(&(links.source(at), company, resting)))
            }),
            RecordKind::Document => each(corpus.documents.as_slice(), |at, _| (0, of_value(links.document(at)))),
            RecordKind::Place => each(corpus.places.as_slice(), |at, _| (0, of_value(links.place(at)))),
            RecordKind::Page => each(corpus.pages.as_slice(), |_, _| Default::default()),
        };
        let records = RecordKind::ALL.iter().map(of_kind).collect();
        let lists = map.lists().map(|(read, claims)| (read, list(corpus, claims))).collect();
        Self { records, lists }
    }

    /// The lasting name of something that was looked up, and its digest.
    pub fn told(&self, read: Read) -> (u64, Digest) {
        match read {
            Read::Record(kind, at) => self.record(kind, at).map(|of| (name(0, kind, of.id), of.record)),
            Read::Links(kind, at) => self.record(kind, at).map(|of| (name(1, kind, of.id), of.links)),
            Read::List(kind, number, at) => {
                let digest = self.lists.get(&read).copied().unwrap_or_default();
                let about = match kind {
                    RecordKind::Claim => Some(u64::from(at)),
                    _ => self.record(kind, at).map(|of| of.id),
                };
                about.map(|about| (name(2 + u64::from(number), kind, about), digest))
            }
            Read::Missing(kind, id) => Some((name(0, kind, id), 0)),
        }
        .unwrap_or_default()
    }

    /// Every digest by its lasting name.
    pub fn by_name(&self) -> FxHashMap<u64, Digest> {
        let records = RecordKind::ALL.iter().zip(&self.records).flat_map(move |(kind, of_kind)| {
            let both = move |at| [Read::Record(*kind, position(at)), Read::Links(*kind, position(at))];
            (0..of_kind.len()).flat_map(both)
        });
        records.chain(self.lists.keys().copied()).map(|read| self.told(read)).collect()
    }

    fn record(&self, kind: RecordKind, at: u32) -> Option<&Of> {
        let of_kind = RecordKind::ALL.iter().position(|other| *other == kind)?;
        self.records.get(of_kind)?.get(at as usize)
    }
}

/// The digest of some bytes.
pub fn digest(bytes: &[u8]) -> Digest {
    finished(blake3::Hasher::new().update(bytes))
}

fn finished(hasher: &blake3::Hasher) -> Digest {
    let mut bytes = [0; 16];
    hasher.finalize_xof().fill(&mut bytes);
    u128::from_le_bytes(bytes)
}

/// The records of one kind; `more` gives what weighing one gave, and what points at it.
fn each<R: Record>(entries: &[Entry<R>], more: impl Fn(usize, &Entry<R>) -> (Digest, Digest) + Sync) -> Vec<Of> {
    let of = |(at, entry): (usize, &Entry<R>)| {
        let (weighed, links) = more(at, entry);
        let mut hasher = blake3::Hasher::new();
        let mut add = |text: &str| {
            hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        };
        add(&entry.file.path);
        add(&entry.file.text);
        for (lang, translated) in &entry.translations {
            add(lang.as_str());
            add(&translated.file.text);
        }
        hasher.update(&weighed.to_le_bytes());
        Of { id: quick_sum(entry.id.as_ref()), record: finished(&hasher), links }
    };
    entries.par_iter().enumerate().map(of).collect()
}

/// The digest of a value, as it gives itself to a hash.
fn of_value(value: &impl Hash) -> Digest {
    let mut bytes = Bytes(Vec::with_capacity(1024));
    value.hash(&mut bytes);
    digest(&bytes.0)
}

/// What a value gives to a hash.
struct Bytes(Vec<u8>);

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        unreachable!("all of the bytes are asked for, and no sum of 64 bits")
    }
}

fn list(corpus: &Corpus, claims: &[usize]) -> Digest {
    let ids: Vec<&[u8]> = claims.iter().map(|&at| corpus.claims.at(at).id.as_str().as_bytes()).collect();
    digest(&ids.join(&b'\n'))
}

fn name(of: u64, kind: RecordKind, id: u64) -> u64 {
    let mut hasher = FxHasher::default();
    (of, kind.word(), id).hash(&mut hasher);
    hasher.finish()
}
