//! Whether evidence meets the clauses of a verdict.

use super::group::ClaimAssessment;
use crate::model::{Claim, Clauses};

/// A clause that is not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// The clause, as `site.yaml` names it.
    pub clause: &'static str,
    /// What it asks for; 1 for clauses that are met or not.
    pub wanted: usize,
    /// What the evidence amounts to.
    pub found: usize,
    /// For `any`, what each alternative lacks.
    pub alternatives: Vec<Vec<Unmet>>,
}

/// The clauses that a claim does not meet, in the order of the vocabulary.
pub fn unmet(clauses: &Clauses, claim: &Claim, assessment: &ClaimAssessment) -> Vec<Unmet> {
    held_against(clauses, claim, assessment, assessment.independent_origins())
}

/// Whether the evidence amounts to more than a verdict allows (`unless`): towards such a maximum, what is of unknown
/// origin counts as one origin.
pub fn exceeds(unless: &Clauses, claim: &Claim, assessment: &ClaimAssessment) -> bool {
    held_against(unless, claim, assessment, assessment.possible_origins()).is_empty()
}

fn held_against(clauses: &Clauses, claim: &Claim, assessment: &ClaimAssessment, origins: usize) -> Vec<Unmet> {
    let mut unmet = Vec::new();
    let mut at_least = |clause, wanted: Option<u32>, found: usize| {
        if let Some(wanted) = wanted.map(|wanted| wanted as usize)
            && found < wanted
        {
            unmet.push(Unmet { clause, wanted, found, alternatives: Vec::new() });
        }
    };
    at_least("independent_origins", clauses.independent_origins, origins);
    at_least("camps", clauses.camps, assessment.camps());
    at_least("witnesses", clauses.witnesses, assessment.witnesses());
    at_least("evidence", clauses.evidence, assessment.supporting());
    let contradictions = usize::from(assessment.evidence_against() && claim.resolution.is_empty());
    let mut holds = |clause, wanted: bool, met: bool| {
        if wanted && !met {
            unmet.push(Unmet { clause, wanted: 1, found: 0, alternatives: Vec::new() });
        }
    };
    holds("primary_document", clauses.primary_document, assessment.primary_document);
    holds("no_unresolved_contradiction", clauses.no_unresolved_contradiction, contradictions == 0);
    let second_reader = claim.reviewed.as_ref().is_some_and(|review| !claim.authors.contains(&review.by));
    holds("reviewed", clauses.reviewed, second_reader);
    holds("reply_asked", clauses.reply_asked, claim.reply.is_some());
    holds("evidence_against", clauses.evidence_against, assessment.evidence_against());
    let alternatives: Vec<Vec<Unmet>> =
        clauses.any.sets().iter().map(|set| held_against(set, claim, assessment, origins)).collect();
    if !alternatives.is_empty() && alternatives.iter().all(|lacks| !lacks.is_empty()) {
        unmet.push(Unmet { clause: "any", wanted: 1, found: 0, alternatives });
    }
    unmet
}
