//! Works as CSL-JSON.

use serde::Serialize;

/// A work, as CSL-JSON: what programs for references read, and what styles are applied to.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CslItem {
    /// Its id: that of the claim in the first language, with the language before it in others (`en:joubass`).
    pub id: String,
    /// What it is, in the words of CSL.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Its language.
    pub language: String,
    /// Its title; absent where it was not seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<CslName>,
    /// When it was first published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<CslDate>,
    /// When it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<CslDate>,
    /// The site or the newspaper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container_title: Option<String>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// What it is, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genre: Option<String>,
    /// Which version it is, from its first revision on: that makes the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// `retracted`, if it no longer stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
    /// When it was revised, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The web archive that keeps a copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive: Option<String>,
    /// Where in the archive it is.
    #[serde(rename = "archive_location", skip_serializing_if = "Option::is_none")]
    pub archive_location: Option<String>,
    /// Where it is.
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A name that is not taken apart: desks have no family name, and of people we know no more than how they sign.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CslName {
    /// The name.
    pub literal: String,
}

/// A date as far as it is known.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CslDate {
    /// Year, month and day.
    #[serde(rename = "date-parts")]
    pub parts: [Vec<i32>; 1],
}
