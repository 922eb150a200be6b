//! Documents as works.

use super::day;
use super::party::party;
use crate::corpus::Entry;
use crate::model::{Document, DocumentId, DocumentKind};
use crate::site::Subject;
use crate::view::build::local::Local;
use crate::view::{CitedWork, Shared};

/// A document; none if a private person published it.
pub(super) fn work(local: Local<'_, '_>, id: &DocumentId) -> Option<Shared<CitedWork>> {
    let at = local.corpus().documents.position(id)?;
    local.edition.works.get(at, || made(local, local.corpus().documents.at(at)))
}

fn made(local: Local<'_, '_>, entry: &Entry<Document>) -> Option<Shared<CitedWork>> {
    let (id, document) = (&entry.id, &entry.record);
    if local.is_private(&document.publisher) {
        return None;
    }
    let title = local.document_title(document).map(|title| title.text);
    let subject = Subject::Document(id.clone());
    let work = CitedWork {
        kind: kind(document.kind),
        id: self::id(local, id),
        name: title.unwrap_or_else(|| local.document_name(document)),
        url: document.url.clone().filter(|_| document.link),
        archived_at: document.archived.as_ref().map(|archived| archived.url.clone()),
        main_entity_of_page: local.url(subject),
        publisher: party(local, &document.publisher),
        date_published: day(document.date),
        in_language: document.language.to_string(),
    };
    Some(work.into())
}

/// The name of a document for machines, one for all languages.
pub(in crate::view::build) fn id(local: Local<'_, '_>, id: &DocumentId) -> String {
    format!("{}#document", local.context.map.permanent_url(&Subject::Document(id.clone())))
}

/// The type of a document. A video is no `VideoObject`: that asks for a picture and a day of upload.
fn kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Dispatch | DocumentKind::Article => "NewsArticle",
        DocumentKind::SituationReport | DocumentKind::Report => "Report",
        DocumentKind::WebPage => "WebPage",
        DocumentKind::Communique
        | DocumentKind::Statement
        | DocumentKind::PressBriefing
        | DocumentKind::PressConference
        | DocumentKind::Speech
        | DocumentKind::Interview
        | DocumentKind::Video
        | DocumentKind::Broadcast
        | DocumentKind::VoteRecord
        | DocumentKind::Note
        | DocumentKind::Map
        | DocumentKind::Post => "CreativeWork",
    }
}
