//! The checks as the tools of others take them: a feed of `ClaimReview`, and an answer of `claims:search`.

use serde::Serialize;

use super::record::ClaimRecord;
use crate::view::ClaimReview;

/// A `DataFeed` of schema.org in the shape of Data Commons; its items come claim by claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DataFeed {
    /// The vocabulary: exactly this address.
    #[serde(rename = "@context")]
    pub context: &'static str,
    /// `DataFeed`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// Its address.
    #[serde(rename = "@id")]
    pub id: String,
    /// The name of the site.
    pub name: String,
    /// The day of the latest change in it.
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// On what terms it may be reused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// The items, which come claim by claim: the last field.
    #[serde(rename = "dataFeedElement")]
    pub items: [(); 0],
}

/// A check in the feed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DataFeedItem<'r> {
    /// `DataFeedItem`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// Its page.
    pub url: &'r str,
    /// The day on which it was published.
    #[serde(rename = "dateCreated", skip_serializing_if = "Option::is_none")]
    pub created: Option<&'r str>,
    /// The day of the latest change that is not a typo, else that of publication.
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    pub modified: Option<&'r str>,
    /// The review, as a list of one.
    pub item: [&'r ClaimReview; 1],
}

/// An answer of `claims:search`; its claims come one by one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ClaimSearch {
    /// The claims, which come one by one.
    pub claims: [(); 0],
}

/// A claim in such an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundClaim<'r> {
    /// The claim.
    pub text: &'r str,
    /// Who made it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub claimant: String,
    /// The day on which it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim_date: Option<String>,
    /// The check, as a list of one.
    pub claim_review: [FoundReview<'r>; 1],
}

/// A check in such an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundReview<'r> {
    /// Who published it.
    pub publisher: FoundPublisher<'r>,
    /// Its page.
    pub url: &'r str,
    /// Its title.
    pub title: &'r str,
    /// The day on which it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_date: Option<String>,
    /// The verdict.
    pub textual_rating: &'r str,
    /// The language.
    pub language_code: &'r str,
}

/// A publisher in such an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FoundPublisher<'r> {
    /// Its name.
    pub name: &'r str,
    /// The host of the site, without `www`.
    pub site: &'r str,
}

impl ClaimRecord {
    /// The check as an item of the feed; none where its page has no review, or its review names a private person.
    pub fn feed_item(&self) -> Option<DataFeedItem<'_>> {
        let review = self.review.as_deref()?;
        Some(DataFeedItem {
            kind: "DataFeedItem",
            url: &review.url,
            created: review.date_published.as_deref(),
            modified: review.date_modified.as_deref(),
            item: [review],
        })
    }

    /// The check as `claims:search` answers; there under the same conditions.
    pub fn found_claim(&self) -> Option<FoundClaim<'_>> {
        let review = self.review.as_deref()?;
        let names: Vec<&str> = review.item_reviewed.author.iter().map(|party| party.name.as_str()).collect();
        let host = review.url.split('/').nth(2).unwrap_or_default();
        Some(FoundClaim {
            text: &review.claim_reviewed,
            claimant: names.join(", "),
            claim_date: midnight(review.item_reviewed.date_published.as_deref()),
            claim_review: [FoundReview {
                publisher: FoundPublisher {
                    name: &review.author.name,
                    site: host.strip_prefix("www.").unwrap_or(host),
                },
                url: &review.url,
                title: &review.name,
                review_date: midnight(review.date_published.as_deref()),
                textual_rating: &review.review_rating.alternate_name,
                language_code: &review.in_language,
            }],
        })
    }
}

/// A day in the only form that the interface has for times.
fn midnight(day: Option<&str>) -> Option<String> {
    day.map(|day| format!("{day}T00:00:00Z"))
}
