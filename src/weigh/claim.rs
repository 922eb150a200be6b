//! One claim: who says so independently of whom.

use std::collections::{BTreeMap, BTreeSet};

use super::contradiction;
use super::descent::Descent;
use super::event::EventAssessment;
use super::group::{Against, ClaimAssessment, OriginGroup, Publication};
use super::origins::{root, voice};
use super::standing::Standing;
use crate::corpus::{Corpus, Entry};
use crate::model::{Claim, Document, DocumentId, Evidence, Layer, OriginRef, Sees, SourceId, Stance};

/// The layer of a piece of evidence: its own, else the verdict's.
pub fn layer_of(evidence: &Evidence, verdict: Layer) -> Layer {
    evidence.about.unwrap_or(verdict)
}

/// Weighs one claim; `event` holds the figures of its event, if it has one.
pub fn assess(
    corpus: &Corpus,
    standing: &Standing<'_>,
    entry: &Entry<Claim>,
    event: Option<&EventAssessment>,
) -> ClaimAssessment {
    let claim = &entry.record;
    let verdict = corpus.site.verdicts.get(&claim.verdict);
    let layer = verdict.map_or(Layer::Proposition, |verdict| verdict.about);
    let weighing = Weighing { corpus, standing, claim, layer };
    let primary_document = weighing.has_primary_document();
    let mut pieces = weighing.pieces();
    let (origins, unknown) = weighing.origins(&mut pieces, primary_document);
    ClaimAssessment {
        layer,
        origins,
        unknown,
        primary_document,
        against: weighing.against(),
        contradictions: contradiction::of(corpus, entry, layer, event),
    }
}

/// What one claim is weighed with.
struct Weighing<'a> {
    corpus: &'a Corpus,
    standing: &'a Standing<'a>,
    claim: &'a Claim,
    layer: Layer,
}

/// A piece of evidence that supports or refines the claim.
struct Piece<'a> {
    at: usize,
    evidence: &'a Evidence,
    document: &'a Document,
    work: &'a DocumentId,
    /// Whether another copy of the same says where it has it from.
    copy: bool,
    /// The nodes of its origins; none if they are unknown.
    origins: Vec<usize>,
}

impl<'a> Weighing<'a> {
    fn claimants(&self) -> impl Iterator<Item = &'a SourceId> {
        self.claim.said.iter().flat_map(|said| said.by.sources().iter().chain(&said.speaker))
    }

    fn relevant(&self) -> impl Iterator<Item = (usize, &'a Evidence)> {
        let layer = self.layer;
        let all = self.claim.evidence.iter().enumerate();
        all.filter(move |(_, evidence)| layer_of(evidence, layer) == layer)
    }

    fn pieces(&self) -> Vec<Piece<'a>> {
        let supporting = self.relevant().filter(|(_, evidence)| evidence.stance.carries());
        let piece = |(at, evidence): (usize, &'a Evidence)| {
            let document = &self.corpus.documents.get(&evidence.document)?.record;
            let work = self.standing.work(&evidence.document);
            Some(Piece { at, evidence, document, work, copy: false, origins: Vec::new() })
        };
        supporting.filter_map(piece).collect()
    }

    fn origins(&self, pieces: &mut [Piece<'a>], primary: bool) -> (Vec<OriginGroup>, Vec<Publication>) {
        let mut descent = Descent::default();
        let mut claimant = None;
        for source in self.claimants() {
            let head = self.standing.head(source);
            // Several claimants of one claim are one origin of it.
            match claimant {
                None => claimant = Some(descent.name(source, head)),
                Some(first) => descent.join(head, first),
            }
        }
        if let Some(claimant) = claimant {
            descent.knows(claimant);
        }
        self.name_origins(pieces, &mut descent, claimant);
        for piece in pieces.iter() {
            let Some(speaker) = self.standing.speaks(&piece.evidence.document) else { continue };
            piece.origins.iter().for_each(|&origin| descent.relays(self.standing.head(speaker), origin));
        }
        if let Some(claimant) = claimant {
            // Where the claimant has it from another, the two do not confirm one another.
            descent.depend_on_one_another(claimant);
        }
        let mut heard = vec![None; self.claim.said.len()];
        if self.layer == Layer::Utterance && !primary {
            for (said, heard) in self.claim.said.iter().zip(&mut heard) {
                let reporter = self.standing.speaks(&said.document);
                *heard = reporter.map(|reporter| descent.name(reporter, self.standing.head(reporter)));
            }
        } else {
            heard.fill(claimant);
        }
        let (roots, goes_back) = descent.roots();
        let own_sides: Vec<&SourceId> = self.claimants().map(|source| self.standing.head(source)).collect();
        let own = claimant.and_then(|claimant| goes_back[claimant].first().copied());
        let mut groups: Vec<OriginGroup> = Vec::with_capacity(roots.len());
        for (at, found) in roots.iter().enumerate() {
            let is_claimant = own == Some(at);
            let own_side =
                found.heads.iter().any(|head| own_sides.iter().any(|own| self.standing.same_side(head, own)));
            let mut heads = found.own_account.iter().map(|source| self.standing.head(source));
            let speaks_for = heads.find(|head| self.standing.camp(head).is_some());
            let camp = speaks_for.and_then(|head| self.standing.camp(head));
            groups.push(OriginGroup {
                source: found.sources[0].clone(),
                one_with: found.sources[1..].iter().map(|source| (*source).clone()).collect(),
                claimant: is_claimant,
                counts: is_claimant || !own_side,
                own_account: !found.own_account.is_empty(),
                camp: camp.cloned(),
                party: speaks_for.is_some_and(|head| self.standing.is_party(head)),
                witness: false,
                publications: Vec::new(),
            });
        }
        let mut unknown = Vec::new();
        for piece in pieces.iter() {
            let publication = Publication {
                evidence: Some(piece.at),
                document: piece.evidence.document.clone(),
                work: piece.work.clone(),
                publisher: piece.document.publisher.clone(),
            };
            let back: BTreeSet<usize> = piece.origins.iter().flat_map(|&origin| &goes_back[origin]).copied().collect();
            back.iter().for_each(|&group| groups[group].publications.push(publication.clone()));
            if piece.evidence.sees == Sees::Witness && !piece.copy {
                for &origin in &piece.origins {
                    // Who relays a witness, or is one origin with the claimant, makes no witness of that one.
                    let [one] = goes_back[origin][..] else { continue };
                    let there = if own == Some(one) { self.saw_it(piece) } else { descent.tells_its_own(origin) };
                    groups[one].witness |= there;
                }
            }
            if back.is_empty() {
                unknown.push(publication);
            }
        }
        for (said, heard) in self.claim.said.iter().zip(heard).rev() {
            let Some(document) = self.corpus.documents.get(&said.document) else { continue };
            let publication = Publication {
                evidence: None,
                document: said.document.clone(),
                work: self.standing.work(&said.document).clone(),
                publisher: document.record.publisher.clone(),
            };
            match heard.and_then(|node| goes_back[node].first()) {
                Some(&group) => groups[group].publications.insert(0, publication),
                None => unknown.insert(0, publication),
            }
        }
        (groups, unknown)
    }

    /// Whether a claimant is itself the origin of a piece.
    fn saw_it(&self, piece: &Piece<'a>) -> bool {
        let mut named = piece.evidence.origin.iter().filter_map(|origin| match origin {
            OriginRef::Own => self.standing.speaks(&piece.evidence.document),
            OriginRef::Source(source) => Some(source),
            OriginRef::Unknown => None,
        });
        named.any(|source| self.claimants().any(|claimant| claimant == source))
    }

    /// Names the origins of every piece. Of copies of one document, the original or the first that is cited says
    /// where it has it from; the others only stand beside it.
    fn name_origins(&self, pieces: &mut [Piece<'a>], descent: &mut Descent<'a>, claimant: Option<usize>) {
        let mut first_of: BTreeMap<&DocumentId, &DocumentId> = BTreeMap::new();
        for piece in pieces.iter() {
            let first = first_of.entry(piece.work).or_insert(&piece.evidence.document);
            if piece.evidence.document == *piece.work {
                *first = piece.work;
            }
        }
        let mut named: BTreeMap<&DocumentId, BTreeSet<usize>> = BTreeMap::new();
        for piece in pieces.iter_mut() {
            if first_of[piece.work] != &piece.evidence.document {
                continue;
            }
            let speaker = self.standing.speaks(&piece.evidence.document);
            // A reprint of the text that carries the claim saw nothing that the claimant did not say.
            let carries = |document: &DocumentId| self.standing.work(document) == piece.work;
            let reprint = self.layer == Layer::Proposition
                && self.claim.said.iter().any(|said| carries(&said.document))
                && self.claim.said.iter().all(|said| said.document != piece.evidence.document)
                && piece.evidence.document != *piece.work;
            for origin in &piece.evidence.origin {
                let source = match origin {
                    OriginRef::Own if reprint => {
                        piece.origins.extend(claimant);
                        continue;
                    }
                    OriginRef::Own => speaker,
                    OriginRef::Source(source) => Some(source),
                    OriginRef::Unknown => None,
                };
                let Some(source) = source else { continue };
                let node = descent.name(source, self.standing.head(source));
                if speaker == Some(source) {
                    descent.knows(node);
                }
                piece.origins.push(node);
            }
            named.entry(piece.work).or_default().extend(&piece.origins);
        }
        for piece in pieces.iter_mut() {
            if first_of[piece.work] != &piece.evidence.document {
                piece.copy = true;
                piece.origins.extend(named.get(piece.work).into_iter().flatten());
            }
        }
    }

    fn against(&self) -> Vec<Against> {
        let undermining = self.claim.evidence.iter().enumerate();
        let undermining = undermining.filter(|(_, evidence)| evidence.stance == Stance::Undermines);
        let against = |(at, evidence): (usize, &'a Evidence)| {
            let named = evidence.origin.iter().filter_map(|origin| match origin {
                OriginRef::Own => self.standing.speaks(&evidence.document),
                OriginRef::Source(source) => Some(source),
                OriginRef::Unknown => None,
            });
            Against {
                evidence: at,
                layer: layer_of(evidence, self.layer),
                origins: named.map(|source| self.standing.head(source).clone()).collect(),
            }
        };
        undermining.map(against).collect()
    }

    fn has_primary_document(&self) -> bool {
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
