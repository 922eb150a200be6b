//! Where everything comes from. Private persons, and what they published, are not in it.
//!
//! A date is told as exactly as it is known, under a word of Dublin Core: the times of PROV-O are to the second, and
//! nobody here noted seconds.

use super::super::local::Local;
use super::super::structured;
use super::super::{ViewContext, citation};
use crate::corpus::Entry;
use crate::model::{Claim, Document, DocumentId, Evidence, OriginRef, Sees, Source, SourceId, Stance};
use crate::site::Subject;
use crate::view::{PartyKind, Told, Traced};
use crate::weigh::Verification;

/// The publisher, the sources, the documents and their copies: what the claims lead back to.
pub(super) fn ground(context: &ViewContext<'_>) -> Vec<Traced> {
    let local = context.local(context.shown.corpus().first_lang());
    let corpus = local.corpus();
    let mut publisher = Traced::new(structured::publisher_id(local), vec!["prov:Agent", "prov:Organization"]);
    publisher.say("rdfs:label", words(&corpus.site.publisher.name, local.lang()));
    let mut nodes = vec![publisher];
    let sources = corpus.sources.iter().filter(|entry| !entry.record.is_private());
    nodes.extend(sources.map(|entry| source(local, entry)));
    let documents = corpus.documents.iter().filter(|entry| !local.is_private(&entry.record.publisher));
    nodes.extend(documents.flat_map(|entry| document(local, entry)));
    nodes
}

fn source(local: Local<'_, '_>, entry: &Entry<Source>) -> Traced {
    let kind = match structured::party_kind(&entry.record) {
        PartyKind::Person => "prov:Person",
        PartyKind::Organization => "prov:Organization",
    };
    let mut node = Traced::new(structured::source_id(local, &entry.id), vec!["prov:Agent", kind]);
    for (lang, name) in entry.record.name.texts(local.corpus().first_lang()) {
        node.say("rdfs:label", words(name, lang.as_str()));
    }
    if let Some(owner) = entry.record.owner.as_ref().and_then(|owner| agent(local, owner)) {
        node.link("prov:actedOnBehalfOf", owner);
    }
    node
}

/// A document and its copies.
fn document(local: Local<'_, '_>, entry: &Entry<Document>) -> Vec<Traced> {
    let document = &entry.record;
    let iri = structured::document_id(local, &entry.id);
    let mut node = Traced::new(iri.clone(), vec!["prov:Entity"]);
    if let Some(title) = document.title.as_ref().filter(|title| citation::is_discreet(local, title)) {
        node.say("rdfs:label", words(title, document.language.as_str()));
    }
    if let Some(publisher) = agent(local, &document.publisher) {
        node.link("prov:wasAttributedTo", publisher);
    }
    if let Some(date) = document.date {
        node.say("dcterms:issued", Told::Date(date));
    }
    if let Some(url) = document.url.as_ref().filter(|_| document.link) {
        node.link("prov:atLocation", url);
    }
    let copied = document.copy_of.as_ref().and_then(|copy| copy.document.as_ref());
    for original in copied.into_iter().chain(&document.translation_of).filter_map(|id| work(local, id)) {
        node.link("prov:wasDerivedFrom", original);
    }
    // The records do not say which of two versions is the earlier.
    if let Some(other) = document.version_of.as_ref().and_then(|id| work(local, id)) {
        node.link("prov:alternateOf", other);
    }
    let captures = document.captures.iter().map(|capture| {
        let mut copy = Traced::new(capture_id(&iri, &capture.sha256), vec!["prov:Entity"]);
        copy.link("prov:wasDerivedFrom", &iri);
        copy.say("schema:sha256", Told::Code(capture.sha256.clone()));
        copy.say("dcterms:format", Told::Code(capture.media.clone()));
        copy.say("dcterms:accessRights", Told::Code(capture.access.word().to_owned()));
        copy
    });
    let archived = document.archived.as_ref().map(|archived| {
        let mut copy = Traced::new(archived.url.clone(), vec!["prov:Entity"]);
        copy.link("prov:wasDerivedFrom", &iri);
        if let Some(date) = archived.date {
            copy.say("dcterms:created", Told::Date(date));
        }
        copy
    });
    std::iter::once(node).chain(captures).chain(archived).collect()
}

/// A claim, its check, the evidence for it, and its versions; nothing of a draft.
pub(super) fn of_claim(local: Local<'_, '_>, entry: &Entry<Claim>) -> Vec<Traced> {
    let claim = &entry.record;
    if claim.draft {
        return Vec::new();
    }
    let page = local.context.map.permanent_url(&Subject::Claim(entry.id.clone()));
    let of = |part: &str| format!("{page}#{part}");
    let compared = local.context.shown.assessments().quotations(local.corpus(), &entry.id);
    let mut said = Traced::new(of("claim"), vec!["prov:Entity", "schema:Claim"]);
    for (said_at, compared) in claim.said.iter().zip(&compared.said) {
        for speaker in said_at.by.sources().iter().filter_map(|id| agent(local, id)) {
            said.link("prov:wasAttributedTo", speaker);
        }
        carried(local, &mut said, &said_at.document, "prov:wasDerivedFrom", !said_at.quote.is_empty(), compared);
    }
    let publisher = structured::publisher_id(local);
    let mut check = Traced::new(of("check"), vec!["prov:Activity"]);
    check.link("prov:wasAssociatedWith", &publisher);
    check.link("prov:used", of("claim"));
    let mut review = Traced::new(of("review"), vec!["prov:Entity"]);
    if !claim.is_retracted() {
        review.kinds.push("schema:ClaimReview");
    }
    review.link("prov:wasGeneratedBy", of("check"));
    review.link("prov:wasAttributedTo", &publisher);
    if let Some(date) = claim.published {
        review.say("dcterms:issued", Told::Date(date));
    }
    let mut pieces = Vec::new();
    for (at, (evidence, compared)) in (1..).zip(claim.evidence.iter().zip(&compared.evidence)) {
        let iri = of(&format!("evidence-{at}"));
        check.link("prov:used", &iri);
        if evidence.stance != Stance::Context {
            review.link("prov:wasDerivedFrom", &iri);
        }
        pieces.push(piece(local, iri, evidence, compared));
    }
    let versions = versions(claim, &page);
    [said, check, review].into_iter().chain(pieces).chain(versions).collect()
}

/// What a document says of a claim, and where it has it from.
fn piece(local: Local<'_, '_>, iri: String, evidence: &Evidence, compared: &[Verification]) -> Traced {
    let mut node = Traced::new(iri, vec!["prov:Entity"]);
    node.say("dcterms:type", Told::Code(evidence.stance.word().to_owned()));
    let relation = match evidence.sees {
        Sees::Witness | Sees::Record => "prov:hadPrimarySource",
        Sees::Report => "prov:wasDerivedFrom",
    };
    carried(local, &mut node, &evidence.document, relation, !evidence.quote.is_empty(), compared);
    for origin in &evidence.origin {
        let origin = match origin {
            OriginRef::Source(id) => agent(local, id),
            OriginRef::Own => {
                local.corpus().documents.get(&evidence.document).and_then(|entry| agent(local, &entry.record.publisher))
            }
            OriginRef::Unknown => None,
        };
        if let Some(origin) = origin {
            node.link("prov:wasAttributedTo", origin);
        }
    }
    node
}

/// Says that something stands in a document; where it is quoted, in the copy that the quotation was found in.
fn carried(
    local: Local<'_, '_>,
    node: &mut Traced,
    document: &DocumentId,
    relation: &'static str,
    quoted: bool,
    compared: &[Verification],
) {
    let Some(iri) = work(local, document) else { return };
    node.link(relation, &iri);
    if quoted {
        node.link("prov:wasQuotedFrom", &iri);
    }
    for found in compared {
        if let Verification::Verified(verified) = found {
            node.link("prov:wasQuotedFrom", capture_id(&iri, &verified.sha256));
        }
    }
}

/// The check as it was first published and after each change; none if it never changed.
fn versions(claim: &Claim, page: &str) -> Vec<Traced> {
    if claim.revisions.is_empty() {
        return Vec::new();
    }
    let version = |number: usize| format!("{page}#version-{number}");
    let changes = claim.revisions.iter().map(|revision| (Some(revision.date), Some(revision.kind)));
    let told = std::iter::once((claim.published, None)).chain(changes);
    let node = |(number, (date, kind)): (usize, (Option<_>, Option<crate::model::RevisionType>))| {
        let mut node = Traced::new(version(number), vec!["prov:Entity"]);
        node.link("prov:specializationOf", format!("{page}#review"));
        if number > 1 {
            node.link("prov:wasRevisionOf", version(number - 1));
        }
        if let Some(date) = date {
            node.say("dcterms:issued", Told::Date(date));
        }
        if let Some(kind) = kind {
            node.say("dcterms:type", Told::Code(kind.word().to_owned()));
        }
        node
    };
    (1..).zip(told).map(node).collect()
}

/// The name of a source; none of a private person.
fn agent(local: Local<'_, '_>, id: &SourceId) -> Option<String> {
    (!local.is_private(id)).then(|| structured::source_id(local, id))
}

/// The name of a document; none of what a private person published.
fn work(local: Local<'_, '_>, id: &DocumentId) -> Option<String> {
    let entry = local.corpus().documents.get(id)?;
    (!local.is_private(&entry.record.publisher)).then(|| structured::document_id(local, id))
}

fn capture_id(document: &str, sha256: &str) -> String {
    format!("{document}-{sha256}")
}

fn words(text: &str, lang: &str) -> Told {
    Told::Words { text: text.trim().to_owned(), lang: lang.to_owned() }
}
