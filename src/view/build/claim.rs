//! The page of one claim.

use super::local::Local;
use super::prose::Prose;
use super::quotation::Quoted;
use super::{basis, citation, embed, evidence, figures, graph, media, related};
use crate::corpus::Entry;
use crate::model::{self, Claim, Layer, RevisionType, Said, VerdictId};
use crate::site::Subject;
use crate::view::{self, ClaimPage, Html, Link, Notice, Passage, Report, Revision, Statement, Wording};
use crate::weigh::Verification;

/// The page of one claim.
pub(super) fn page(local: Local<'_, '_>, entry: &Entry<Claim>) -> ClaimPage {
    let claim = &entry.record;
    let compared = &local.context.shown.assessments().quotations(local.corpus(), &entry.id).said;
    let mut prose = Prose::new(local);
    // The article is cited from first; the evidence follows in its own order.
    let body = prose.body(entry);
    let doubts = basis::doubts(local, &mut prose, entry);
    let origins = evidence::groups(local, &mut prose, entry);
    let reply = claim.reply.as_ref().map(|reply| self::reply(local, &mut prose, reply));
    let media = claim.media.as_ref().map(|media| media::section(local, &mut prose, media));
    for evidence in &claim.evidence {
        prose.refer(&evidence.document);
    }
    for document in claim.media.iter().flat_map(|media| media.document.iter().chain(&media.original)) {
        prose.refer(document);
    }
    let title = local.claim_title(entry);
    ClaimPage {
        passages: passages(local, claim),
        notices: notices(local, entry),
        statements: claim.said.iter().zip(compared).map(|(said, compared)| statement(local, said, compared)).collect(),
        claim: local.claim_text(entry),
        layers: layers(local, entry),
        media,
        basis: Some(basis::basis(local, entry)),
        doubts,
        body,
        origins,
        figures: figures::of_claim(local, claim),
        graph: graph::graph(local, entry),
        reply,
        references: prose.references(),
        published: claim.published.map(|date| local.date(date)),
        authors: claim.authors.iter().map(|id| author(local, id)).collect(),
        reviewed: claim.reviewed.as_ref().map(|review| {
            let by = local.plain_html(&author(local, &review.by));
            local.say_html("reviewed", &[("date", &local.time(review.date)), ("by", &by)])
        }),
        revisions: claim.revisions.iter().map(|revision| self::revision(local, revision)).collect(),
        report: Some(report(local, &title)),
        citation: citation::section(local, entry),
        embedding: embed::embedding(local, entry),
        related: related::groups(local, entry),
        title,
    }
}

fn passages(local: Local<'_, '_>, claim: &Claim) -> Vec<Passage> {
    let passage = |said: &Said| {
        let coverage = local.context.map.has_coverage(&said.document);
        let coverage = coverage.then(|| local.href(Subject::Coverage(said.document.clone())));
        let paragraph = |number: &u32| {
            let words = local.say_with("paragraph_n", &[("n", (*number as usize).into())]);
            let href = coverage.as_ref().map(|coverage| format!("{coverage}#p{number}"));
            Link { href, ..Link::unlinked(words) }
        };
        Passage {
            document: local.document_link(&said.document),
            paragraphs: said.paragraphs.iter().map(paragraph).collect(),
        }
    };
    claim.said.iter().map(passage).collect()
}

fn statement(local: Local<'_, '_>, said: &Said, compared: &[Verification]) -> Statement {
    let document = local.corpus().documents.get(&said.document).map(|entry| &entry.record);
    let words = Quoted { fragments: &said.quote, lang: None, translation: said.translation.as_ref(), document };
    let numbers: Vec<String> = said.paragraphs.iter().map(ToString::to_string).collect();
    let paragraphs = match numbers.as_slice() {
        [] => None,
        [number] => Some(local.say_with("paragraph_n", &[("n", number.into())])),
        several => Some(local.say_with("paragraphs_list", &[("list", (&local.list(several)).into())])),
    };
    // The name of the document ends with its date; the same day is not said twice.
    let same_day = document.is_some_and(|document| document.date == said.date);
    Statement {
        quotations: words.quotations(local, compared),
        by: said.by.sources().iter().map(|id| local.source_link(id)).collect(),
        speaker: said.speaker.as_ref().map(|id| local.source_link(id)),
        document: local.document_link(&said.document),
        paragraphs,
        date: said.date.filter(|_| !same_day).map(|date| local.date(date)),
    }
}

fn layers(local: Local<'_, '_>, entry: &Entry<Claim>) -> Vec<view::Layer> {
    let claim = &entry.record;
    let scale = &local.corpus().site.verdicts;
    let about = |id: &VerdictId| scale.get(id).map_or(Layer::Proposition, |verdict| verdict.about);
    let described = |id: &VerdictId| {
        let description = scale.get(id).and_then(|verdict| verdict.description.as_ref());
        description.map(|text| local.text(text)).unwrap_or_default()
    };
    let judgements: Vec<_> = local.context.shown.assessments().judgements(local.corpus(), entry).collect();
    let layer = |layer: Layer| {
        let label = local.say_word("layer", layer.word());
        let second = judgements.iter().find(|one| one.field == "substance" && one.assessment.layer == layer);
        if about(&claim.verdict) == layer {
            let text = local.claim_summary(entry).unwrap_or_else(|| described(&claim.verdict));
            view::Layer { label, verdict: Some(local.verdict(&claim.verdict)), text }
        } else if let Some(second) = second {
            let known = basis::sentence(local, second.id, second.assessment);
            let text = [described(second.id), known].into_iter().filter(|text| !text.is_empty());
            view::Layer { label, verdict: Some(local.verdict(second.id)), text: text.collect::<Vec<_>>().join(" ") }
        } else {
            view::Layer { label, verdict: None, text: open_layer(local, claim, layer) }
        }
    };
    [Layer::Utterance, Layer::Proposition].map(layer).to_vec()
}

/// What is said of a layer that no verdict is about.
fn open_layer(local: Local<'_, '_>, claim: &Claim, layer: Layer) -> String {
    if layer == Layer::Proposition {
        return local.say("layer_proposition_open");
    }
    let said = claim.said.first();
    let document = local.document_link(&said.document).text;
    let publisher = local.corpus().documents.get(&said.document).map(|entry| &entry.record.publisher);
    let by: Vec<String> = said.by.sources().iter().map(|id| local.source_name(id).text).collect();
    let key = match said.by.sources() {
        [] => "layer_utterance_unstated",
        [one] if Some(one) == publisher => "layer_utterance_own",
        _ => "layer_utterance_open",
    };
    let names = local.list(&by);
    local.say_with(key, &[("document", (&document).into()), ("n", by.len().into()), ("by", (&names).into())])
}

fn notices(local: Local<'_, '_>, entry: &Entry<Claim>) -> Vec<Notice> {
    let changes = entry.record.revisions.iter().filter(|revision| match revision.kind {
        RevisionType::Correction | RevisionType::VerdictChange | RevisionType::Retraction => true,
        RevisionType::Typo | RevisionType::Clarification | RevisionType::Update => false,
    });
    let notice = |revision: &model::Revision| Notice {
        kind: local.say_word("revision", revision.kind.word()),
        date: local.date(revision.date),
        text: local.wording(&revision.text),
    };
    let translated = local.translated(entry);
    let stale = translated.and_then(|translated| entry.revisions_unseen_in(translated).pop()).map(|latest| Notice {
        kind: local.say("translation_stale"),
        date: local.date(latest.date),
        text: Wording::here(local.say("translation_stale_text")),
    });
    stale.into_iter().chain(changes.rev().map(notice)).collect()
}

fn revision(local: Local<'_, '_>, revision: &model::Revision) -> Revision {
    Revision {
        date: local.date(revision.date),
        kind: local.say_word("revision", revision.kind.word()),
        text: local.wording(&revision.text),
    }
}

/// An author by name.
pub(super) fn author(local: Local<'_, '_>, id: &model::AuthorId) -> String {
    let author = local.corpus().site.authors.iter().find(|author| author.id == *id);
    author.map_or_else(|| id.to_string(), |author| local.text(&author.name))
}

fn reply(local: Local<'_, '_>, prose: &mut Prose<'_, '_>, reply: &model::Reply) -> Html {
    let of = local.plain_html(&local.source_name(&reply.of).text);
    let asked = local.say_html("reply_asked", &[("of", &of), ("date", &local.time(reply.asked))]);
    let answer = match &reply.answer {
        Some(answer) => prose.short(answer),
        None => Html::from_text(&local.say("reply_none")),
    };
    Html::from_markup(format!("<p>{asked}</p><p>{answer}</p>"))
}

fn report(local: Local<'_, '_>, title: &str) -> Report {
    let contact = local.corpus().site.contact.as_ref();
    let text = contact.and_then(|contact| contact.text.as_ref()).map(|text| local.text(text));
    let subject = local.say_with("report_subject", &[("title", title.into())]);
    Report { text: text.unwrap_or_else(|| local.say("report_text")), link: local.contact(Some(&subject)) }
}
