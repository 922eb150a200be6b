//! Who relays a source, who confirms it, who contradicts it.

use std::collections::{BTreeMap, BTreeSet};

use super::group::{ClaimAssessment, Publication};
use super::origins::root;
use crate::corpus::Corpus;
use crate::model::{Claim, ClaimId, Layer, OriginRef, SourceId};

/// What other sources do to what one source says, over all claims about what happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Company {
    /// Who published what goes back to it.
    pub relayed_by: Vec<Bond>,
    /// Who says the same as it claims, independently of it.
    pub confirmed_by: Vec<Bond>,
    /// Who says otherwise than it claims.
    pub contradicted_by: Vec<Bond>,
}

/// Another source, no private person, and the claims that join the two.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bond {
    /// The other source.
    pub source: SourceId,
    /// The claims, in the order of their ids.
    pub claims: Vec<ClaimId>,
}

/// Claims by source and other source.
type Pairs<'a> = Vec<BTreeMap<&'a SourceId, BTreeSet<&'a ClaimId>>>;

/// The company of every source, in the order of their table; `claims` are those of the corpus, weighed.
pub fn companies(corpus: &Corpus, claims: &[ClaimAssessment]) -> Vec<Company> {
    let mut relayed: Pairs<'_> = vec![BTreeMap::new(); corpus.sources.len()];
    let mut confirmed: Pairs<'_> = relayed.clone();
    let mut contradicted: Pairs<'_> = relayed.clone();
    for (entry, assessment) in corpus.claims.iter().zip(claims) {
        let claimants = || entry.record.said.iter().flat_map(|said| said.by.sources());
        for group in &assessment.origins {
            let mut sources: BTreeSet<&SourceId> = group.one_with.iter().chain([&group.source]).collect();
            sources.extend(claimants().filter(|_| group.claimant));
            let alone = sources.iter().all(|source| root(corpus, source) == root(corpus, &group.source));
            for publication in &group.publications {
                // Of several that are one origin, a publication goes back to those that it names itself.
                let goes_back = |source: &&&SourceId| alone || names(corpus, &entry.record, publication, source);
                for source in sources.iter().filter(goes_back) {
                    add(corpus, &mut relayed, source, &publication.publisher, &entry.id);
                }
            }
        }
        if assessment.layer == Layer::Utterance {
            continue;
        }
        for claimant in claimants() {
            for group in assessment.counted().filter(|group| !group.claimant) {
                add(corpus, &mut confirmed, claimant, &group.source, &entry.id);
            }
            let against = assessment.against.iter().filter(|against| against.layer == Layer::Proposition);
            for head in against.flat_map(|against| &against.origins) {
                add(corpus, &mut contradicted, claimant, head, &entry.id);
            }
        }
    }
    let company = |((relayed, confirmed), contradicted)| Company {
        relayed_by: bonds(relayed),
        confirmed_by: bonds(confirmed),
        contradicted_by: bonds(contradicted),
    };
    relayed.into_iter().zip(confirmed).zip(contradicted).map(company).collect()
}

/// Whether a publication says that it has it from a source; the one that carries the claim has it from the claimant.
fn names(corpus: &Corpus, claim: &Claim, publication: &Publication, source: &SourceId) -> bool {
    let is_it = |other: &SourceId| root(corpus, other) == root(corpus, source);
    match publication.evidence {
        Some(at) => claim.evidence[at].origin.iter().any(|origin| match origin {
            OriginRef::Source(named) => is_it(named),
            OriginRef::Own | OriginRef::Unknown => false,
        }),
        None => {
            let carried = claim.said.iter().filter(|said| said.document == publication.document);
            carried.flat_map(|said| said.by.sources()).any(is_it)
        }
    }
}

fn add<'a>(corpus: &Corpus, pairs: &mut Pairs<'a>, source: &SourceId, other: &'a SourceId, claim: &'a ClaimId) {
    let private = || corpus.sources.get(other).is_some_and(|entry| entry.record.is_private());
    // An owner and its organ are one and have nothing to confirm to one another, and a private person is named
    // inside their claims only.
    if let Some(at) = corpus.sources.position(source)
        && root(corpus, source) != root(corpus, other)
        && !private()
    {
        pairs[at].entry(other).or_default().insert(claim);
    }
}

/// Those with the most claims first.
fn bonds(pairs: BTreeMap<&SourceId, BTreeSet<&ClaimId>>) -> Vec<Bond> {
    let bond = |(source, claims): (&SourceId, BTreeSet<&ClaimId>)| Bond {
        source: source.clone(),
        claims: claims.into_iter().cloned().collect(),
    };
    let mut bonds: Vec<Bond> = pairs.into_iter().map(bond).collect();
    bonds.sort_by_key(|bond| std::cmp::Reverse(bond.claims.len()));
    bonds
}
