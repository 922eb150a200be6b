//! The publications of a claim, sorted by the origins that they go back to.

use std::collections::BTreeSet;

use super::claim::Weighing;
use super::descent::{Descent, Root};
use super::group::{OriginGroup, Publication};
use super::piece::Piece;
use crate::model::{DocumentId, Sees, SourceId};

/// The origins of a claim as they fill with publications.
pub(super) struct Sorted<'a, 'd> {
    weighing: Weighing<'a>,
    descent: &'d Descent<'a>,
    /// For each source that is named, the origins that it goes back to.
    goes_back: Vec<Vec<usize>>,
    /// Which origin is the claimant's.
    own: Option<usize>,
    pub groups: Vec<OriginGroup>,
    pub unknown: Vec<Publication>,
}

impl<'a, 'd> Sorted<'a, 'd> {
    /// The origins, without publications.
    pub fn new(weighing: Weighing<'a>, descent: &'d Descent<'a>, claimant: Option<usize>) -> Self {
        let (roots, goes_back) = descent.roots();
        let own = claimant.and_then(|claimant| goes_back[claimant].first().copied());
        let own_sides: Vec<&SourceId> = weighing.claimants().map(|source| weighing.standing.head(source)).collect();
        let groups = roots.iter().enumerate().map(|(at, root)| group(weighing, root, own == Some(at), &own_sides));
        let groups = groups.collect();
        Self { weighing, descent, goes_back, own, groups, unknown: Vec::new() }
    }

    /// Puts a piece of evidence to every origin that it goes back to.
    pub fn add_piece(&mut self, piece: &Piece<'a>) {
        let publication = self.publication(Some(piece.at), &piece.evidence.document, &piece.document.publisher);
        let back: BTreeSet<usize> = piece.origins.iter().flat_map(|&origin| &self.goes_back[origin]).copied().collect();
        back.iter().for_each(|&group| self.groups[group].publications.push(publication.clone()));
        if back.is_empty() {
            self.unknown.push(publication);
        }
        if piece.evidence.sees == Sees::Witness && !piece.copy {
            piece.origins.iter().for_each(|&origin| self.add_witness(piece, origin));
        }
    }

    /// Who relays a witness, or is one origin with the claimant, makes no witness of that one.
    fn add_witness(&mut self, piece: &Piece<'a>, origin: usize) {
        let [one] = self.goes_back[origin][..] else { return };
        let there = if self.own == Some(one) { self.saw_it(piece) } else { self.descent.tells_its_own(origin) };
        self.groups[one].witness |= there;
    }

    /// Whether a claimant is itself the origin of a piece.
    fn saw_it(&self, piece: &Piece<'a>) -> bool {
        let mut named = self.weighing.named(piece.evidence);
        named.any(|source| self.weighing.claimants().any(|claimant| claimant == source))
    }

    /// Puts the documents that carry the claim first; `heard` names the source that each is of.
    pub fn add_statements(&mut self, heard: &[Option<usize>]) {
        for (said, heard) in self.weighing.claim.said.iter().zip(heard).rev() {
            let Some(document) = self.weighing.corpus.documents.get(&said.document) else { continue };
            let publication = self.publication(None, &said.document, &document.record.publisher);
            match heard.and_then(|node| self.goes_back[node].first()) {
                Some(&group) => self.groups[group].publications.insert(0, publication),
                None => self.unknown.insert(0, publication),
            }
        }
    }

    fn publication(&self, evidence: Option<usize>, document: &'a DocumentId, publisher: &SourceId) -> Publication {
        let work = self.weighing.standing.work(document).clone();
        Publication { evidence, document: document.clone(), work, publisher: publisher.clone() }
    }
}

fn group(weighing: Weighing<'_>, root: &Root<'_>, claimant: bool, own_sides: &[&SourceId]) -> OriginGroup {
    let standing = weighing.standing;
    let own_side = root.heads.iter().any(|head| own_sides.iter().any(|own| standing.same_side(head, own)));
    let mut heads = root.own_account.iter().map(|source| standing.head(source));
    let speaks_for = heads.find(|head| standing.camp(head).is_some());
    OriginGroup {
        source: root.sources[0].clone(),
        one_with: root.sources[1..].iter().map(|source| (*source).clone()).collect(),
        claimant,
        counts: claimant || !own_side,
        own_account: !root.own_account.is_empty(),
        camp: speaks_for.and_then(|head| standing.camp(head)).cloned(),
        party: speaks_for.is_some_and(|head| standing.is_party(head)),
        witness: false,
        publications: Vec::new(),
    }
}
