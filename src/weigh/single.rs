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

/// The sources without which a verdict of a claim no longer satisfies its rule.
fn falls(corpus: &Corpus, claim: &Claim, Judgement { verdict, assessment, .. }: Judgement<'_>) -> Vec<SourceId> {
    let Some(requires) = &verdict.requires else { return Vec::new() };
    if !holds(requires, claim, assessment) {
        return Vec::new();
    }
    let mut sources: Vec<&SourceId> = Vec::new();
    for (at, group) in assessment.origins.iter().enumerate() {
        if !group.claimant && !holds(requires, claim, &assessment.without(at)) {
            sources.extend(std::iter::once(&group.source).chain(&group.one_with).map(|source| root(corpus, source)));
        }
    }
    for head in assessment.against.iter().flat_map(|against| &against.origins) {
        if !holds(requires, claim, &assessment.without_against(head)) {
            sources.push(head);
        }
    }
    sources.into_iter().cloned().collect()
}

/// Whether a rule is satisfied, but for what an exception gives the reason for.
fn holds(requires: &Clauses, claim: &Claim, assessment: &ClaimAssessment) -> bool {
    let excepted = |unmet: &Unmet| claim.exception.iter().any(|exception| exception.clause == unmet.clause);
    unmet(requires, claim, assessment).iter().all(excepted)
}
