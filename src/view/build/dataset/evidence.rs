//! What was said and the evidence, as data.

use super::super::local::Local;
use super::super::quotation::Quoted;
use super::record::Discreet;
use crate::corpus::Entry;
use crate::model::{Claim, Evidence, Layer, OriginRef, Said};
use crate::view::{EvidenceFacts, OriginFacts, QuotationFacts, SaidFacts};
use crate::weigh::Verification;

/// Who said a claim, where and when.
pub(super) fn said(local: Local<'_, '_>, texts: &mut Discreet<'_>, entry: &Entry<Claim>) -> Vec<SaidFacts> {
    let compared = &local.context.shown.assessments().quotations(local.corpus(), &entry.id).said;
    let facts = |(said, compared): (&Said, &Vec<Verification>)| SaidFacts {
        by: said.by.sources().iter().map(|id| local.named_source(id)).collect(),
        speaker: said.speaker.as_ref().map(|id| local.named_source(id)),
        document: local.document_facts(&said.document),
        date: said.date.map(|date| date.to_string()),
        paragraphs: said.paragraphs.clone(),
        quotations: {
            let document = local.corpus().documents.get(&said.document).map(|entry| &entry.record);
            let quoted =
                Quoted { fragments: &said.quote, lang: None, translation: said.translation.as_ref(), document };
            quotations(local, texts, &quoted, compared)
        },
    };
    entry.record.said.iter().zip(compared).map(facts).collect()
}

/// The evidence of a claim, in its own order.
pub(super) fn evidence(local: Local<'_, '_>, texts: &mut Discreet<'_>, entry: &Entry<Claim>) -> Vec<EvidenceFacts> {
    let compared = &local.context.shown.assessments().quotations(local.corpus(), &entry.id).evidence;
    let verdict = local.corpus().site.verdicts.get(&entry.record.verdict);
    let layer = verdict.map_or(Layer::Proposition, |verdict| verdict.about);
    let facts = |(evidence, compared): (&Evidence, &Vec<Verification>)| EvidenceFacts {
        document: local.document_facts(&evidence.document),
        stance: evidence.stance.word(),
        layer: evidence.about.unwrap_or(layer).word(),
        sees: evidence.sees.word(),
        origins: evidence.origin.iter().map(|origin| self::origin(local, origin)).collect(),
        quotations: {
            let quoted = Quoted {
                fragments: &evidence.quote,
                lang: evidence.lang.as_ref(),
                translation: evidence.translation.as_ref(),
                document: local.corpus().documents.get(&evidence.document).map(|entry| &entry.record),
            };
            quotations(local, texts, &quoted, compared)
        },
        figures: evidence.figures.iter().map(|figure| local.figure_facts(figure)).collect(),
        note: evidence.note.as_ref().and_then(|note| texts.short(local, note)),
    };
    entry.record.evidence.iter().zip(compared).map(facts).collect()
}

fn origin(local: Local<'_, '_>, origin: &OriginRef) -> OriginFacts {
    match origin {
        OriginRef::Own => OriginFacts { kind: "self", source: None },
        OriginRef::Unknown => OriginFacts { kind: "unknown", source: None },
        OriginRef::Source(id) => OriginFacts { kind: "source", source: Some(local.named_source(id)) },
    }
}

fn quotations(
    local: Local<'_, '_>,
    texts: &mut Discreet<'_>,
    quoted: &Quoted<'_>,
    compared: &[Verification],
) -> Vec<QuotationFacts> {
    let quotations = quoted.quotations(local, compared).into_iter().filter_map(|quotation| {
        Some(QuotationFacts {
            text: texts.pass(quotation.words.text)?,
            language: quotation.words.lang.unwrap_or_else(|| local.lang().to_owned()),
            translation: quotation.translation.and_then(|text| texts.pass(text)),
            level: quotation.level,
            sha256: quotation.capture,
        })
    });
    quotations.collect()
}
