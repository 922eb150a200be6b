//! One claim on one of its layers: who says so independently of whom.

use std::collections::BTreeSet;

use super::contradiction;
use super::descent::Descent;
use super::event::EventAssessment;
use super::group::{Against, ClaimAssessment, OriginGroup, Publication};
use super::origins::{root, voice};
use super::piece::{self, Piece};
use super::sort::Sorted;
use super::standing::Standing;
use crate::corpus::{Corpus, Entry};
use crate::model::{Claim, Evidence, Layer, OriginRef, Sees, SourceId, Stance};

/// The layer of a piece of evidence: its own, else the verdict's.
pub fn layer_of(evidence: &Evidence, verdict: Layer) -> Layer {
    evidence.about.unwrap_or(verdict)
}

/// Weighs one claim on a layer; `event` holds the figures of its event, if it has one.
pub fn assess(
    corpus: &Corpus,
    standing: &Standing<'_>,
    entry: &Entry<Claim>,
    layer: Layer,
    event: Option<&EventAssessment>,
) -> ClaimAssessment {
    let claim = &entry.record;
    // What names no layer is about that of the first verdict, whichever layer is weighed.
    let verdict = corpus.site.verdicts.get(&claim.verdict).map_or(Layer::Proposition, |verdict| verdict.about);
    let weighing = Weighing { corpus, standing, claim, verdict, layer };
    let primary_document = weighing.has_primary_document();
    let (mut origins, mut unknown) = weighing.origins(primary_document);
    // They stay as long as the corpus does.
    origins.iter_mut().for_each(|origin| origin.publications.shrink_to_fit());
    unknown.shrink_to_fit();
    ClaimAssessment {
        layer,
        origins,
        unknown,
        primary_document,
        against: weighing.against(),
        contradictions: contradiction::of(corpus, entry, verdict, layer, event),
    }
}

/// What one claim is weighed with.
#[derive(Clone, Copy)]
pub(super) struct Weighing<'a> {
    pub corpus: &'a Corpus,
    pub standing: &'a Standing<'a>,
    pub claim: &'a Claim,
    /// The layer of its verdict.
    pub verdict: Layer,
    /// The layer that is weighed.
    pub layer: Layer,
}

impl<'a> Weighing<'a> {
    pub fn claimants(self) -> impl Iterator<Item = &'a SourceId> {
        self.claim.said.iter().flat_map(|said| said.by.sources().iter().chain(&said.speaker))
    }

    /// The evidence on the layer that is weighed.
    pub fn relevant(self) -> impl Iterator<Item = (usize, &'a Evidence)> {
        let all = self.claim.evidence.iter().enumerate();
        all.filter(move |(_, evidence)| layer_of(evidence, self.verdict) == self.layer)
    }

    /// The sources that a piece of evidence names as its origins; those unknown are none.
    pub fn named(self, evidence: &'a Evidence) -> impl Iterator<Item = &'a SourceId> {
        evidence.origin.iter().filter_map(move |origin| match origin {
            OriginRef::Own => self.standing.speaks(&evidence.document),
            OriginRef::Source(source) => Some(source),
            OriginRef::Unknown => None,
        })
    }

    fn origins(self, primary: bool) -> (Vec<OriginGroup>, Vec<Publication>) {
        let mut descent = Descent::default();
        let claimant = self.name_claimants(&mut descent);
        let pieces = piece::all(self, &mut descent, claimant);
        self.tell_relays(&pieces, &mut descent, claimant);
        let heard = self.heard(&mut descent, claimant, primary);
        let mut sorted = Sorted::new(self, &descent, claimant);
        pieces.iter().for_each(|piece| sorted.add_piece(piece));
        sorted.add_statements(&heard);
        (sorted.groups, sorted.unknown)
    }

    /// Several claimants of one claim are one origin of it, and know for themselves.
    fn name_claimants(self, descent: &mut Descent<'a>) -> Option<usize> {
        let mut claimant = None;
        for source in self.claimants() {
            let head = self.standing.head(source);
            match claimant {
                None => claimant = Some(descent.name(source, head)),
                Some(first) => descent.join(head, first),
            }
        }
        if let Some(claimant) = claimant {
            descent.knows(claimant);
        }
        claimant
    }

    fn tell_relays(self, pieces: &[Piece<'a>], descent: &mut Descent<'a>, claimant: Option<usize>) {
        for piece in pieces {
            let Some(speaker) = self.standing.speaks(&piece.evidence.document) else { continue };
            piece.origins.iter().for_each(|&origin| descent.relays(self.standing.head(speaker), origin));
        }
        if let Some(claimant) = claimant {
            // Where the claimant has it from another, the two do not confirm one another.
            descent.depend_on_one_another(claimant);
        }
    }

    /// Whose the documents are that carry the claim: the claimant's, or, of words that no record shows, those of
    /// whoever heard them.
    fn heard(self, descent: &mut Descent<'a>, claimant: Option<usize>, primary: bool) -> Vec<Option<usize>> {
        if self.layer == Layer::Proposition || primary {
            return vec![claimant; self.claim.said.len()];
        }
        let reporters = self.claim.said.iter().map(|said| self.standing.speaks(&said.document));
        reporters.map(|who| who.map(|who| descent.name(who, self.standing.head(who)))).collect()
    }

    fn against(self) -> Vec<Against> {
        let undermining = self.claim.evidence.iter().enumerate();
        let undermining = undermining.filter(|(_, evidence)| evidence.stance == Stance::Undermines);
        let against = |(at, evidence): (usize, &'a Evidence)| Against {
            evidence: at,
            layer: layer_of(evidence, self.verdict),
            origins: self.named(evidence).map(|source| self.standing.head(source).clone()).collect(),
        };
        undermining.map(against).collect()
    }

    fn has_primary_document(self) -> bool {
        let carries = |evidence: &Evidence| evidence.sees == Sees::Record && evidence.stance.carries();
        let records = self.relevant().filter(|(_, evidence)| carries(evidence));
        let publishers: BTreeSet<&SourceId> = records
            .filter_map(|(_, evidence)| self.corpus.documents.get(&evidence.document))
            // A translation by somebody else is no record of the words, so the original is not asked here.
            .map(|entry| root(self.corpus, voice(&entry.record)))
            .collect();
        let mut claimants = self.claim.said.iter().flat_map(|said| said.by.sources()).peekable();
        claimants.peek().is_some() && claimants.all(|claimant| publishers.contains(root(self.corpus, claimant)))
    }
}
