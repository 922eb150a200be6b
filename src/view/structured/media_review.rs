//! The check of a picture, a video or a recording.

use serde::Serialize;

use super::claim_review::{CitedWork, NodeId, Party};
use super::publisher::Publisher;
use crate::view::Shared;

/// A `MediaReview`: what was found of a picture, a video or a recording, in the way it was shared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MediaReview {
    /// `MediaReview`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// One for all languages; stays when the record is renamed.
    #[serde(rename = "@id")]
    pub id: String,
    /// The page, in its own language.
    pub url: String,
    /// Who published the check.
    pub author: Publisher,
    /// What was found, as names of members of `MediaManipulationRatingEnumeration`.
    #[serde(rename = "mediaAuthenticityCategory")]
    pub media_authenticity_category: Vec<&'static str>,
    /// What it really shows.
    #[serde(rename = "originalMediaContextDescription", skip_serializing_if = "Option::is_none")]
    pub original_media_context_description: Option<String>,
    /// The address of the original.
    #[serde(rename = "originalMediaLink", skip_serializing_if = "Option::is_none")]
    pub original_media_link: Option<String>,
    /// The thing itself.
    #[serde(rename = "itemReviewed")]
    pub item_reviewed: MediaReviewItem,
    /// The review of what is claimed with it.
    #[serde(rename = "associatedClaimReview")]
    pub associated_claim_review: NodeId,
    /// The day of publication.
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// The day of the latest change that is not a typo, else that of publication.
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<String>,
    /// The language of the page.
    #[serde(rename = "inLanguage")]
    pub in_language: String,
    /// Under which licence it may be reused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
}

/// What a `MediaReview` is about, as a `MediaReviewItem`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MediaReviewItem {
    /// `MediaReviewItem`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// Who shared it, which is who made the claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub creator: Vec<Party>,
    /// What is claimed with it.
    #[serde(rename = "interpretedAsClaim")]
    pub interpreted_as_claim: InterpretedClaim,
    /// Where it is shown.
    #[serde(rename = "mediaItemAppearance")]
    pub media_item_appearance: MediaSnapshot,
}

/// The claim, described further in the `ClaimReview` of the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InterpretedClaim {
    /// `Claim`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// The claim of the `ClaimReview`.
    #[serde(rename = "@id")]
    pub id: String,
    /// The claim in the desk's own words.
    pub description: String,
}

/// A picture, a video or a recording as it was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MediaSnapshot {
    /// `ImageObjectSnapshot`, `VideoObjectSnapshot` or `AudioObjectSnapshot`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// Its own address.
    #[serde(rename = "contentUrl", skip_serializing_if = "Option::is_none")]
    pub content_url: Option<String>,
    /// The document that shows it.
    #[serde(rename = "isPartOf", skip_serializing_if = "Option::is_none")]
    pub is_part_of: Option<Shared<CitedWork>>,
}
