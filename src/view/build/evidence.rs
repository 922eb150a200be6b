//! The evidence of a claim, by where it goes back to.

use std::collections::BTreeSet;

use super::local::Local;
use super::prose::Prose;
use super::quotation::Quoted;
use crate::corpus::Entry;
use crate::model::{self, Claim, Layer, Sees, Stance};
use crate::view::{self, Evidence, Link, Origin, Quotation};
use crate::weigh::{ClaimQuotations, Publication, Verification};

/// The evidence of a claim: by origin, then of unknown origin, against it, on its other layer, and context.
pub(super) fn groups(local: Local<'_, '_>, prose: &mut Prose<'_, '_>, entry: &Entry<Claim>) -> Vec<Origin> {
    let claim = &entry.record;
    let assessment = local.context.shown.assessments().claim(local.corpus(), &entry.id);
    let compared = local.context.shown.assessments().quotations(local.corpus(), &entry.id);
    let mut shelf =
        Shelf { local, claim, compared, layer: assessment.layer, shown: BTreeSet::new(), groups: Vec::new() };
    let of = |publications: &[Publication]| {
        publications.iter().filter_map(|publication| publication.evidence).collect::<Vec<usize>>()
    };
    for group in &assessment.origins {
        let name = match local.origin_sources(claim, group).as_slice() {
            [one] => local.source_link(one),
            _ => Link::unlinked(local.origin_name(claim, group)),
        };
        shelf.add(prose, name, of(&group.publications));
    }
    let unknown = of(&assessment.unknown);
    if !unknown.is_empty() {
        shelf.add(prose, Link::unlinked(local.say("origin_unknown")), unknown);
        shelf.groups.last_mut().expect("it was added").unknown = true;
    }
    let all = || claim.evidence.iter().enumerate();
    let against = all().filter(|(_, evidence)| evidence.stance == Stance::Undermines);
    shelf.add(prose, Link::unlinked(local.say("origin_undermines")), against.map(|(at, _)| at).collect());
    let rest = all().filter(|(_, evidence)| evidence.stance != Stance::Context);
    let rest = rest.filter(|(at, _)| !shelf.shown.contains(at)).map(|(at, _)| at).collect();
    let other = match assessment.layer {
        Layer::Utterance => "layer_proposition",
        Layer::Proposition => "layer_utterance",
    };
    shelf.add(prose, Link::unlinked(local.say(other)), rest);
    let context = all().filter(|(_, evidence)| evidence.stance == Stance::Context);
    shelf.add(prose, Link::unlinked(local.say("origin_context")), context.map(|(at, _)| at).collect());
    shelf.groups
}

/// The groups as they fill; a publication with several origins is told in full once.
struct Shelf<'c, 'a> {
    local: Local<'c, 'a>,
    claim: &'c Claim,
    compared: &'c ClaimQuotations,
    layer: Layer,
    shown: BTreeSet<usize>,
    groups: Vec<Origin>,
}

impl Shelf<'_, '_> {
    fn add(&mut self, prose: &mut Prose<'_, '_>, name: Link, evidence: Vec<usize>) {
        if evidence.is_empty() {
            return;
        }
        let evidence = evidence.into_iter().map(|at| {
            let first = self.shown.insert(at);
            self.evidence(prose, at, first)
        });
        let evidence = evidence.collect();
        self.groups.push(Origin { name, unknown: false, evidence });
    }

    fn evidence(&self, prose: &mut Prose<'_, '_>, at: usize, in_full: bool) -> Evidence {
        let local = self.local;
        let evidence = &self.claim.evidence[at];
        let about = evidence.about.filter(|about| *about != self.layer);
        let sees = match evidence.sees {
            Sees::Witness | Sees::Record => Some(local.say_word("sees", evidence.sees.word())),
            Sees::Report => None,
        };
        let mut shown = Evidence {
            document: local.document_line(&evidence.document),
            stance: stance(evidence.stance),
            stance_label: local.say_word("stance", evidence.stance.word()),
            sees,
            about: about.map(|about| local.say_word("about", about.word())),
            quotations: Vec::new(),
            figures: Vec::new(),
            note: None,
        };
        if in_full {
            shown.quotations = quotations(local, evidence, &self.compared.evidence[at]);
            shown.figures = evidence.figures.iter().map(|figure| local.figure_line(figure)).collect();
            shown.note = evidence.note.as_ref().map(|note| prose.short(note));
        }
        shown
    }
}

fn quotations(local: Local<'_, '_>, evidence: &model::Evidence, compared: &[Verification]) -> Vec<Quotation> {
    let quoted = Quoted {
        fragments: &evidence.quote,
        lang: evidence.lang.as_ref(),
        translation: evidence.translation.as_ref(),
        document: local.corpus().documents.get(&evidence.document).map(|entry| &entry.record),
    };
    quoted.quotations(local, compared)
}

fn stance(stance: Stance) -> view::Stance {
    match stance {
        Stance::Supports => view::Stance::Supports,
        Stance::Refines => view::Stance::Refines,
        Stance::Undermines => view::Stance::Undermines,
        Stance::Context => view::Stance::Context,
    }
}
