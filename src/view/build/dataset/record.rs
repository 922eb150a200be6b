//! One claim in one language, as data.

use super::super::local::Local;
use super::super::{ViewContext, basis, citation, claim as pages};
use super::{evidence, package, provenance, quotations, reviews};
use crate::corpus::{Entry, find_name};
use crate::markdown;
use crate::model::{Claim, Media, ShortText};
use crate::site::{Dataset, Route, Subject};
use crate::text::{Lang, typography};
use crate::view::{
    BasisFacts, ChangeFacts, ClaimRecord, Edition, MediaFacts, Named, RelationFacts, ReplyFacts, ReviewFacts, Selector,
    VerdictFacts,
};

/// A claim in one language; no text of it names a private person.
pub fn record(context: &ViewContext<'_>, lang: &Lang, entry: &Entry<Claim>) -> ClaimRecord {
    let local = context.local(lang);
    let claim = &entry.record;
    let mut texts = Discreet { names: context.private.named_in(claim).collect(), withheld: 0 };
    let map = context.map();
    let publisher = &local.corpus().site.publisher;
    let verdict = local.verdict_facts(&claim.verdict);
    let basis = basis_facts(local, entry);
    let title = texts.pass(local.claim_title(entry));
    let summary = local.claim_summary(entry).and_then(|text| texts.pass(text));
    let answer = answer(local, title.as_deref(), &verdict, summary.as_deref(), &basis, claim);
    let mut annotations = quotations::of_claim(context, entry);
    annotations.retain(|annotation| annotation.target.selector.iter().all(|selector| texts.may_stand(selector)));
    ClaimRecord {
        schema: map.dataset_url(Dataset::ClaimSchema),
        id: entry.id.to_string(),
        language: lang.to_string(),
        url: local.url(Subject::Claim(entry.id.clone())),
        editions: map
            .languages()
            .iter()
            .filter(|other| *other != lang)
            .map(|other| edition(context, other, entry))
            .collect(),
        publisher: Named { name: Some(local.typeset(&publisher.name)), url: publisher.url.clone(), ..Named::default() },
        licence: package::licence(local),
        draft: claim.draft,
        claim: texts.pass(local.claim_text(entry)),
        verdict,
        substance: claim.substance.as_ref().map(|id| local.verdict_facts(id)),
        basis,
        said: evidence::said(local, &mut texts, entry),
        media: claim.media.as_ref().map(|media| self::media(local, &mut texts, media)),
        date: claim.date.map(|date| date.to_string()),
        event: claim.event.as_ref().map(|id| local.named_event(id)),
        places: claim.places.iter().map(|id| local.named_place(id)).collect(),
        figures: claim.figures.iter().map(|figure| local.figure_facts(figure)).collect(),
        evidence: evidence::evidence(local, &mut texts, entry),
        relations: claim
            .relations
            .all()
            .map(|(relation, other)| RelationFacts { kind: relation.word(), claim: other.to_string() })
            .collect(),
        resolutions: claim.resolution.iter().filter_map(|one| texts.short(local, &one.text)).collect(),
        exceptions: claim.exception.iter().filter_map(|one| texts.short(local, &one.text)).collect(),
        reply: claim.reply.as_ref().map(|reply| ReplyFacts {
            asked: reply.asked.to_string(),
            of: local.named_source(&reply.of),
            answer: reply.answer.as_ref().and_then(|answer| texts.short(local, answer)),
        }),
        published: claim.published.map(|date| date.to_string()),
        modified: claim.modified().map(|date| date.to_string()),
        authors: claim.authors.iter().map(|id| pages::author(local, id)).collect(),
        reviewed: claim
            .reviewed
            .as_ref()
            .map(|review| ReviewFacts { date: review.date.to_string(), by: pages::author(local, &review.by) }),
        revisions: claim
            .revisions
            .iter()
            .map(|revision| ChangeFacts {
                date: revision.date.to_string(),
                kind: revision.kind.word(),
                text: texts.short(local, &revision.text),
            })
            .collect(),
        citation: citation::of_claim(local, entry),
        annotations,
        review: reviews::of_claim(local, entry),
        provenance: if lang == &map.languages()[0] { provenance::of_claim(local, entry) } else { Vec::new() },
        title,
        summary,
        answer,
        withheld: texts.withheld,
    }
}

fn media(local: Local<'_, '_>, texts: &mut Discreet<'_>, media: &Media) -> MediaFacts {
    let document = media.document.as_ref().map(|id| local.document_facts(id));
    let public = document.as_ref().is_none_or(|document| !document.publisher.private);
    MediaFacts {
        kind: media.kind.word(),
        document,
        url: media.url.clone().filter(|_| public),
        authenticity: media.authenticity.iter().map(|found| found.word()).collect(),
        original: media.original.as_ref().map(|id| local.document_facts(id)),
        context: media.context.as_ref().and_then(|context| texts.short(local, context)),
    }
}

fn edition(context: &ViewContext<'_>, lang: &Lang, entry: &Entry<Claim>) -> Edition {
    Edition {
        language: lang.to_string(),
        url: context.map.url(&Route::new(lang, Subject::Claim(entry.id.clone()))),
        data: context.map.record_url(lang, &entry.id),
    }
}

fn basis_facts(local: Local<'_, '_>, entry: &Entry<Claim>) -> BasisFacts {
    let assessment = local.context.shown.assessments().claim(local.corpus(), &entry.id);
    BasisFacts {
        sentence: basis::sentence(local, &entry.record.verdict, assessment),
        independent_origins: assessment.independent_origins(),
        possible_origins: assessment.possible_origins(),
        camps: assessment.camps(),
        witnesses: assessment.witnesses(),
        publications: assessment.known_publications(),
        unknown_publications: assessment.unknown_publications(),
        primary_document: assessment.primary_document,
        evidence_against: assessment.evidence_against(),
    }
}

/// “Title: verdict. Summary. How it is known. (Publisher, date)”; none where the title or the summary is withheld.
fn answer(
    local: Local<'_, '_>,
    title: Option<&str>,
    verdict: &VerdictFacts,
    summary: Option<&str>,
    basis: &BasisFacts,
    claim: &Claim,
) -> Option<String> {
    let date = claim.published.map(|date| local.date_words(date)).unwrap_or_default();
    let publisher = local.typeset(&local.corpus().site.publisher.name);
    Some(local.say_with(
        "data_answer",
        &[
            ("title", title?.into()),
            ("verdict", (&verdict.label).into()),
            ("summary", summary?.into()),
            ("basis", (&basis.sentence).into()),
            ("publisher", (&publisher).into()),
            ("date", (&date).into()),
        ],
    ))
}

/// Lets texts pass that name no private person, and counts the others.
pub(super) struct Discreet<'a> {
    names: Vec<&'a str>,
    withheld: usize,
}

impl Discreet<'_> {
    /// Whether neither a passage nor what stands around it names a private person.
    fn may_stand(&mut self, selector: &Selector) -> bool {
        let words = match selector {
            Selector::TextQuoteSelector { exact, prefix, suffix } => format!("{prefix}{exact}{suffix}"),
            Selector::FragmentSelector { value, .. } => value.clone(),
        };
        self.pass(words).is_some()
    }

    /// The text, unless it names a private person.
    pub fn pass(&mut self, text: String) -> Option<String> {
        if self.names.iter().any(|name| find_name(&text, name).is_some()) {
            self.withheld += 1;
            return None;
        }
        Some(text)
    }

    /// A short text without markup, unless it names a private person.
    pub fn short(&mut self, local: Local<'_, '_>, text: &ShortText) -> Option<String> {
        let first = local.corpus().first_lang();
        let texts = text.texts(first);
        let here = texts.iter().find(|(lang, _)| *lang == local.edition.lang);
        let (lang, words) = here.or_else(|| texts.iter().find(|(lang, _)| *lang == first)).or(texts.first())?;
        let plain = markdown::plain_with(words, |id| Some(local.record_link(id)?.text));
        self.pass(typography::apply(plain.trim(), lang.as_str()).into_owned())
    }
}
