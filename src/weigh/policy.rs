//! Whether evidence meets the clauses of a verdict.

use super::group::ClaimAssessment;
use crate::model::{Claim, Clauses, Verdict};

/// The clauses, as `site.yaml` names them.
pub const CLAUSES: [&str; 10] = [
    "independent_origins",
    "camps",
    "witnesses",
    "primary_document",
    "evidence",
    "no_unresolved_contradiction",
    "reviewed",
    "reply_asked",
    "evidence_against",
    "any",
];

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
    let contradictions = assessment.unresolved().count();
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

/// The clauses that a verdict asks for, those of its alternatives among them.
pub fn asked(verdict: &Verdict) -> Vec<&'static str> {
    let mut asked = verdict.requires.as_ref().map(clauses).unwrap_or_default();
    if is_firm(verdict) {
        asked.push("no_unresolved_contradiction");
    }
    CLAUSES.into_iter().filter(|clause| asked.contains(clause)).collect()
}

/// Whether a verdict says that its claim holds, so that what contradicts it must be explained.
///
/// So does one near the true end of the scale, and one off the scale that requires evidence, unless
/// it requires evidence against the claim, as a verdict of dispute does.
pub fn is_firm(verdict: &Verdict) -> bool {
    let against = verdict.requires.as_ref().is_some_and(|requires| requires.evidence_against);
    let holds = match verdict.rating {
        Some(rating) => rating.number() >= 4,
        None => verdict.requires.is_some(),
    };
    holds && !against
}

fn clauses(clauses: &Clauses) -> Vec<&'static str> {
    let Clauses { independent_origins, camps, witnesses, primary_document, evidence, .. } = clauses;
    let Clauses { no_unresolved_contradiction, reviewed, reply_asked, evidence_against, any, .. } = clauses;
    let asked = [
        independent_origins.is_some(),
        camps.is_some(),
        witnesses.is_some(),
        *primary_document,
        evidence.is_some(),
        *no_unresolved_contradiction,
        *reviewed,
        *reply_asked,
        *evidence_against,
        !any.sets().is_empty(),
    ];
    let own = CLAUSES.into_iter().zip(asked).filter(|(_, asked)| *asked).map(|(clause, _)| clause);
    own.chain(any.sets().iter().flat_map(self::clauses)).collect()
}
