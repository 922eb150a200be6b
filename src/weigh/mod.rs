//! What the evidence amounts to: independent origins, camps, witnesses, figures side by side.
//!
//! A function of the corpus alone; nothing is printed, repaired or looked up elsewhere. Where a
//! choice is open, less is counted: corroboration must never be manufactured.

mod claim;
mod compare;
mod contradiction;
mod event;
mod origins;
mod policy;
mod reconcile;
mod sums;

use rayon::prelude::*;

pub use claim::{ClaimAssessment, OriginGroup, Publication};
pub use compare::{Apart, Comparison, Scope, compare, interval, scope, unit};
pub use contradiction::{Contradiction, ContradictionKind};
pub use event::{EventAssessment, Gathered, Overflow, Report};
pub use origins::{original, root, voice};
pub use policy::{CLAUSES, Unmet, asked, is_firm, unmet};
pub use reconcile::{Group, Outcome, is_after};
pub use sums::{Misfit, parts_outside, sums_outside};

use crate::corpus::{Corpus, Entry};
use crate::model::{Claim, ClaimId, EventId};

/// What the evidence of every claim amounts to, and the figures of every event.
#[derive(Debug, Default)]
pub struct Assessments {
    claims: Vec<ClaimAssessment>,
    events: Vec<EventAssessment>,
}

impl Assessments {
    /// What the evidence of a claim of the corpus amounts to.
    pub fn claim(&self, corpus: &Corpus, id: &ClaimId) -> &ClaimAssessment {
        let position = corpus.claims.position(id).expect("assessments are asked about claims of their corpus");
        &self.claims[position]
    }

    /// The figures of an event of the corpus.
    pub fn event(&self, corpus: &Corpus, id: &EventId) -> &EventAssessment {
        let position = corpus.events.position(id).expect("assessments are asked about events of their corpus");
        &self.events[position]
    }
}

/// Weighs a whole corpus: the figures of its events, then its claims.
pub fn corpus(corpus: &Corpus) -> Assessments {
    let events: Vec<EventAssessment> =
        corpus.events.as_slice().par_iter().map(|entry| event::gather(corpus, entry)).collect();
    let assess = |entry: &Entry<Claim>| {
        let event = entry.record.event.as_ref().and_then(|id| corpus.events.position(id));
        claim::assess(corpus, entry, event.map(|at| &events[at]))
    };
    let claims = corpus.claims.as_slice().par_iter().map(assess).collect();
    Assessments { claims, events }
}
