//! Places on the map, as GeoJSON (RFC 7946).

use std::collections::BTreeMap;

use serde::Serialize;

/// All places.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FeatureCollection {
    /// `FeatureCollection`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// One a place, those that nobody has put on the map included.
    pub features: Vec<Feature>,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Feature {
    /// `Feature`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The id of the place.
    pub id: String,
    /// Where it is; null if it has no point.
    pub geometry: Option<Point>,
    /// What it is.
    pub properties: PlaceFacts,
}

/// A point.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// `Point`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Longitude, then latitude, in degrees (WGS 84).
    pub coordinates: [f64; 2],
}

/// What a place is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceFacts {
    /// Its names by language.
    pub names: BTreeMap<String, String>,
    /// Other names and spellings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What sort of place it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// The place that contains it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// How precisely its name says where.
    pub precision: &'static str,
    /// The radius in kilometres within which it lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub radius_km: Option<f64>,
    /// How many claims are about it.
    pub claims: usize,
    /// Its page.
    pub url: String,
}
