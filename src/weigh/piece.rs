//! The pieces of evidence that carry a claim, and the origins that each names.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::Weighing;
use super::descent::Descent;
use crate::model::{Document, DocumentId, Evidence, Layer, OriginRef};

/// A piece of evidence that supports or refines the claim.
pub struct Piece<'a> {
    /// Which piece of evidence, counted from 0.
    pub at: usize,
    /// The piece.
    pub evidence: &'a Evidence,
    /// Its document.
    pub document: &'a Document,
    /// The document that it is or of which it is a copy or a translation.
    pub work: &'a DocumentId,
    /// Whether another copy of the same says where it has it from.
    pub copy: bool,
    /// The nodes of its origins; none if they are unknown.
    pub origins: Vec<usize>,
}

/// All of them, with their origins. Of copies of one document, the original or the first that is cited says where it
/// has it from; the others only stand beside it.
pub(super) fn all<'a>(weighing: Weighing<'a>, descent: &mut Descent<'a>, claimant: Option<usize>) -> Vec<Piece<'a>> {
    let supporting = weighing.relevant().filter(|(_, evidence)| evidence.stance.carries());
    let piece = |(at, evidence): (usize, &'a Evidence)| {
        let document = &weighing.corpus.documents.get(&evidence.document)?.record;
        let work = weighing.standing.work(&evidence.document);
        Some(Piece { at, evidence, document, work, copy: false, origins: Vec::new() })
    };
    let mut pieces: Vec<Piece<'a>> = supporting.filter_map(piece).collect();
    let speaking = speaking(&pieces);
    let mut named: BTreeMap<&DocumentId, BTreeSet<usize>> = BTreeMap::new();
    for piece in &mut pieces {
        piece.copy = speaking[piece.work] != &piece.evidence.document;
        if !piece.copy {
            piece.origins = origins(weighing, piece, descent, claimant);
            named.entry(piece.work).or_default().extend(&piece.origins);
        }
    }
    for piece in pieces.iter_mut().filter(|piece| piece.copy) {
        piece.origins.extend(named.get(piece.work).into_iter().flatten());
    }
    pieces
}

/// For each work, the one of its copies that says where it has it from.
fn speaking<'a>(pieces: &[Piece<'a>]) -> BTreeMap<&'a DocumentId, &'a DocumentId> {
    let mut speaking = BTreeMap::new();
    for piece in pieces {
        let first = speaking.entry(piece.work).or_insert(&piece.evidence.document);
        if piece.evidence.document == *piece.work {
            *first = piece.work;
        }
    }
    speaking
}

fn origins<'a>(
    weighing: Weighing<'a>,
    piece: &Piece<'a>,
    descent: &mut Descent<'a>,
    claimant: Option<usize>,
) -> Vec<usize> {
    let speaker = weighing.standing.speaks(&piece.evidence.document);
    let reprint = is_reprint(weighing, piece);
    let mut origins = Vec::new();
    for origin in &piece.evidence.origin {
        let source = match origin {
            // A reprint of the text that carries the claim saw nothing that the claimant did not say.
            OriginRef::Own if reprint => {
                origins.extend(claimant);
                continue;
            }
            OriginRef::Own => speaker,
            OriginRef::Source(source) => Some(source),
            OriginRef::Unknown => None,
        };
        let Some(source) = source else { continue };
        let node = descent.name(source, weighing.standing.head(source));
        if speaker == Some(source) {
            descent.knows(node);
        }
        origins.push(node);
    }
    origins
}

/// Whether a piece is another printing of a document that carries the claim.
fn is_reprint(weighing: Weighing<'_>, piece: &Piece<'_>) -> bool {
    let said = &weighing.claim.said;
    weighing.layer == Layer::Proposition
        && said.iter().any(|said| weighing.standing.work(&said.document) == piece.work)
        && said.iter().all(|said| said.document != piece.evidence.document)
        && piece.evidence.document != *piece.work
}
