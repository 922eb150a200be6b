//! What rests on one source.

use std::collections::BTreeMap;

use rayon::prelude::*;

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

/// For each source the verdicts that no longer hold without it, those with the most verdicts first; `claims` are
/// those of the corpus, weighed.
///
/// A source is left out as an origin of what others claim; its own claims keep their claimant.
pub fn single_source(corpus: &Corpus, claims: &[ClaimAssessment]) -> Vec<Rests> {
    let entries = corpus.claims.as_slice();
    let falls = |(entry, assessment): (&Entry<Claim>, &ClaimAssessment)| falls(corpus, &entry.record, assessment);
    let fallen: Vec<Vec<SourceId>> = entries.par_iter().zip(claims).map(falls).collect();
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

/// The sources without which a claim's verdict no longer satisfies its rule.
fn falls(corpus: &Corpus, claim: &Claim, assessment: &ClaimAssessment) -> Vec<SourceId> {
    let verdict = corpus.site.verdicts.get(&claim.verdict);
    let Some(requires) = verdict.and_then(|verdict| verdict.requires.as_ref()) else { return Vec::new() };
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
    sources.sort_unstable();
    sources.dedup();
    sources.into_iter().cloned().collect()
}

/// Whether a rule is satisfied, but for what an exception gives the reason for.
fn holds(requires: &Clauses, claim: &Claim, assessment: &ClaimAssessment) -> bool {
    let excepted = |unmet: &Unmet| claim.exception.iter().any(|exception| exception.clause == unmet.clause);
    unmet(requires, claim, assessment).iter().all(excepted)
}
