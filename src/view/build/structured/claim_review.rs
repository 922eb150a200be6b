//! The check of one claim.

use super::party::party;
use super::work::work;
use super::{day, media_review, publisher};
use crate::corpus::Entry;
use crate::model::{Claim, DocumentId, Layer, Revision, RevisionType, Stance};
use crate::site::Subject;
use crate::text::PartialDate;
use crate::view::build::local::Local;
use crate::view::{CitedWork, ClaimReview, CorrectionComment, NodeId, Party, Rating, ReviewedClaim, Shared};

/// The review of a claim; none for a draft, and none for a check that no longer stands.
pub(in crate::view::build) fn review(local: Local<'_, '_>, entry: &Entry<Claim>) -> Option<ClaimReview> {
    let claim = &entry.record;
    if claim.draft || claim.is_retracted() {
        return None;
    }
    let subject = Subject::Claim(entry.id.clone());
    let permanent = local.context.map.permanent_url(&subject);
    let about = local.corpus().site.verdicts.get(&claim.verdict).map_or(Layer::Proposition, |verdict| verdict.about);
    let bears = claim.evidence.iter().filter(|evidence| evidence.stance != Stance::Context);
    let cited = claim.evidence.iter().map(|evidence| &evidence.document);
    let is_based_on = distinct(bears.map(|evidence| &evidence.document)).into_iter().filter_map(|id| work(local, id));
    let license = local.corpus().site.licence.as_ref().and_then(|licence| licence.url.clone());
    Some(ClaimReview {
        kind: "ClaimReview",
        id: format!("{permanent}#review"),
        url: local.url(subject),
        name: local.claim_title(entry),
        claim_reviewed: local.claim_text(entry),
        review_aspect: local.say_word("layer", about.word()),
        review_rating: rating(local, entry),
        author: publisher::author(local),
        item_reviewed: reviewed(local, claim, format!("{permanent}#claim")),
        date_published: day(claim.published),
        date_modified: day(claim.modified()),
        in_language: local.lang().to_owned(),
        is_based_on: is_based_on.map(|work| NodeId { id: work.id.clone() }).collect(),
        citation: distinct(cited).into_iter().filter_map(|id| work(local, id)).collect(),
        associated_media_review: claim.media.as_ref().map(|_| NodeId { id: media_review::id(&permanent) }),
        correction: claim.revisions.iter().filter_map(|revision| correction(local, revision)).collect(),
        sd_publisher: publisher::author(local),
        license: license.clone(),
        sd_license: license,
    })
}

fn rating(local: Local<'_, '_>, entry: &Entry<Claim>) -> Rating {
    let verdict = local.corpus().site.verdicts.get(&entry.record.verdict);
    let number = verdict.and_then(|verdict| verdict.rating).map(crate::model::Rating::number);
    Rating {
        kind: "Rating",
        rating_value: number,
        best_rating: number.map(|_| crate::model::Rating::BEST),
        worst_rating: number.map(|_| crate::model::Rating::WORST),
        alternate_name: local.verdict(&entry.record.verdict).label,
        rating_explanation: local.claim_summary(entry),
    }
}

fn reviewed(local: Local<'_, '_>, claim: &Claim, id: String) -> ReviewedClaim {
    let mut author: Vec<Party> = Vec::new();
    for party in claim.said.iter().flat_map(|said| said.by.sources()).filter_map(|id| party(local, id)) {
        if !author.contains(&party) {
            author.push(party);
        }
    }
    let documents = &local.corpus().documents;
    let own = |id: &DocumentId| {
        let document = documents.get(id).map(|entry| &entry.record);
        document.is_some_and(|document| {
            let first = document.copy_of.is_none() && document.translation_of.is_none();
            first && claim.said.iter().any(|said| said.by.sources().contains(&document.publisher))
        })
    };
    let carriers = distinct(claim.said.iter().map(|said| &said.document));
    let (first, others): (Vec<&DocumentId>, Vec<&DocumentId>) = carriers.into_iter().partition(|id| own(id));
    let works = |ids: Vec<&DocumentId>| -> Vec<Shared<CitedWork>> {
        ids.into_iter().filter_map(|id| work(local, id)).collect()
    };
    let days = claim.said.iter().filter_map(|said| said.date).filter(|date| matches!(date, PartialDate::Day(_)));
    ReviewedClaim {
        kind: "Claim",
        id,
        author,
        date_published: day(days.min()),
        first_appearance: works(first),
        appearance: works(others),
    }
}

/// What was wrong; changes that put nothing right are left to `dateModified`.
fn correction(local: Local<'_, '_>, revision: &Revision) -> Option<CorrectionComment> {
    match revision.kind {
        RevisionType::Correction | RevisionType::VerdictChange | RevisionType::Retraction => {}
        RevisionType::Typo | RevisionType::Clarification | RevisionType::Update => return None,
    }
    let words = local.wording(&revision.text);
    Some(CorrectionComment {
        kind: "CorrectionComment",
        text: words.text,
        in_language: words.lang.unwrap_or_else(|| local.lang().to_owned()),
        date_published: day(Some(revision.date)),
    })
}

fn distinct<'i>(ids: impl Iterator<Item = &'i DocumentId>) -> Vec<&'i DocumentId> {
    let mut found = Vec::new();
    for id in ids {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}
