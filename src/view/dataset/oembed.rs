//! What oEmbed says of a claim.

use serde::Serialize;

/// What oEmbed says of a claim: the answer “rich” of oEmbed 1.0. The order of the fields is that of the output.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OEmbed {
    /// `1.0`.
    pub version: &'static str,
    /// `rich`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The title of the claim.
    pub title: String,
    /// Who publishes the site.
    pub author_name: String,
    /// Their website, or this one.
    pub author_url: String,
    /// The site.
    pub provider_name: String,
    /// Its first page.
    pub provider_url: String,
    /// For how many seconds the answer may be kept.
    pub cache_age: u32,
    /// The markup to show.
    pub html: String,
    /// How wide it is, in pixels; it gives way where there is less room.
    pub width: u32,
    /// How high it is where there is least room.
    pub height: u32,
}
