//! What the evidence amounts to: independent origins, camps, witnesses, figures side by side.
//!
//! A function of the corpus and of the captures at hand; nothing is printed, repaired or looked up elsewhere. Where a
//! choice is open, less is counted: corroboration must never be manufactured.

mod claim;
mod company;
mod compare;
mod contradiction;
mod descent;
mod event;
mod group;
mod judgement;
mod origins;
mod piece;
mod policy;
mod quotation;
mod reconcile;
mod single;
mod sort;
mod standing;
mod sums;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rayon::prelude::*;

pub use company::{Bond, Company};
pub use compare::{Apart, Comparison, Scope, compare, interval, scope, unit};
pub use contradiction::{Contradiction, ContradictionKind};
pub use event::{EventAssessment, Gathered, Overflow, Report};
pub use group::{Against, ClaimAssessment, OriginGroup, Publication};
pub use judgement::Judgement;
pub use origins::{original, root, voice};
pub use policy::{CLAUSES, Unmet, asked, exceeds, is_firm, unmet};
pub use quotation::{ClaimQuotations, Passage, Verification, Verified};
pub use reconcile::{Group, Outcome, is_after};
pub use single::{Rests, lacks_without};
pub use sums::{Misfit, parts_outside, sums_outside};

use crate::capture::Captures;
use crate::corpus::{Corpus, Entry, Read, reads};
use crate::model::{Claim, ClaimId, EventId, Layer, RecordKind, SourceId, VerdictId};

/// What the evidence of every claim amounts to, and the figures of every event.
#[derive(Debug, Default)]
pub struct Assessments {
    claims: Vec<ClaimAssessment>,
    /// On the layer of the second verdict, where there is one.
    substances: Vec<Option<ClaimAssessment>>,
    events: Vec<EventAssessment>,
    quotations: Vec<ClaimQuotations>,
    captures: Captures,
    /// Counted over the whole corpus when first asked for.
    companies: OnceLock<Vec<Company>>,
    /// The same.
    resting: OnceLock<Resting>,
}

/// What rests on one source.
#[derive(Debug)]
struct Resting {
    rests: Vec<Rests>,
    /// Which of `rests` is about a source, by the place of the source in its table.
    of_source: Vec<Option<usize>>,
}

impl Assessments {
    /// What the evidence of a claim of the corpus amounts to.
    pub fn claim(&self, corpus: &Corpus, id: &ClaimId) -> &ClaimAssessment {
        let position = corpus.claims.position(id).expect("assessments are asked about claims of their corpus");
        &self.claims[position]
    }

    /// The verdicts of a claim of the corpus, each with what its evidence amounts to on its layer.
    pub fn judgements<'a>(
        &'a self,
        corpus: &'a Corpus,
        entry: &'a Entry<Claim>,
    ) -> impl Iterator<Item = Judgement<'a>> {
        let position = corpus.claims.position(&entry.id).expect("assessments are asked about claims of their corpus");
        judgement::judgements(corpus, &entry.record, &self.claims[position], self.substances[position].as_ref())
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
        reads::note_everything();
        &self.captures
    }

    /// Who relays, confirms and contradicts a source of the corpus.
    pub fn company(&self, corpus: &Corpus, id: &SourceId) -> &Company {
        let position = of_all(corpus, id);
        &self.companies.get_or_init(|| company::companies(corpus, &self.claims))[position]
    }

    /// The sources on which verdicts rest alone, those with the most verdicts first.
    pub fn rests(&self, corpus: &Corpus) -> &[Rests] {
        reads::note_everything();
        &self.resting(corpus).rests
    }

    /// The verdicts that rest on one source of the corpus; an organ has none, its owner has them.
    pub fn resting_on(&self, corpus: &Corpus, id: &SourceId) -> &[ClaimId] {
        let position = of_all(corpus, id);
        let Resting { rests, of_source } = self.resting(corpus);
        of_source[position].map_or(&[], |at| &rests[at].claims)
    }

    fn resting(&self, corpus: &Corpus) -> &Resting {
        self.resting.get_or_init(|| {
            let rests = single::single_source(corpus, &self.claims, &self.substances);
            let mut of_source = vec![None; corpus.sources.len()];
            for (at, rests) in rests.iter().enumerate() {
                if let Some(position) = corpus.sources.position(&rests.source) {
                    of_source[position] = Some(at);
                }
            }
            Resting { rests, of_source }
        })
    }
}

/// The position of a source of which something is asked that all claims decide: it is among what points at it.
fn of_all(corpus: &Corpus, id: &SourceId) -> usize {
    let position = corpus.sources.position(id).expect("assessments are asked about sources of their corpus");
    reads::note(|| Read::Links(RecordKind::Source, reads::position(position)));
    position
}

/// Weighs a whole corpus with the captures at hand: the figures of its events, then its claims.
pub fn corpus(corpus: &Corpus, captures: Captures) -> Assessments {
    let events: Vec<EventAssessment> =
        corpus.events.as_slice().par_iter().map(|entry| event::gather(corpus, entry)).collect();
    let standing = standing::Standing::new(corpus);
    let records = corpus.claims.as_slice();
    let (claims, substances): (Vec<_>, Vec<_>) =
        records.par_iter().map(|entry| assess(corpus, &standing, &events, entry)).unzip();
    let quotations = records.par_iter().map(|entry| quotation::compare(corpus, &captures, &entry.record)).collect();
    let (companies, resting) = Default::default();
    Assessments { claims, substances, events, quotations, captures, companies, resting }
}

/// Weighs again what an amended claim bears on: its events, the claims that are weighed beside it, its quotations.
///
/// What was counted over the whole corpus stays as it was: who keeps company with whom, and what rests on one source.
pub fn again(
    corpus: &Corpus,
    assessments: &mut Assessments,
    amended: &ClaimId,
    events: &BTreeSet<EventId>,
    claims: &BTreeSet<ClaimId>,
) {
    for position in events.iter().filter_map(|id| corpus.events.position(id)) {
        assessments.events[position] = event::gather(corpus, &corpus.events.as_slice()[position]);
    }
    let standing = standing::Standing::new(corpus);
    for position in claims.iter().filter_map(|id| corpus.claims.position(id)) {
        let entry = &corpus.claims.as_slice()[position];
        let (claim, substance) = assess(corpus, &standing, &assessments.events, entry);
        (assessments.claims[position], assessments.substances[position]) = (claim, substance);
    }
    if let Some(position) = corpus.claims.position(amended) {
        let claim = &corpus.claims.as_slice()[position].record;
        assessments.quotations[position] = quotation::compare(corpus, &assessments.captures, claim);
    }
}

/// What the evidence of a claim amounts to on the layers of its verdicts.
fn assess(
    corpus: &Corpus,
    standing: &standing::Standing<'_>,
    events: &[EventAssessment],
    entry: &Entry<Claim>,
) -> (ClaimAssessment, Option<ClaimAssessment>) {
    let claim = &entry.record;
    let event = claim.event.as_ref().and_then(|id| corpus.events.position(id)).map(|at| &events[at]);
    let about = |id: &VerdictId| corpus.site.verdicts.get(id).map(|verdict| verdict.about);
    let on = |layer| claim::assess(corpus, standing, entry, layer, event);
    let substance = claim.substance.as_ref().and_then(about);
    (on(about(&claim.verdict).unwrap_or(Layer::Proposition)), substance.map(on))
}
