//! What the evidence amounts to: independent origins, camps, witnesses, figures side by side.
//!
//! A function of the corpus alone; nothing is printed, repaired or looked up elsewhere. Where a
//! choice is open, less is counted: corroboration must never be manufactured.

mod claim;
mod event;
mod origins;
mod policy;

use rayon::prelude::*;

pub use claim::{ClaimAssessment, OriginGroup, Publication};
pub use event::{EventAssessment, Gathered, Report};
pub use origins::{original, root, voice};
pub use policy::{Unmet, unmet};

use crate::corpus::Corpus;
use crate::model::{ClaimId, EventId};

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

/// Weighs a whole corpus.
pub fn corpus(corpus: &Corpus) -> Assessments {
    Assessments {
        claims: corpus.claims.as_slice().par_iter().map(|entry| claim::assess(corpus, &entry.record)).collect(),
        events: corpus.events.as_slice().par_iter().map(|entry| event::gather(corpus, entry)).collect(),
    }
}
