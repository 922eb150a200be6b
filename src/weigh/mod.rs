//! What the evidence amounts to: independent origins, camps, witnesses, figures side by side.
//!
//! A function of the corpus and of the captures at hand; nothing is printed, repaired or looked up elsewhere. Where a
//! choice is open, less is counted: corroboration must never be manufactured.

mod claim;
mod event;
mod origins;
mod policy;
mod quotation;

use rayon::prelude::*;

pub use claim::{ClaimAssessment, OriginGroup, Publication};
pub use event::{EventAssessment, Gathered, Report};
pub use origins::{original, root, voice};
pub use policy::{Unmet, unmet};
pub use quotation::{ClaimQuotations, Passage, Verification, Verified};

use crate::capture::Captures;
use crate::corpus::Corpus;
use crate::model::{ClaimId, EventId};

/// What the evidence of every claim amounts to, and the figures of every event.
#[derive(Debug, Default)]
pub struct Assessments {
    claims: Vec<ClaimAssessment>,
    events: Vec<EventAssessment>,
    quotations: Vec<ClaimQuotations>,
    captures: Captures,
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

    /// How far the quotations of a claim of the corpus agree with the captures of their documents.
    pub fn quotations(&self, corpus: &Corpus, id: &ClaimId) -> &ClaimQuotations {
        let position = corpus.claims.position(id).expect("assessments are asked about claims of their corpus");
        &self.quotations[position]
    }

    /// The captures that were at hand.
    pub fn captures(&self) -> &Captures {
        &self.captures
    }
}

/// Weighs a whole corpus with the captures at hand.
pub fn corpus(corpus: &Corpus, captures: Captures) -> Assessments {
    let claims = corpus.claims.as_slice();
    Assessments {
        claims: claims.par_iter().map(|entry| claim::assess(corpus, &entry.record)).collect(),
        events: corpus.events.as_slice().par_iter().map(|entry| event::gather(corpus, entry)).collect(),
        quotations: claims.par_iter().map(|entry| quotation::compare(corpus, &captures, &entry.record)).collect(),
        captures,
    }
}
