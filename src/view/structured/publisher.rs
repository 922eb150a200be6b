//! The site and who publishes it.

use serde::Serialize;

use super::claim_review::NodeId;

/// The publisher where it stands as the author of something, as an `Organization`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Publisher {
    /// `Organization`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// The same as on the first page, which says more of it.
    #[serde(rename = "@id")]
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its website, or this one.
    pub url: String,
}

/// The publisher, as a `NewsMediaOrganization` with its policies.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NewsMediaOrganization {
    /// `NewsMediaOrganization`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// One for all pages and languages.
    #[serde(rename = "@id")]
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its website, or this one.
    pub url: String,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The page that says how the desk works.
    #[serde(rename = "publishingPrinciples", skip_serializing_if = "Option::is_none")]
    pub publishing_principles: Option<String>,
    /// The page that says how claims are checked.
    #[serde(rename = "verificationFactCheckingPolicy", skip_serializing_if = "Option::is_none")]
    pub verification_fact_checking_policy: Option<String>,
    /// The page that says how errors are put right.
    #[serde(rename = "correctionsPolicy", skip_serializing_if = "Option::is_none")]
    pub corrections_policy: Option<String>,
    /// Where readers report errors.
    #[serde(rename = "actionableFeedbackPolicy", skip_serializing_if = "Option::is_none")]
    pub actionable_feedback_policy: Option<String>,
    /// The page that says who owns it and who pays.
    #[serde(rename = "ownershipFundingInfo", skip_serializing_if = "Option::is_none")]
    pub ownership_funding_info: Option<String>,
    /// How to reach it.
    #[serde(rename = "contactPoint", skip_serializing_if = "Option::is_none")]
    pub contact_point: Option<ContactPoint>,
}

/// A way to reach someone, as a `ContactPoint`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContactPoint {
    /// `ContactPoint`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// An address for mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The site in one language, as a `WebSite`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WebSite {
    /// `WebSite`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// One for all languages.
    #[serde(rename = "@id")]
    pub id: String,
    /// Its first page in this language.
    pub url: String,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence.
    pub description: String,
    /// The language.
    #[serde(rename = "inLanguage")]
    pub in_language: String,
    /// Who publishes it.
    pub publisher: NodeId,
    /// Under which licence its words may be reused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
}
