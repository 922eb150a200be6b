//! The site and who publishes it.

use crate::site::Subject;
use crate::view::build::local::Local;
use crate::view::{ContactPoint, NewsMediaOrganization, NodeId, Publisher, WebSite};

/// The publisher as the author of a check.
pub(in crate::view::build) fn author(local: Local<'_, '_>) -> Publisher {
    Publisher { kind: "Organization", id: id(local), name: name(local), url: url(local) }
}

/// The publisher with its policies: the pages of the desk's own that are about them.
pub(super) fn organization(local: Local<'_, '_>) -> NewsMediaOrganization {
    let site = &local.corpus().site;
    let page = |words: &[&str]| {
        let entry = words.iter().find_map(|word| local.page_about(word));
        entry.map(|entry| local.url(Subject::Text(entry.id.clone())))
    };
    let method = page(&["method"]);
    let corrections = page(&["correction"]);
    let contact = site.contact.as_ref();
    let reachable = contact.filter(|contact| contact.email.is_some() || contact.url.is_some());
    NewsMediaOrganization {
        kind: "NewsMediaOrganization",
        id: id(local),
        name: name(local),
        url: url(local),
        description: site.publisher.kind.as_ref().map(|kind| local.text(kind)),
        publishing_principles: method.clone(),
        verification_fact_checking_policy: method,
        corrections_policy: corrections.clone(),
        actionable_feedback_policy: contact.and_then(|contact| contact.url.clone()).or(corrections),
        ownership_funding_info: page(&["financement", "funding", "ownership"]),
        contact_point: reachable.map(|contact| ContactPoint {
            kind: "ContactPoint",
            email: contact.email.clone(),
            url: contact.url.clone(),
        }),
    }
}

/// The site in the language of the page.
pub(super) fn web_site(local: Local<'_, '_>) -> WebSite {
    let site = &local.corpus().site;
    WebSite {
        kind: "WebSite",
        id: format!("{}#site", local.context.map.permanent_url(&Subject::Home)),
        url: local.url(Subject::Home),
        name: local.text(&site.title),
        description: local.text(&site.description),
        in_language: local.lang().to_owned(),
        publisher: NodeId { id: id(local) },
        license: site.licence.as_ref().and_then(|licence| licence.url.clone()),
    }
}

/// The name of the publisher for machines.
pub(in crate::view::build) fn id(local: Local<'_, '_>) -> String {
    format!("{}#publisher", local.context.map.permanent_url(&Subject::Home))
}

fn name(local: Local<'_, '_>) -> String {
    local.typeset(&local.corpus().site.publisher.name)
}

/// The website of the publisher, or this one.
pub(in crate::view::build) fn url(local: Local<'_, '_>) -> String {
    local.corpus().site.publisher.url.clone().unwrap_or_else(|| local.context.map.permanent_url(&Subject::Home))
}
