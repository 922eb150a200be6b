//! The data of the site.

use serde::Serialize;

use super::claim_review::NodeId;
use super::publisher::Publisher;

/// The files for machines together, as a `Dataset`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DataDescription {
    /// `Dataset`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// One for all languages.
    #[serde(rename = "@id")]
    pub id: String,
    /// The page that explains it.
    pub url: String,
    /// Its name.
    pub name: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// The languages of its texts.
    #[serde(rename = "inLanguage")]
    pub in_language: Vec<String>,
    /// Who made it.
    pub creator: Publisher,
    /// Who publishes it: the same.
    pub publisher: NodeId,
    /// Under which licence it may be reused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// That nobody pays.
    #[serde(rename = "isAccessibleForFree")]
    pub is_accessible_for_free: bool,
    /// The day of the latest change.
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<String>,
    /// The first and the last day on which something happened that a claim is about.
    #[serde(rename = "temporalCoverage", skip_serializing_if = "Option::is_none")]
    pub temporal_coverage: Option<String>,
    /// The places that no other place contains.
    #[serde(rename = "spatialCoverage", skip_serializing_if = "Vec::is_empty")]
    pub spatial_coverage: Vec<SpatialPlace>,
    /// What its figures count or measure.
    #[serde(rename = "variableMeasured", skip_serializing_if = "Vec::is_empty")]
    pub variable_measured: Vec<String>,
    /// Its files.
    pub distribution: Vec<DataDownload>,
}

/// A place, as a `Place`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SpatialPlace {
    /// `Place`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
}

/// A file, as a `DataDownload`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DataDownload {
    /// `DataDownload`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub description: String,
    /// Where it is.
    #[serde(rename = "contentUrl")]
    pub content_url: String,
    /// Its media type.
    #[serde(rename = "encodingFormat")]
    pub encoding_format: &'static str,
}
