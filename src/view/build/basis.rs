//! How the desk knows, and what it does not know. Every number here is one that weighing counted.

use std::collections::BTreeSet;

use super::contradictions;
use super::local::Local;
use super::prose::Prose;
use crate::corpus::Entry;
use crate::model::{Claim, DocumentId, Layer, SourceId, Stance, VerdictId};
use crate::view::{Argument, Basis, Doubt, Html, Thread};
use crate::weigh::{ClaimAssessment, OriginGroup};

/// How the desk knows: a sentence, where it goes back to, and the same as threads.
pub(super) fn basis(local: Local<'_, '_>, entry: &Entry<Claim>) -> Basis {
    let claim = &entry.record;
    let assessment = local.context.shown.assessments().claim(local.corpus(), &entry.id);
    let thread = |group: &OriginGroup| Thread {
        name: local.origin_name(claim, group),
        unknown: false,
        publications: group.works().len(),
    };
    let unknown = (assessment.unknown_publications() > 0).then(|| Thread {
        name: local.say("origin_unknown"),
        unknown: true,
        publications: assessment.unknown_publications(),
    });
    let threads = assessment.origins.iter().map(thread).chain(unknown);
    let agreed: Vec<String> =
        assessment.parties_that_agree().into_iter().map(|id| local.source_name(id).text).collect();
    let names = local.list(&agreed);
    Basis {
        sentence: sentence(local, &claim.verdict, assessment),
        trail: trail(local, claim, assessment),
        agreement: (!agreed.is_empty()).then(|| local.say_with("basis_camps_agree", &[("names", (&names).into())])),
        threads: threads.filter(|thread| thread.publications > 0).collect(),
    }
}

/// The works of the origins that count: what goes back to the claimant's own side is told apart.
fn counted_works(assessment: &ClaimAssessment) -> usize {
    assessment.counted().flat_map(OriginGroup::works).collect::<BTreeSet<&DocumentId>>().len()
}

/// How the desk knows what a verdict says, in one sentence.
pub(super) fn sentence(local: Local<'_, '_>, verdict: &VerdictId, assessment: &ClaimAssessment) -> String {
    match assessment.layer {
        Layer::Utterance => words_sentence(local, assessment),
        Layer::Proposition => fact_sentence(local, verdict, assessment),
    }
}

fn fact_sentence(local: Local<'_, '_>, verdict: &VerdictId, assessment: &ClaimAssessment) -> String {
    let (origins, unknown) = (assessment.independent_origins(), assessment.unknown_publications());
    let rating = local.corpus().site.verdicts.get(verdict).and_then(|verdict| verdict.rating);
    let known = rating.is_some_and(|rating| rating.number() >= 4);
    let (key, publications) = match (assessment.known_publications(), counted_works(assessment), unknown) {
        (0, _, 0) => ("basis_none", 0),
        (0, _, _) => ("basis_unknown", 0),
        (all, 0, _) => ("basis_own_side", all),
        (_, counted, 0) if known => ("basis", counted),
        (_, counted, _) if known => ("basis_and_unknown", counted),
        (_, counted, 0) => ("basis_reported", counted),
        (_, counted, _) => ("basis_reported_and_unknown", counted),
    };
    let counts =
        [("publications", publications.into()), ("origins", origins.into()), ("unknown", Argument::Count(unknown))];
    local.say_with(key, &counts)
}

/// That something was said has no origin but the speaker: there are records, and witnesses.
fn words_sentence(local: Local<'_, '_>, assessment: &ClaimAssessment) -> String {
    let publications = assessment.known_publications() + assessment.unknown_publications();
    let key = match (assessment.primary_document, publications, assessment.witnesses()) {
        (true, ..) => "basis_record",
        (_, 0, _) => "basis_none",
        (_, _, 0) => "basis_words",
        _ => "basis_heard",
    };
    let witnesses = assessment.witnesses();
    local.say_with(key, &[("publications", publications.into()), ("witnesses", witnesses.into())])
}

/// “4 publications, 2 origins: SOHR (through AFP, dpa), Civil Defence”.
fn trail(local: Local<'_, '_>, claim: &Claim, assessment: &ClaimAssessment) -> Option<String> {
    let publications = counted_works(assessment);
    if assessment.layer == Layer::Utterance || publications == 0 {
        return None;
    }
    let named = |group: &OriginGroup| {
        let name = local.origin_name(claim, group);
        let via = local.relays(claim, group).join(", ");
        if via.is_empty() {
            return name;
        }
        local.say_with("basis_through", &[("name", (&name).into()), ("via", (&via).into())])
    };
    let origins: Vec<String> = assessment.counted().map(named).collect();
    let publications = local.count("n_publications", publications);
    let count = local.count("n_origins", assessment.independent_origins());
    let list = origins.join(", ");
    let arguments =
        [("publications", (&publications).into()), ("origins", (&count).into()), ("list", Argument::Text(&list))];
    Some(local.say_with("basis_trail", &arguments))
}

impl Local<'_, '_> {
    /// The sources of an origin.
    pub fn origin_sources<'i>(self, claim: &'i Claim, group: &'i OriginGroup) -> Vec<&'i SourceId> {
        let mut sources: Vec<&SourceId> = vec![&group.source];
        if group.claimant {
            sources.extend(claim.said.iter().flat_map(|said| said.by.sources()));
        }
        sources.extend(&group.one_with);
        let mut seen = BTreeSet::new();
        sources.retain(|source| seen.insert(*source));
        sources
    }

    /// The name of an origin, or of those that are one.
    pub fn origin_name(self, claim: &Claim, group: &OriginGroup) -> String {
        let sources = self.origin_sources(claim, group);
        self.list(&sources.into_iter().map(|id| self.source_name(id).text).collect::<Vec<_>>())
    }

    /// Who else published what goes back to an origin, each once.
    fn relays(self, claim: &Claim, group: &OriginGroup) -> Vec<String> {
        let own = self.origin_sources(claim, group);
        let mut seen: BTreeSet<&SourceId> = own.into_iter().collect();
        let publishers = group.publications.iter().map(|publication| &publication.publisher);
        publishers.filter(|publisher| seen.insert(publisher)).map(|id| self.source_name(id).text).collect()
    }
}

/// What remains uncertain, as the evidence and the desk's own fields tell.
pub(super) fn doubts(local: Local<'_, '_>, prose: &mut Prose<'_, '_>, entry: &Entry<Claim>) -> Vec<Doubt> {
    let claim = &entry.record;
    let assessment = local.context.shown.assessments().claim(local.corpus(), &entry.id);
    let unknown = assessment.unknown_publications();
    let say = |key: &str, arguments: &[(&str, Argument<'_>)]| Html::from_text(&local.say_with(key, arguments));
    let mut doubts = Vec::new();
    let against = claim.evidence.iter().filter(|evidence| evidence.stance == Stance::Undermines).count();
    if against > 0 {
        doubts.push(say("doubt_undermined", &[("n", against.into())]));
    }
    doubts.extend(contradictions::doubts(local, assessment));
    if assessment.layer == Layer::Proposition {
        let counted: Vec<&OriginGroup> = assessment.counted().filter(|group| !group.publications.is_empty()).collect();
        match counted.as_slice() {
            [] => {}
            [only] => {
                // Towards the most that there may be, what is of unknown origin counts as one.
                let key = if unknown > 0 { "doubt_single_known" } else { "doubt_single" };
                let name = local.origin_name(claim, only);
                doubts.push(say(key, &[("name", (&name).into())]));
            }
            [first, others @ ..] => {
                let camp = first.camp.as_ref().filter(|_| others.iter().all(|group| group.camp == first.camp));
                if let Some(camp) = camp {
                    let name = local.source_name(camp).text;
                    doubts.push(say("doubt_camp", &[("name", (&name).into())]));
                }
            }
        }
        for group in &assessment.origins {
            let name = local.origin_name(claim, group);
            if !group.counts {
                doubts.push(say("doubt_own_side", &[("name", (&name).into())]));
            }
            if !group.one_with.is_empty() {
                doubts.push(say("doubt_one_origin", &[("names", (&name).into())]));
            }
        }
    }
    if unknown > 0 {
        doubts.push(say("doubt_unknown", &[("n", unknown.into())]));
    }
    let mut doubts: Vec<Doubt> = doubts.into_iter().map(|text| Doubt { text }).collect();
    doubts.extend(contradictions::exceptions(local, prose, entry));
    doubts.extend(claim.resolution.iter().map(|resolution| Doubt { text: prose.short(&resolution.text) }));
    doubts
}
