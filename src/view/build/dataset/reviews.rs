//! The checks as `ClaimReview`, outside their pages.

use super::super::ViewContext;
use super::super::local::Local;
use super::super::structured;
use super::citation;
use crate::corpus::{Entry, find_name};
use crate::model::Claim;
use crate::site;
use crate::view::{ClaimReview, DataFeed};

/// The feed of all reviews, without them.
pub(super) fn feed(context: &ViewContext<'_>) -> DataFeed {
    let local = context.local(context.shown.corpus().first_lang());
    let site = &local.corpus().site;
    DataFeed {
        context: "https://schema.org",
        kind: "DataFeed",
        id: context.map.dataset_url(site::Dataset::Reviews),
        name: local.text(&site.title),
        modified: citation::released(local).map(|day| day.to_string()),
        license: site.licence.as_ref().and_then(|licence| licence.url.clone()),
        items: [],
    }
}

/// The review that the page of a claim carries; none if any word of it names a private person.
pub(super) fn of_claim(local: Local<'_, '_>, entry: &Entry<Claim>) -> Option<Box<ClaimReview>> {
    let review = structured::review(local, entry)?;
    let mut names = local.context.private.named_in(&entry.record).peekable();
    if names.peek().is_some() {
        let words = serde_json::to_string(&review).expect("views have text as keys");
        if names.any(|name| find_name(&words, name).is_some()) {
            return None;
        }
    }
    Some(Box::new(review))
}
