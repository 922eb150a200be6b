//! What speaks against a claim, and whether its authors explain it.

use super::claim::layer_of;
use super::event::{EventAssessment, Gathered, Report, compared};
use super::origins::{original, root};
use super::reconcile::{Group, Outcome, is_after};
use crate::corpus::{Corpus, Entry};
use crate::model::{
    Claim, ClaimId, DocumentId, Layer, MeasureId, PopulationId, Relation, Resolution, SourceId, Stance,
};
use crate::text::quantity::Quantity;

/// Two things about a claim that cannot both be true.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Contradiction {
    /// The layer that it bears on.
    pub layer: Layer,
    /// What contradicts what.
    pub kind: ContradictionKind,
    /// Which resolution of the claim explains it, counted from 0.
    pub resolution: Option<usize>,
}

/// What contradicts what.
#[derive(Clone, Debug, PartialEq, Hash)]
pub enum ContradictionKind {
    /// Another claim says otherwise.
    Diverges(ClaimId),
    /// A piece of evidence says otherwise.
    Undermined {
        /// Which, counted from 0.
        evidence: usize,
        /// Its document.
        document: DocumentId,
    },
    /// Figures that can be compared differ, and no declared series explains it.
    Figures {
        /// What is counted.
        measure: MeasureId,
        /// Of whom.
        of: Option<PopulationId>,
        /// The values, each once.
        values: Vec<Quantity>,
        /// The documents that give them.
        documents: Vec<DocumentId>,
    },
    /// More is counted in a part than in the whole.
    Overflow {
        /// The part.
        part: Box<Report>,
        /// The whole.
        whole: Box<Report>,
    },
    /// A source gives another figure than on an earlier day.
    OwnStatement {
        /// The source, or the owner of both voices.
        source: SourceId,
        /// The earlier document.
        earlier: DocumentId,
        /// The later one.
        later: DocumentId,
    },
}

/// What speaks against a claim on a layer; `verdict` is the layer of its verdict, and `event` holds the figures of its event, if it has one.
pub fn of(
    corpus: &Corpus,
    entry: &Entry<Claim>,
    verdict: Layer,
    layer: Layer,
    event: Option<&EventAssessment>,
) -> Vec<Contradiction> {
    let claim = &entry.record;
    let mut found: Vec<(Layer, ContradictionKind)> = Vec::new();
    for other in diverging(corpus, entry) {
        found.push((layer, ContradictionKind::Diverges(other.clone())));
    }
    for (at, evidence) in claim.evidence.iter().enumerate() {
        if evidence.stance == Stance::Undermines {
            let document = evidence.document.clone();
            found.push((layer_of(evidence, verdict), ContradictionKind::Undermined { evidence: at, document }));
        }
    }
    let own;
    let figures = match event {
        Some(event) => event,
        None => {
            own = compared(corpus, std::iter::once(entry), &[]);
            &own
        }
    };
    let figures = figures.gathered.iter().flat_map(|gathered| disagreements(corpus, &entry.id, gathered)).chain(
        figures.overflows.iter().filter(|overflow| concerns(&entry.id, &overflow.part, &overflow.whole)).map(
            |overflow| ContradictionKind::Overflow {
                part: Box::new(overflow.part.clone()),
                whole: Box::new(overflow.whole.clone()),
            },
        ),
    );
    found.extend(figures.map(|kind| (Layer::Proposition, kind)));
    let contradiction = |(layer, kind): (Layer, ContradictionKind)| {
        let resolution = claim.resolution.iter().position(|resolution| explains(corpus, claim, resolution, &kind));
        Contradiction { layer, kind, resolution }
    };
    found.into_iter().map(contradiction).collect()
}

/// The claims that this one diverges from, whichever of the two says so.
fn diverging<'a>(corpus: &'a Corpus, entry: &'a Entry<Claim>) -> Vec<&'a ClaimId> {
    let mut others: Vec<&ClaimId> = entry.record.relations.diverges.iter().collect();
    let position = corpus.claims.position(&entry.id).expect("the claim is one of the corpus");
    for (relation, other) in &corpus.backlinks.claim(position).relations {
        if *relation == Relation::Diverges && !others.contains(&other) {
            others.push(other);
        }
    }
    others
}

/// The figures of a claim that differ from others: a source from itself on another day, then the rest.
fn disagreements(corpus: &Corpus, claim: &ClaimId, gathered: &Gathered) -> Vec<ContradictionKind> {
    let reports = &gathered.reports;
    let mut found = Vec::new();
    for group in gathered.groups.iter().filter(|group| group.outcome == Outcome::Unreconciled) {
        let mut differing: Vec<usize> = Vec::new();
        let mut sources: Vec<&SourceId> = Vec::new();
        for (one, other) in conflicts(group, reports, claim) {
            if let Some((source, earlier, later)) = own_statement(corpus, &reports[one], &reports[other])
                && !sources.contains(&source)
            {
                sources.push(source);
                let (earlier, later) = (earlier.clone(), later.clone());
                found.push(ContradictionKind::OwnStatement { source: source.clone(), earlier, later });
            }
            for at in [one, other] {
                if !differing.contains(&at) {
                    differing.push(at);
                }
            }
        }
        differing.sort_unstable();
        let mut values: Vec<Quantity> = Vec::new();
        let mut documents: Vec<DocumentId> = Vec::new();
        for report in differing.into_iter().map(|at| &reports[at]) {
            let value = &report.figure.value;
            if !values
                .iter()
                .any(|known| (known.qualifier, known.low, known.high) == (value.qualifier, value.low, value.high))
            {
                values.push(value.clone());
            }
            if !documents.contains(&report.document) {
                documents.push(report.document.clone());
            }
        }
        if !values.is_empty() {
            let (measure, of) = (gathered.measure.clone(), gathered.of.clone());
            found.push(ContradictionKind::Figures { measure, of, values, documents });
        }
    }
    found
}

/// The pairs of a group that cannot both be true and concern a claim.
fn conflicts(group: &Group, reports: &[Report], claim: &ClaimId) -> Vec<(usize, usize)> {
    let mine: Vec<usize> = group.reports.iter().copied().filter(|at| reports[*at].claims.contains(claim)).collect();
    let mut pairs = Vec::new();
    for one in mine {
        for other in group.reports.iter().copied() {
            let seen = pairs.contains(&(other, one));
            let concerned = concerns(claim, &reports[one], &reports[other]);
            if one != other && !seen && concerned && group.conflict(reports, one, other) {
                pairs.push((one, other));
            }
        }
    }
    pairs
}

/// Whether a claim cites both reports, or gives one of them as its own.
fn concerns(claim: &ClaimId, one: &Report, other: &Report) -> bool {
    let cites = |report: &Report| report.claims.contains(claim);
    (cites(one) && cites(other)) || (one.claimed && cites(one)) || (other.claimed && cites(other))
}

/// The source that gives both figures on different days, with the earlier and the later document.
fn own_statement<'a>(
    corpus: &'a Corpus,
    one: &'a Report,
    other: &'a Report,
) -> Option<(&'a SourceId, &'a DocumentId, &'a DocumentId)> {
    let heads: Vec<&SourceId> = other.by.iter().map(|source| root(corpus, source)).collect();
    let source = one.by.iter().map(|source| root(corpus, source)).find(|head| heads.contains(head))?;
    // Versions of one day, and undated ones, have no order.
    if is_after(other.reported, one.reported) {
        return Some((source, &one.document, &other.document));
    }
    is_after(one.reported, other.reported).then_some((source, &other.document, &one.document))
}

/// Whether a resolution names everything that contradicts the claim; its own document goes without saying.
fn explains(corpus: &Corpus, claim: &Claim, resolution: &Resolution, kind: &ContradictionKind) -> bool {
    let named = |id: &str| resolution.of.iter().any(|of| of.as_str() == id);
    let of_document = |document: &DocumentId| {
        let first = original(corpus, document);
        let copy = |of: &str| original(corpus, &DocumentId::new(of)) == first;
        named(document.as_str()) || resolution.of.iter().any(|of| copy(of.as_str()))
    };
    let all = |documents: &[&DocumentId]| {
        let own = |document: &DocumentId| claim.said.iter().any(|said| said.document == *document);
        let mut others = documents.iter().filter(|document| !own(document)).peekable();
        match others.peek() {
            Some(_) => others.all(|document| of_document(document)),
            None => documents.iter().all(|document| of_document(document)),
        }
    };
    match kind {
        ContradictionKind::Diverges(claim) => named(claim.as_str()),
        ContradictionKind::Undermined { document, .. } => of_document(document),
        ContradictionKind::Figures { documents, .. } => all(&documents.iter().collect::<Vec<_>>()),
        ContradictionKind::Overflow { part, whole } => all(&[&part.document, &whole.document]),
        ContradictionKind::OwnStatement { earlier, later, .. } => all(&[earlier, later]),
    }
}
