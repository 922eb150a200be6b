//! The check of one claim.

use serde::Serialize;

use super::publisher::Publisher;
use crate::view::Shared;

/// A `ClaimReview`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimReview {
    /// `ClaimReview`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// One for all languages; stays when the record is renamed.
    #[serde(rename = "@id")]
    pub id: String,
    /// The page, in its own language.
    pub url: String,
    /// The title of the page.
    pub name: String,
    /// The claim in the desk's own words, as it was checked.
    #[serde(rename = "claimReviewed")]
    pub claim_reviewed: String,
    /// The layer that the verdict is about: “What happened”.
    #[serde(rename = "reviewAspect")]
    pub review_aspect: String,
    /// The verdict.
    #[serde(rename = "reviewRating")]
    pub review_rating: Rating,
    /// Who published the check.
    pub author: Publisher,
    /// The claim: who made it, when, and where it stands.
    #[serde(rename = "itemReviewed")]
    pub item_reviewed: ReviewedClaim,
    /// The day of publication.
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// The day of the latest change that is not a typo, else that of publication.
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<String>,
    /// The language of the page.
    #[serde(rename = "inLanguage")]
    pub in_language: String,
    /// The documents that bear on the verdict; each is one of `citation`.
    #[serde(rename = "isBasedOn", skip_serializing_if = "Vec::is_empty")]
    pub is_based_on: Vec<NodeId>,
    /// The documents that are given as evidence or as context.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub citation: Vec<Shared<CitedWork>>,
    /// The review of the picture, video or recording that it is about.
    #[serde(rename = "associatedMediaReview", skip_serializing_if = "Option::is_none")]
    pub associated_media_review: Option<NodeId>,
    /// What was wrong and has been put right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub correction: Vec<CorrectionComment>,
    /// Under which licence it may be reused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Who wrote this description of it, for those who find it in a collection.
    #[serde(rename = "sdPublisher")]
    pub sd_publisher: Publisher,
    /// Under which licence this description may be reused.
    #[serde(rename = "sdLicense", skip_serializing_if = "Option::is_none")]
    pub sd_license: Option<String>,
}

/// A verdict as a `Rating`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rating {
    /// `Rating`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// Its place on the truth scale; absent, with the ends of the scale, for a verdict that has none.
    #[serde(rename = "ratingValue", skip_serializing_if = "Option::is_none")]
    pub rating_value: Option<u8>,
    /// The true end.
    #[serde(rename = "bestRating", skip_serializing_if = "Option::is_none")]
    pub best_rating: Option<u8>,
    /// The false end.
    #[serde(rename = "worstRating", skip_serializing_if = "Option::is_none")]
    pub worst_rating: Option<u8>,
    /// The name of the verdict.
    #[serde(rename = "alternateName")]
    pub alternate_name: String,
    /// What a reader sees first beside it.
    #[serde(rename = "ratingExplanation", skip_serializing_if = "Option::is_none")]
    pub rating_explanation: Option<String>,
}

/// What was claimed, as a `Claim`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReviewedClaim {
    /// `Claim`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// One for all languages.
    #[serde(rename = "@id")]
    pub id: String,
    /// Who made it; nobody where the document does not say, and never a private person.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Party>,
    /// The day on which it was made, if that is known.
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// The documents in which the claimants published it themselves.
    #[serde(rename = "firstAppearance", skip_serializing_if = "Vec::is_empty")]
    pub first_appearance: Vec<Shared<CitedWork>>,
    /// The documents of others that carry it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub appearance: Vec<Shared<CitedWork>>,
}

/// A document, as a `CreativeWork` of some kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CitedWork {
    /// `NewsArticle`, `Report`, `WebPage` or `CreativeWork`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// One for all languages of the site.
    #[serde(rename = "@id")]
    pub id: String,
    /// Its title, or what it is where that was not seen.
    pub name: String,
    /// Its own address, if readers may be led there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The copy that a web archive keeps.
    #[serde(rename = "archivedAt", skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<String>,
    /// Its page here.
    #[serde(rename = "mainEntityOfPage")]
    pub main_entity_of_page: String,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Party>,
    /// The day it bears, if that is known.
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// Its language.
    #[serde(rename = "inLanguage")]
    pub in_language: String,
}

/// A node that is described elsewhere in the same block.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NodeId {
    /// Its `@id`.
    #[serde(rename = "@id")]
    pub id: String,
}

/// A source, as a `Person` or an `Organization`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Party {
    /// Which of the two.
    #[serde(rename = "@type")]
    pub kind: PartyKind,
    /// One for all languages of the site.
    #[serde(rename = "@id")]
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its shorter name, if it is an organisation that has one.
    #[serde(rename = "alternateName", skip_serializing_if = "Option::is_none")]
    pub alternate_name: Option<String>,
    /// Its own website.
    #[serde(rename = "sameAs", skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
}

/// What a source is, in the two words that all consumers know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum PartyKind {
    /// A person.
    Person,
    /// Anything else.
    Organization,
}

/// Something that was wrong, as a `CorrectionComment`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CorrectionComment {
    /// `CorrectionComment`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// What was put right.
    pub text: String,
    /// The language of these words.
    #[serde(rename = "inLanguage")]
    pub in_language: String,
    /// The day.
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
}
