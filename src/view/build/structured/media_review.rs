//! The check of the picture, video or recording that a claim is about.

use super::work::work;
use super::{day, publisher};
use crate::corpus::Entry;
use crate::model::{Authenticity, Claim, Document, MediaKind, ShortText};
use crate::view::build::local::Local;
use crate::view::{ClaimReview, InterpretedClaim, MediaReview, MediaReviewItem, MediaSnapshot, NodeId};

/// The name of such a review for machines, one for all languages; `permanent` is that of the claim.
pub(super) fn id(permanent: &str) -> String {
    format!("{permanent}#media-review")
}

/// The review beside that of the claim; none for a claim that is about nothing of the kind.
pub(super) fn review(local: Local<'_, '_>, entry: &Entry<Claim>, beside: &ClaimReview) -> Option<MediaReview> {
    let claim = &entry.record;
    let media = claim.media.as_ref()?;
    let document = |id| local.corpus().documents.get(id).map(|entry| &entry.record);
    let address = |document: &Document| {
        let archived = document.archived.as_ref().map(|archived| archived.url.clone());
        document.url.clone().filter(|_| document.link).or(archived)
    };
    Some(MediaReview {
        kind: "MediaReview",
        id: beside.associated_media_review.as_ref()?.id.clone(),
        url: beside.url.clone(),
        author: publisher::author(local),
        media_authenticity_category: media.authenticity.iter().map(|found| category(*found)).collect(),
        original_media_context_description: media.context.as_ref().map(|text: &ShortText| local.wording(text).text),
        original_media_link: media.original.as_ref().and_then(document).and_then(address),
        item_reviewed: MediaReviewItem {
            kind: "MediaReviewItem",
            creator: beside.item_reviewed.author.clone(),
            interpreted_as_claim: InterpretedClaim {
                kind: "Claim",
                id: beside.item_reviewed.id.clone(),
                description: beside.claim_reviewed.clone(),
            },
            media_item_appearance: MediaSnapshot {
                kind: snapshot(media.kind),
                content_url: media.url.clone(),
                is_part_of: media.document.as_ref().and_then(|id| work(local, id)),
            },
        },
        associated_claim_review: NodeId { id: beside.id.clone() },
        date_published: day(claim.published),
        date_modified: day(claim.modified()),
        in_language: local.lang().to_owned(),
        license: beside.license.clone(),
    })
}

/// A member of `MediaManipulationRatingEnumeration`.
fn category(found: Authenticity) -> &'static str {
    match found {
        Authenticity::Decontextualized => "DecontextualizedContent",
        Authenticity::EditedOrCropped => "EditedOrCroppedContent",
        Authenticity::Original => "OriginalMediaContent",
        Authenticity::SatireOrParody => "SatireOrParodyContent",
        Authenticity::Staged => "StagedContent",
        Authenticity::Transformed => "TransformedContent",
    }
}

fn snapshot(kind: MediaKind) -> &'static str {
    match kind {
        MediaKind::Image => "ImageObjectSnapshot",
        MediaKind::Video => "VideoObjectSnapshot",
        MediaKind::Audio => "AudioObjectSnapshot",
    }
}
