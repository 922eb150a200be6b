//! What rests on one source.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::judgement::{Judgement, judgements};
use super::{ClaimAssessment, Unmet, origins::root, unmet};
use crate::corpus::{Corpus, Entry};
use crate::model::{Claim, ClaimId, Clauses, SourceId};

/// The verdicts that rest on one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rests {
    /// The source: the one that decides for the others of its owner.
    pub source: SourceId,
    /// Claims whose verdict no longer satisfies its rule once this source is left out.
    pub claims: Vec<ClaimId>,
}

/// For each source the verdicts that no longer hold without it, those with the most verdicts first. The
/// claims of the corpus were weighed for their verdicts and for their second ones.
///
/// A source is left out as an origin of what others claim; its own claims keep their claimant.
pub fn single_source(
    corpus: &Corpus,
    verdicts: &[ClaimAssessment],
    substances: &[Option<ClaimAssessment>],
) -> Vec<Rests> {
    let entries = corpus.claims.as_slice();
    let falls = |((entry, verdict), substance): ((&Entry<Claim>, &ClaimAssessment), &Option<ClaimAssessment>)| {
        let all = judgements(corpus, &entry.record, verdict, substance.as_ref());
        all.flat_map(|one| falls(corpus, &entry.record, one)).collect()
    };
    let fallen: Vec<BTreeSet<SourceId>> = entries.par_iter().zip(verdicts).zip(substances).map(falls).collect();
    let mut of_source: BTreeMap<SourceId, Vec<ClaimId>> = BTreeMap::new();
    for (entry, sources) in entries.iter().zip(fallen) {
        for source in sources {
            of_source.entry(source).or_default().push(entry.id.clone());
        }
    }
    let mut found: Vec<Rests> = of_source.into_iter().map(|(source, claims)| Rests { source, claims }).collect();
    found.sort_by_key(|rests| std::cmp::Reverse(rests.claims.len()));
    found
}

/// What a verdict of a claim lacks once a source is left out, but for what an exception gives the reason for.
pub fn lacks_without(corpus: &Corpus, claim: &Claim, judgement: Judgement<'_>, source: &SourceId) -> Vec<Unmet> {
    let Some(requires) = &judgement.verdict.requires else { return Vec::new() };
    if !unexcused(requires, claim, judgement.assessment).is_empty() {
        return Vec::new();
    }
    let ways = ways_to_fall(corpus, judgement.assessment).into_iter().filter(|(sources, _)| sources.contains(&source));
    let mut lacks: Vec<Unmet> = Vec::new();
    for unmet in ways.flat_map(|(_, without)| unexcused(requires, claim, &without)) {
        if lacks.iter().all(|known| known.clause != unmet.clause) {
            lacks.push(unmet);
        }
    }
    lacks
}

/// The sources without which a verdict of a claim no longer satisfies its rule.
fn falls(corpus: &Corpus, claim: &Claim, Judgement { verdict, assessment, .. }: Judgement<'_>) -> Vec<SourceId> {
    let Some(requires) = &verdict.requires else { return Vec::new() };
    if !unexcused(requires, claim, assessment).is_empty() {
        return Vec::new();
    }
    let ways = ways_to_fall(corpus, assessment).into_iter();
    let fallen = ways.filter(|(_, without)| !unexcused(requires, claim, without).is_empty());
    let sources = fallen.flat_map(|(sources, _)| sources);
    sources.cloned().collect()
}

/// What is left of the evidence without each origin and without each source against it, with the sources left out.
fn ways_to_fall<'a>(corpus: &'a Corpus, assessment: &'a ClaimAssessment) -> Vec<(Vec<&'a SourceId>, ClaimAssessment)> {
    let origins = assessment.origins.iter().enumerate().filter(|(_, group)| !group.claimant);
    let origins = origins.map(|(at, group)| {
        let sources = std::iter::once(&group.source).chain(&group.one_with).map(|source| root(corpus, source));
        (sources.collect(), assessment.without(at))
    });
    let heads = assessment.against.iter().flat_map(|against| &against.origins);
    let against = heads.map(|head| (vec![head], assessment.without_against(head)));
    origins.chain(against).collect()
}

/// The clauses that are not met and that no exception gives the reason for.
fn unexcused(requires: &Clauses, claim: &Claim, assessment: &ClaimAssessment) -> Vec<Unmet> {
    let excused = |unmet: &Unmet| claim.exception.iter().any(|exception| exception.clause == unmet.clause);
    unmet(requires, claim, assessment).into_iter().filter(|unmet| !excused(unmet)).collect()
}
