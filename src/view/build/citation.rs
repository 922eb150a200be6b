//! How to cite a claim, and the documents that claims rest on.

use super::ViewContext;
use super::local::Local;
use super::source::host;
use crate::citation::{CitationFormat, CslDate, CslItem, CslName};
use crate::corpus::{Entry, find_name};
use crate::model::{Claim, Document, DocumentKind};
use crate::site::Subject;
use crate::text::{PartialDate, data_address};
use crate::view::{Citation, CitationDownload, Html, StyledReference};

/// A claim as a work; none for a draft, and none if its title names a private person.
pub(super) fn of_claim(local: Local<'_, '_>, entry: &Entry<Claim>) -> Option<CslItem> {
    let claim = &entry.record;
    let title = local.claim_title(entry);
    if claim.draft || local.context.private.named_in(claim).any(|name| find_name(&title, name).is_some()) {
        return None;
    }
    let site = &local.corpus().site;
    let publisher = local.typeset(&site.publisher.name);
    let mut author: Vec<CslName> =
        claim.authors.iter().map(|id| CslName { literal: super::claim::author(local, id) }).collect();
    if author.is_empty() {
        author.push(CslName { literal: publisher.clone() });
    }
    let first = local.edition.lang == local.corpus().first_lang();
    let revised = claim.modified().filter(|date| Some(*date) > claim.published);
    Some(CslItem {
        id: if first { entry.id.to_string() } else { format!("{}:{}", local.lang(), entry.id) },
        kind: "webpage",
        language: local.lang().to_owned(),
        title: Some(title),
        author,
        issued: claim.published.map(date),
        container_title: Some(local.text(&site.title)),
        publisher: Some(publisher),
        genre: Some(local.say("citation_genre")),
        version: revised.map(|_| (claim.changes().count() + 1).to_string()),
        status: claim.is_retracted().then_some("retracted"),
        note: revised.map(|date| local.say_with("citation_revised", &[("date", (&local.date_words(date)).into())])),
        url: Some(local.url(Subject::Claim(entry.id.clone()))),
        ..CslItem::default()
    })
}

/// What the page of a claim says of how to cite it.
pub(super) fn section(local: Local<'_, '_>, entry: &Entry<Claim>) -> Option<Citation> {
    let item = of_claim(local, entry)?;
    let download = |format: CitationFormat| CitationDownload {
        format: format.name().to_owned(),
        file: format!("{}.{}", entry.id, format.ending()),
        href: data_address(format.media_type(), &format.alone(&item)),
    };
    let downloads = CitationFormat::ALL.map(download).to_vec();
    Some(Citation { references: references(local, &item), downloads })
}

/// References to the data of the site, which the page that `subject` is explains.
pub(super) fn of_data(local: Local<'_, '_>, subject: Subject) -> Vec<StyledReference> {
    let site = &local.corpus().site;
    let publisher = local.typeset(&site.publisher.name);
    let title = local.text(&site.title);
    let item = CslItem {
        kind: "dataset",
        language: local.lang().to_owned(),
        title: Some(local.say_with("data_title", &[("site", (&title).into())])),
        author: vec![CslName { literal: publisher.clone() }],
        issued: super::dataset::released(local).map(date),
        publisher: Some(publisher),
        url: Some(local.url(subject)),
        ..CslItem::default()
    };
    references(local, &item)
}

fn references(local: Local<'_, '_>, item: &CslItem) -> Vec<StyledReference> {
    let made = local.context.references.of(local.lang(), item).into_iter();
    made.map(|(style, html)| StyledReference { style: style.name().to_owned(), text: Html::from_markup(html) })
        .collect()
}

/// The documents as works, in the words of the first language; what a private person published is left out, and so
/// are titles and authors that name one.
pub(super) fn of_documents(context: &ViewContext<'_>) -> Vec<CslItem> {
    let local = context.local(context.shown.corpus().first_lang());
    let documents = local.corpus().documents.iter();
    let public = documents.filter(|entry| !local.is_private(&entry.record.publisher));
    public.map(|entry| of_document(local, entry)).collect()
}

/// Whether a text names no private person.
pub(super) fn is_discreet(local: Local<'_, '_>, text: &str) -> bool {
    let mut names = local.context.private.iter().flat_map(|(_, names)| names.iter());
    !names.any(|name| find_name(text, name).is_some())
}

fn of_document(local: Local<'_, '_>, entry: &Entry<Document>) -> CslItem {
    let document = &entry.record;
    let discreet = |text: &String| is_discreet(local, text);
    let publisher = local.source_name(&document.publisher).text;
    let authors = document.authors.iter().filter(|author| discreet(author));
    let periodical = matches!(document.kind, DocumentKind::Dispatch | DocumentKind::Article);
    CslItem {
        id: entry.id.to_string(),
        kind: kind(document.kind),
        language: document.language.to_string(),
        title: local.document_title(document).map(|title| title.text).filter(discreet),
        author: authors.map(|author| CslName { literal: author.clone() }).collect(),
        issued: document.date.map(date),
        accessed: document.consulted_date.map(date),
        container_title: periodical.then(|| publisher.clone()),
        publisher: Some(publisher),
        genre: Some(local.document_described(document)).filter(discreet),
        archive: document.archived.as_ref().map(|archived| host(&archived.url).to_owned()),
        archive_location: document.archived.as_ref().map(|archived| archived.url.clone()),
        url: document.url.clone().filter(|_| document.link),
        ..CslItem::default()
    }
}

fn kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Dispatch | DocumentKind::Article => "article-newspaper",
        DocumentKind::SituationReport | DocumentKind::Report => "report",
        DocumentKind::PressBriefing | DocumentKind::PressConference | DocumentKind::Speech => "speech",
        DocumentKind::Interview => "interview",
        DocumentKind::Video => "motion_picture",
        DocumentKind::Broadcast => "broadcast",
        DocumentKind::Map => "map",
        DocumentKind::WebPage => "webpage",
        DocumentKind::Post => "post",
        DocumentKind::Communique | DocumentKind::Statement | DocumentKind::VoteRecord | DocumentKind::Note => {
            "document"
        }
    }
}

fn date(date: PartialDate) -> CslDate {
    let (year, month, day) = date.parts();
    let rest = [month, day].into_iter().flatten().filter_map(|part| i32::try_from(part).ok());
    CslDate { parts: [std::iter::once(year).chain(rest).collect()] }
}
