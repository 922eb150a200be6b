//! Which: exceptions to the rules of the verdicts, and what does not agree.

use std::collections::BTreeSet;

use super::MOST;
use crate::corpus::Entry;
use crate::model::{Claim, DocumentId, Event, ShortText};
use crate::site::Subject;
use crate::view::build::local::Local;
use crate::view::build::prose::Prose;
use crate::view::build::{contradictions, reconciled};
use crate::view::{Html, Link, Remark, Remarks};
use crate::weigh::{Contradiction, ContradictionKind};

/// The claims whose verdict is an exception to its rule.
pub fn exceptions(local: Local<'_, '_>, prose: &mut Prose<'_, '_>) -> Remarks {
    let mut of_claim = |entry: &Entry<Claim>| {
        let exceptions = entry.record.exception.iter().map(|exception| {
            let reason = reason(local, prose, entry, &exception.text);
            contradictions::excepted(local, entry, exception, reason)
        });
        let texts = exceptions.collect();
        of(local, entry, texts)
    };
    cut(local, local.corpus().claims.iter().filter_map(&mut of_claim).collect())
}

/// What speaks against claims, explained and not; among the latter the figures of events that cannot all be true.
pub fn contradictions(local: Local<'_, '_>, prose: &mut Prose<'_, '_>) -> (Remarks, Remarks) {
    let corpus = local.corpus();
    let (mut explained, mut unexplained) = (Vec::new(), Vec::new());
    for entry in &corpus.claims {
        let found = &local.context.shown.assessments().claim(corpus, &entry.id).contradictions;
        let (with, without): (Vec<_>, Vec<_>) = found.iter().partition(|found| found.resolution.is_some());
        let without: Vec<_> = without.into_iter().filter(|found| !explained_there(local, entry, found)).collect();
        let used: BTreeSet<usize> = with.iter().filter_map(|found| found.resolution).collect();
        let resolutions = used.iter().filter_map(|at| entry.record.resolution.get(*at));
        let sentences = |found: &[&Contradiction]| each_once(found.iter().filter_map(|found| told(local, found)));
        let mut texts = sentences(&with);
        texts.extend(resolutions.map(|resolution| reason(local, prose, entry, &resolution.text)));
        explained.extend(of(local, entry, texts));
        unexplained.extend(of(local, entry, sentences(&without)));
    }
    unexplained.extend(corpus.events.iter().filter_map(|entry| of_event(local, prose, entry)));
    (cut(local, explained), cut(local, unexplained))
}

/// Whether two claims say different things and the other one explains it.
fn explained_there(local: Local<'_, '_>, entry: &Entry<Claim>, found: &Contradiction) -> bool {
    let ContradictionKind::Diverges(other) = &found.kind else { return false };
    let back = ContradictionKind::Diverges(entry.id.clone());
    let assessment = local.context.shown.assessments().claim(local.corpus(), other);
    assessment.contradictions.iter().any(|found| found.kind == back && found.resolution.is_some())
}

/// What speaks against a claim, in a sentence that names no private person.
fn told(local: Local<'_, '_>, contradiction: &Contradiction) -> Option<Html> {
    let named = |key: &str, name: &str| Some(Html::from_text(&local.say_with(key, &[("name", name.into())])));
    match &contradiction.kind {
        ContradictionKind::Undermined { document, .. } => {
            named("transparency_undermined", &publisher(local, document)?)
        }
        ContradictionKind::OwnStatement { source, .. } => named("doubt_own_statement", &local.public_name(source).text),
        _ => contradictions::sentence(local, contradiction),
    }
}

fn publisher(local: Local<'_, '_>, id: &DocumentId) -> Option<String> {
    let document = &local.corpus().documents.get(id)?.record;
    Some(local.public_name(&document.publisher).text)
}

/// The values of an event that cannot all be true, and what the desk says of them.
fn of_event(local: Local<'_, '_>, prose: &mut Prose<'_, '_>, entry: &Entry<Event>) -> Option<Remark> {
    let event = local.context.shown.assessments().event(local.corpus(), &entry.id);
    let texts = reconciled::unreconciled(local, event);
    if texts.is_empty() {
        return None;
    }
    let mut texts: Vec<Html> = texts.iter().map(|text| Html::from_text(text)).collect();
    texts.extend(entry.record.resolution.iter().map(|text| prose.short(text)));
    Some(Remark { link: local.event_link(&entry.id), verdict: None, texts })
}

/// The desk's reason; of a claim that a private person has to do with it stands on the page of the claim alone.
fn reason(local: Local<'_, '_>, prose: &mut Prose<'_, '_>, entry: &Entry<Claim>, text: &ShortText) -> Html {
    match local.concerns_private_person(&entry.record) {
        true => Html::from_text(&local.say("transparency_reason_there")),
        false => prose.short(text),
    }
}

fn each_once(texts: impl Iterator<Item = Html>) -> Vec<Html> {
    let mut once: Vec<Html> = Vec::new();
    for text in texts {
        if !once.contains(&text) {
            once.push(text);
        }
    }
    once
}

fn of(local: Local<'_, '_>, entry: &Entry<Claim>, texts: Vec<Html>) -> Option<Remark> {
    let link = Link::to(local.claim_title(entry), local.href(Subject::Claim(entry.id.clone())));
    let verdict = Some(local.verdict(&entry.record.verdict));
    (!texts.is_empty()).then_some(Remark { link, verdict, texts })
}

fn cut(local: Local<'_, '_>, mut rows: Vec<Remark>) -> Remarks {
    let all = rows.len();
    rows.truncate(MOST);
    let more = (all > MOST).then(|| local.count("transparency_more", all));
    Remarks { rows, more }
}
