//! What the evidence of one claim amounts to.

use std::collections::BTreeSet;

use super::contradiction::Contradiction;
use crate::model::{DocumentId, Layer, SourceId};

/// What the evidence of one claim amounts to.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct ClaimAssessment {
    /// The layer of its verdict, on which everything here is counted.
    pub layer: Layer,
    /// The origins that carry it, the claimant first, then in the order of the evidence.
    pub origins: Vec<OriginGroup>,
    /// Publications that support or refine it and do not say where they have it from.
    pub unknown: Vec<Publication>,
    /// Whether every claimant has published a record of its own words.
    pub primary_document: bool,
    /// What undermines it.
    pub against: Vec<Against>,
    /// What speaks against it, with what explains it.
    pub contradictions: Vec<Contradiction>,
}

/// Sources of one owner, sources that have it from one another, or the claimants, as one origin.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct OriginGroup {
    /// The source as the evidence first names it, or the claimant.
    pub source: SourceId,
    /// Others that are one origin with it, because each has it from the other.
    pub one_with: Vec<SourceId>,
    /// Whether it is the claimant.
    pub claimant: bool,
    /// Whether it counts: a party's evidence in its own favour does not.
    pub counts: bool,
    /// Whether one of its sources has it from no other; else nobody knows whose it is, and it is of no camp.
    pub own_account: bool,
    /// The camp that it is of or leans to.
    pub camp: Option<SourceId>,
    /// Whether it is a party to the conflict, or belongs to one.
    pub party: bool,
    /// Whether it was there.
    pub witness: bool,
    /// The publications that have it from there: the one that carries the claim, then in the order of the evidence.
    pub publications: Vec<Publication>,
}

/// A document that carries the claim or is evidence for it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Publication {
    /// Which piece of evidence, counted from 0; none for a document that carries the claim.
    pub evidence: Option<usize>,
    /// The document.
    pub document: DocumentId,
    /// The document that it is or of which it is a copy or a translation.
    pub work: DocumentId,
    /// Who published it.
    pub publisher: SourceId,
}

/// A piece of evidence that undermines a claim.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Against {
    /// Which piece of evidence, counted from 0.
    pub evidence: usize,
    /// The layer that it is about.
    pub layer: Layer,
    /// The heads of its origins; none if they are unknown.
    pub origins: BTreeSet<SourceId>,
}

impl ClaimAssessment {
    /// The origins that count.
    pub fn counted(&self) -> impl Iterator<Item = &OriginGroup> {
        self.origins.iter().filter(|group| group.counts)
    }

    /// How many independent origins there are, the claimant among them: what may be held against a minimum.
    ///
    /// That something was said has one origin, the speaker.
    pub fn independent_origins(&self) -> usize {
        match self.layer {
            Layer::Proposition => self.counted().count(),
            Layer::Utterance => self.origins.iter().filter(|group| group.claimant).count(),
        }
    }

    /// How many there may be at most: all that is of unknown origin counts as one more.
    pub fn possible_origins(&self) -> usize {
        let unknown = self.layer == Layer::Proposition && self.unknown_publications() > 0;
        self.independent_origins() + usize::from(unknown)
    }

    /// Different camps among the origins that count; those of no camp count as one.
    pub fn camps(&self) -> usize {
        match self.layer {
            Layer::Proposition => {
                let known = self.counted().filter(|group| group.own_account);
                known.map(|group| &group.camp).collect::<BTreeSet<_>>().len()
            }
            Layer::Utterance => self.independent_origins(),
        }
    }

    /// Parties to the conflict that say the same although they are of different camps; none if there are no two.
    pub fn parties_that_agree(&self) -> Vec<&SourceId> {
        if self.layer == Layer::Utterance {
            return Vec::new();
        }
        let parties = || self.counted().filter(|group| group.party);
        let camps: BTreeSet<&SourceId> = parties().filter_map(|group| group.camp.as_ref()).collect();
        if camps.len() < 2 { Vec::new() } else { parties().map(|group| &group.source).collect() }
    }

    /// Witnesses of different owners; of words, others than the speaker.
    pub fn witnesses(&self) -> usize {
        let counts = |group: &&OriginGroup| match self.layer {
            Layer::Proposition => group.counts,
            Layer::Utterance => !group.claimant,
        };
        self.origins.iter().filter(counts).filter(|group| group.witness).count()
    }

    /// Documents that support or refine it, copies and translations of one counted once. Neither those of unknown
    /// origin count nor, about what happened, the claimant's own word again and that of its own side.
    pub fn supporting(&self) -> usize {
        let counts = |group: &&OriginGroup| match self.layer {
            Layer::Proposition => group.counts && !group.claimant,
            Layer::Utterance => true,
        };
        let publications = self.origins.iter().filter(counts).flat_map(|group| &group.publications);
        let cited = publications.filter(|publication| publication.evidence.is_some());
        cited.map(|publication| &publication.work).collect::<BTreeSet<_>>().len()
    }

    /// How many publications go back to origins that are known, copies and translations of one counted once.
    pub fn known_publications(&self) -> usize {
        self.known_works().len()
    }

    /// How many do not say where they have it from.
    pub fn unknown_publications(&self) -> usize {
        let known = self.known_works();
        let unknown: BTreeSet<&DocumentId> = self.unknown.iter().map(|publication| &publication.work).collect();
        unknown.difference(&known).count()
    }

    /// Whether something that undermines it is cited, on the layer of its verdict.
    pub fn evidence_against(&self) -> bool {
        self.against.iter().any(|against| against.layer == self.layer)
    }

    /// What speaks against it on the layer of its verdict and is not explained.
    pub fn unresolved(&self) -> impl Iterator<Item = &Contradiction> {
        let open = |found: &&Contradiction| found.layer == self.layer && found.resolution.is_none();
        self.contradictions.iter().filter(open)
    }

    /// The same without one of its origins: whatever goes back to it is gone.
    pub fn without(&self, origin: usize) -> Self {
        let mut without = self.clone();
        without.origins.remove(origin);
        without
    }

    /// The same without what one source says against it.
    pub fn without_against(&self, head: &SourceId) -> Self {
        let mut without = self.clone();
        without.against.retain_mut(|against| !against.origins.remove(head) || !against.origins.is_empty());
        without
    }

    fn known_works(&self) -> BTreeSet<&DocumentId> {
        self.origins.iter().flat_map(|group| group.works()).collect()
    }
}

impl OriginGroup {
    /// Its publications, copies and translations of one counted once.
    pub fn works(&self) -> BTreeSet<&DocumentId> {
        self.publications.iter().map(|publication| &publication.work).collect()
    }
}
