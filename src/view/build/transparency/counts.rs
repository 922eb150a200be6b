//! How many: claims by claimant, quotations, documents, second readers.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::MOST;
use crate::corpus::Entry;
use crate::model::{AuthorId, Claim, Consulted, SourceId};
use crate::site::ClaimList;
use crate::view::build::local::Local;
use crate::view::{ClaimantRow, Claimants, Link, Measured};
use crate::weigh::Verification;

/// The claims by who makes them and by verdict. One of several claimants counts for each.
pub fn claimants(local: Local<'_, '_>) -> Claimants {
    let corpus = local.corpus();
    let made = |id: &SourceId| local.context.map.claims(&ClaimList::Made(id.clone()));
    let mut public: Vec<(&SourceId, &[usize])> = Vec::new();
    let mut private: BTreeSet<usize> = BTreeSet::new();
    for entry in &corpus.sources {
        match local.is_private(&entry.id) {
            true => private.extend(made(&entry.id)),
            false => public.push((&entry.id, made(&entry.id))),
        }
    }
    public.retain(|(_, claims)| !claims.is_empty());
    public.sort_by_key(|(_, claims)| Reverse(claims.len()));
    let rest: BTreeSet<usize> = public.iter().skip(MOST).flat_map(|(_, claims)| claims.iter().copied()).collect();
    let unstated = |(_, entry): &(usize, &Entry<Claim>)| {
        entry.record.said.iter().all(|said| said.by.sources().is_empty() && said.speaker.is_none())
    };
    let unstated: BTreeSet<usize> = corpus.claims.iter().enumerate().filter(unstated).map(|(at, _)| at).collect();

    let mut rows: Vec<ClaimantRow> =
        public.iter().take(MOST).map(|(id, claims)| row(local, local.source_link(id), claims)).collect();
    let others = [("transparency_others", rest), ("private_persons", private), ("said_unstated", unstated)];
    for (name, claims) in others.into_iter().filter(|(_, claims)| !claims.is_empty()) {
        let claims: Vec<usize> = claims.into_iter().collect();
        rows.push(row(local, Link::unlinked(local.say(name)), &claims));
    }
    Claimants { verdicts: local.edition.verdicts.iter().map(|(_, verdict)| verdict.clone()).collect(), rows }
}

fn row(local: Local<'_, '_>, who: Link, claims: &[usize]) -> ClaimantRow {
    let counts = local.tally(claims).rows.into_iter();
    let counts = counts.map(|row| Measured { label: row.verdict.label, count: row.count, count_text: row.count_text });
    ClaimantRow { who, counts: counts.collect(), all: local.words().number(claims.len()) }
}

/// The quotations, fragment by fragment, by how far each was compared with an archived copy; nothing that was not
/// compared counts as verified.
pub fn quotations(local: Local<'_, '_>) -> Vec<Measured> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in &local.corpus().claims {
        let compared = local.context.shown.assessments().quotations(local.corpus(), &entry.id);
        for verification in compared.said.iter().chain(&compared.evidence).flatten() {
            let sort = match verification {
                Verification::Verified(verified) => verified.level.word(),
                Verification::NoCapture => "excerpt",
                Verification::Translated => "translated",
                Verification::NotRead | Verification::Refused(..) => "not_compared",
            };
            *counts.entry(sort).or_default() += 1;
        }
    }
    let sorts = [
        ("exact", "transparency_exact"),
        ("typographic", "transparency_typographic"),
        ("elided", "transparency_elided"),
        ("translated", "transparency_translated"),
        ("not_compared", "transparency_not_compared"),
        ("excerpt", "transparency_excerpt"),
    ];
    sorts.map(|(sort, key)| local.measured(key, counts.get(sort).copied().unwrap_or(0))).to_vec()
}

/// The documents by how much of each was read.
pub fn documents(local: Local<'_, '_>) -> Vec<Measured> {
    let sorts = [
        (Some(Consulted::Whole), "transparency_read_whole"),
        (Some(Consulted::Excerpt), "transparency_read_excerpt"),
        (None, "transparency_read_unstated"),
    ];
    let count = |sort| local.corpus().documents.iter().filter(|entry| entry.record.consulted == sort).count();
    sorts.map(|(sort, key)| local.measured(key, count(sort))).to_vec()
}

/// How many claims somebody read who is none of their authors.
pub fn reviewed(local: Local<'_, '_>) -> usize {
    local.corpus().claims.iter().filter_map(|entry| second_reader(&entry.record)).count()
}

/// Who read the claims of others, and how many.
pub fn reviewers(local: Local<'_, '_>) -> Vec<Measured> {
    let corpus = local.corpus();
    let mut counts: BTreeMap<&AuthorId, usize> = BTreeMap::new();
    for reader in corpus.claims.iter().filter_map(|entry| second_reader(&entry.record)) {
        *counts.entry(reader).or_default() += 1;
    }
    let readers = corpus.site.authors.iter().filter_map(|author| {
        let count = *counts.get(&author.id)?;
        Some(Measured { label: local.text(&author.name), count, count_text: local.words().number(count) })
    });
    readers.collect()
}

fn second_reader(claim: &Claim) -> Option<&AuthorId> {
    let review = claim.reviewed.as_ref()?;
    (!claim.authors.contains(&review.by)).then_some(&review.by)
}
