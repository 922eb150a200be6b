//! One claim: who says so independently of whom.

use std::collections::{BTreeMap, BTreeSet};

use super::contradiction::{self, Contradiction};
use super::event::EventAssessment;
use super::origins::{camp, original, party, root, voice};
use crate::corpus::{Corpus, Entry};
use crate::model::{Claim, DocumentId, Evidence, Layer, OriginRef, Sees, SourceId, Stance};

/// What the evidence of one claim amounts to.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimAssessment {
    /// The layer of its verdict, on which everything here is counted.
    pub layer: Layer,
    /// The origins that carry it, the claimant first, then in the order of the evidence.
    pub origins: Vec<OriginGroup>,
    /// Publications that support or refine it and do not say where they have it from.
    pub unknown: Vec<Publication>,
    /// How many publications support or refine it, copies and translations of one counted once.
    pub publications: usize,
    /// Different camps among the origins that count; those of no camp count as one.
    pub camps: usize,
    /// Witnesses of different owners.
    pub witnesses: usize,
    /// Whether every claimant has published a record of its own words.
    pub primary_document: bool,
    /// Whether something that undermines it is cited.
    pub evidence_against: bool,
    /// What speaks against it, with what explains it.
    pub contradictions: Vec<Contradiction>,
}

/// Sources of one owner, or the claimants, as one origin.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginGroup {
    /// The source at the head: the owner of the others, or the claimant.
    pub source: SourceId,
    /// Whether it is the claimant.
    pub claimant: bool,
    /// Whether it counts: a party's evidence in its own favour does not.
    pub counts: bool,
    /// The party that it is or leans to.
    pub camp: Option<SourceId>,
    /// The publications that have it from there, in the order of the evidence.
    pub publications: Vec<Publication>,
}

/// One piece of evidence, as a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Which piece of evidence, counted from 0.
    pub evidence: usize,
    /// The document.
    pub document: DocumentId,
    /// Who published it.
    pub publisher: SourceId,
}

impl ClaimAssessment {
    /// How many origins count.
    pub fn independent_origins(&self) -> usize {
        self.origins.iter().filter(|group| group.counts).count()
    }

    /// What speaks against it on the layer of its verdict and is not explained.
    pub fn unresolved(&self) -> impl Iterator<Item = &Contradiction> {
        let open = |found: &&Contradiction| found.layer == self.layer && found.resolution.is_none();
        self.contradictions.iter().filter(open)
    }
}

/// The layer of a piece of evidence: its own, else the verdict's.
pub fn layer_of(evidence: &Evidence, verdict: Layer) -> Layer {
    evidence.about.unwrap_or(verdict)
}

/// Weighs one claim; `event` holds the figures of its event, if it has one.
pub fn assess(corpus: &Corpus, entry: &Entry<Claim>, event: Option<&EventAssessment>) -> ClaimAssessment {
    let claim = &entry.record;
    let verdict = corpus.site.verdicts.get(&claim.verdict);
    let layer = verdict.map_or(Layer::Proposition, |verdict| verdict.about);
    let mut origins = Origins::of_claimants(corpus, claim);
    let mut unknown = Vec::new();
    let mut documents = BTreeSet::new();
    let relevant = claim.evidence.iter().enumerate().filter(|(_, evidence)| layer_of(evidence, layer) == layer);
    for (i, evidence) in relevant.clone() {
        if !matches!(evidence.stance, Stance::Supports | Stance::Refines) {
            continue;
        }
        let Some(entry) = corpus.documents.get(&evidence.document) else { continue };
        let document = &entry.record;
        documents.insert(original(corpus, &evidence.document));
        let publication =
            || Publication { evidence: i, document: evidence.document.clone(), publisher: document.publisher.clone() };
        let mut known = false;
        for origin in &evidence.origin {
            let source = match origin {
                OriginRef::Own => voice(document),
                OriginRef::Source(source) => source,
                OriginRef::Unknown => continue,
            };
            origins.add(corpus, source, publication());
            known = true;
        }
        if !known {
            unknown.push(publication());
        }
    }
    let groups = origins.groups;
    let counted = groups.iter().filter(|group| group.counts);
    let camps: BTreeSet<Option<&SourceId>> = counted.map(|group| group.camp.as_ref()).collect();
    let witnesses = witnesses(corpus, relevant.clone().map(|(_, evidence)| evidence));
    ClaimAssessment {
        layer,
        camps: camps.len(),
        origins: groups,
        unknown,
        publications: documents.len(),
        witnesses,
        primary_document: has_primary_document(corpus, claim, relevant.map(|(_, evidence)| evidence)),
        evidence_against: claim
            .evidence
            .iter()
            .any(|evidence| evidence.stance == Stance::Undermines && layer_of(evidence, layer) == layer),
        contradictions: contradiction::of(corpus, entry, layer, event),
    }
}

/// Origins as they are found, one group for each owner.
struct Origins {
    groups: Vec<OriginGroup>,
    /// Owner to group; all claimants lead to the first.
    of_root: BTreeMap<SourceId, usize>,
    claimant_parties: BTreeSet<SourceId>,
}

impl Origins {
    fn of_claimants(corpus: &Corpus, claim: &Claim) -> Self {
        let mut origins = Self { groups: Vec::new(), of_root: BTreeMap::new(), claimant_parties: BTreeSet::new() };
        let claimants = claim.said.iter().flat_map(|said| said.by.sources().iter().chain(&said.speaker));
        for claimant in claimants {
            origins.claimant_parties.extend(party(corpus, claimant).cloned());
            let head = root(corpus, claimant);
            if origins.groups.is_empty() {
                origins.groups.push(OriginGroup {
                    source: claimant.clone(),
                    claimant: true,
                    counts: true,
                    camp: camp(corpus, claimant).cloned(),
                    publications: Vec::new(),
                });
            }
            // Several claimants of one claim are one origin of it.
            origins.of_root.insert(head.clone(), 0);
        }
        origins
    }

    fn add(&mut self, corpus: &Corpus, source: &SourceId, publication: Publication) {
        let head = root(corpus, source);
        let group = match self.of_root.get(head) {
            Some(&group) => group,
            None => {
                let own_side = party(corpus, source).is_some_and(|party| self.claimant_parties.contains(party));
                self.groups.push(OriginGroup {
                    source: source.clone(),
                    claimant: false,
                    counts: !own_side,
                    camp: camp(corpus, source).cloned(),
                    publications: Vec::new(),
                });
                self.of_root.insert(head.clone(), self.groups.len() - 1);
                self.groups.len() - 1
            }
        };
        let publications = &mut self.groups[group].publications;
        if !publications.contains(&publication) {
            publications.push(publication);
        }
    }
}

fn witnesses<'a>(corpus: &'a Corpus, evidence: impl Iterator<Item = &'a Evidence>) -> usize {
    let mut owners = BTreeSet::new();
    for evidence in evidence {
        let carries = matches!(evidence.stance, Stance::Supports | Stance::Refines);
        if !carries || evidence.sees != Sees::Witness {
            continue;
        }
        let Some(entry) = corpus.documents.get(&evidence.document) else { continue };
        for origin in &evidence.origin {
            match origin {
                OriginRef::Own => owners.insert(root(corpus, voice(&entry.record))),
                OriginRef::Source(source) => owners.insert(root(corpus, source)),
                OriginRef::Unknown => false,
            };
        }
    }
    owners.len()
}

fn has_primary_document<'a>(
    corpus: &'a Corpus,
    claim: &'a Claim,
    evidence: impl Iterator<Item = &'a Evidence>,
) -> bool {
    let carries = |evidence: &&Evidence| {
        evidence.sees == Sees::Record && matches!(evidence.stance, Stance::Supports | Stance::Refines)
    };
    let publishers: BTreeSet<&SourceId> = evidence
        .filter(carries)
        .filter_map(|evidence| corpus.documents.get(&evidence.document))
        .map(|entry| root(corpus, voice(&entry.record)))
        .collect();
    let mut claimants = claim.said.iter().flat_map(|said| said.by.sources()).peekable();
    claimants.peek().is_some() && claimants.all(|claimant| publishers.contains(root(corpus, claimant)))
}
