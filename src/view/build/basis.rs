//! How the desk knows, and what it does not know.

use std::collections::BTreeSet;

use super::contradictions;
use super::local::Local;
use super::prose::Prose;
use crate::corpus::Entry;
use crate::model::{Claim, DocumentId, Layer, SourceId, Stance};
use crate::view::{Argument, Basis, Doubt, Html, Thread};
use crate::weigh::{self, ClaimAssessment, OriginGroup, Publication};

/// The publications that go back to one origin, copies and translations of one document counted once.
struct Trail<'c> {
    source: &'c SourceId,
    counts: bool,
    camp: Option<&'c SourceId>,
    documents: BTreeSet<&'c DocumentId>,
}

/// Where the publications of a claim go back to, the one that carries it among them.
struct Trails<'c> {
    known: Vec<Trail<'c>>,
    unknown: BTreeSet<&'c DocumentId>,
}

impl<'c> Trails<'c> {
    fn new(local: Local<'c, '_>, claim: &'c Claim, assessment: &'c ClaimAssessment) -> Self {
        let corpus = local.corpus();
        let originals = |publications: &'c [Publication]| {
            publications.iter().map(|publication| weigh::original(corpus, &publication.document)).collect()
        };
        let trail = |group: &'c OriginGroup| Trail {
            source: &group.source,
            counts: group.counts,
            camp: group.camp.as_ref(),
            documents: originals(&group.publications),
        };
        let mut known: Vec<Trail<'c>> = assessment.origins.iter().map(trail).collect();
        let mut unknown: BTreeSet<&DocumentId> = originals(&assessment.unknown);
        for said in &claim.said {
            let document = weigh::original(corpus, &said.document);
            let reporter = corpus.documents.get(&said.document).map(|entry| weigh::voice(&entry.record));
            // What happened, the document has from the claimant; that it was said, from its own reporter,
            // unless the text itself is there to be read.
            let from_claimant = assessment.layer == Layer::Proposition || assessment.primary_document;
            let origin = if from_claimant { said.by.sources().first() } else { reporter };
            let Some(origin) = origin else {
                unknown.insert(document);
                continue;
            };
            let head = weigh::root(corpus, origin);
            let same = |trail: &&mut Trail<'_>| {
                let claimant = from_claimant && said.by.sources().contains(trail.source);
                claimant || weigh::root(corpus, trail.source) == head
            };
            match known.iter_mut().find(same) {
                Some(trail) => drop(trail.documents.insert(document)),
                None => known.push(Trail {
                    source: origin,
                    counts: true,
                    camp: None,
                    documents: BTreeSet::from([document]),
                }),
            }
        }
        known.retain(|trail| !trail.documents.is_empty());
        let placed: BTreeSet<&DocumentId> = known.iter().flat_map(|trail| trail.documents.iter().copied()).collect();
        unknown.retain(|document| !placed.contains(document));
        Self { known, unknown }
    }

    fn publications(&self) -> usize {
        self.known.iter().flat_map(|trail| &trail.documents).collect::<BTreeSet<_>>().len()
    }

    fn independent(&self) -> usize {
        self.known.iter().filter(|trail| trail.counts).count()
    }
}

/// How the desk knows: a sentence, and the same as threads.
pub(super) fn basis(local: Local<'_, '_>, entry: &Entry<Claim>) -> Basis {
    let assessment = local.context.checked.assessments.claim(local.corpus(), &entry.id);
    let trails = Trails::new(local, &entry.record, assessment);
    let counts: [(&str, Argument<'_>); 3] = [
        ("publications", trails.publications().into()),
        ("origins", trails.independent().into()),
        ("unknown", trails.unknown.len().into()),
    ];
    let rating = local.corpus().site.verdicts.get(&entry.record.verdict).and_then(|verdict| verdict.rating);
    let known = assessment.layer == Layer::Utterance || rating.is_some_and(|rating| rating.number() >= 4);
    let key = match (trails.publications(), trails.independent(), trails.unknown.len()) {
        _ if assessment.layer == Layer::Utterance && assessment.primary_document => "basis_record",
        (0, _, 0) => "basis_none",
        (0, _, _) => "basis_unknown",
        (_, 0, _) => "basis_own_side",
        (_, _, 0) if known => "basis",
        _ if known => "basis_and_unknown",
        (_, _, 0) => "basis_reported",
        _ => "basis_reported_and_unknown",
    };
    let thread = |trail: &Trail<'_>| Thread {
        name: local.source_name(trail.source).text,
        unknown: false,
        publications: trail.documents.len(),
    };
    let unknown = (!trails.unknown.is_empty()).then(|| Thread {
        name: local.say("origin_unknown"),
        unknown: true,
        publications: trails.unknown.len(),
    });
    Basis { sentence: local.say_with(key, &counts), threads: trails.known.iter().map(thread).chain(unknown).collect() }
}

/// What remains uncertain, as the evidence and the desk's own fields tell.
pub(super) fn doubts(local: Local<'_, '_>, prose: &mut Prose<'_, '_>, entry: &Entry<Claim>) -> Vec<Doubt> {
    let claim = &entry.record;
    let assessment = local.context.checked.assessments.claim(local.corpus(), &entry.id);
    let trails = Trails::new(local, claim, assessment);
    let say = |key: &str, arguments: &[(&str, Argument<'_>)]| Html::from_text(&local.say_with(key, arguments));
    let mut doubts = Vec::new();
    let against = claim.evidence.iter().filter(|evidence| evidence.stance == Stance::Undermines).count();
    if against > 0 {
        doubts.push(say("doubt_undermined", &[("n", against.into())]));
    }
    doubts.extend(contradictions::doubts(local, assessment));
    if assessment.layer == Layer::Proposition {
        let counted: Vec<&Trail<'_>> = trails.known.iter().filter(|trail| trail.counts).collect();
        match counted.as_slice() {
            [] => {}
            [only] => {
                let name = local.source_name(only.source).text;
                doubts.push(say("doubt_single", &[("name", (&name).into())]));
            }
            [first, others @ ..] => {
                if let Some(camp) = first.camp.filter(|_| others.iter().all(|trail| trail.camp == first.camp)) {
                    let name = local.source_name(camp).text;
                    doubts.push(say("doubt_camp", &[("name", (&name).into())]));
                }
            }
        }
    }
    for trail in trails.known.iter().filter(|trail| !trail.counts) {
        let name = local.source_name(trail.source).text;
        doubts.push(say("doubt_own_side", &[("name", (&name).into())]));
    }
    if !trails.unknown.is_empty() {
        doubts.push(say("doubt_unknown", &[("n", trails.unknown.len().into())]));
    }
    let mut doubts: Vec<Doubt> = doubts.into_iter().map(|text| Doubt { text }).collect();
    doubts.extend(contradictions::exceptions(local, prose, entry));
    doubts.extend(claim.resolution.iter().map(|resolution| Doubt { text: prose.short(&resolution.text) }));
    doubts
}
