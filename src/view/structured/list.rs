//! Pages in a row.

use serde::Serialize;

use super::claim_review::NodeId;

/// The way from the first page to this one, as a `BreadcrumbList`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BreadcrumbList {
    /// `BreadcrumbList`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// The pages, this one last.
    #[serde(rename = "itemListElement")]
    pub items: Vec<ListItem>,
}

/// The claims that a page lists, as an `ItemList`. No total: older pages of a list never change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemList {
    /// `ItemList`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// The page.
    pub url: String,
    /// Its title.
    pub name: String,
    /// The pages of the claims, in the order of this page.
    #[serde(rename = "itemListElement")]
    pub items: Vec<ListItem>,
}

/// A page in a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListItem {
    /// `ListItem`.
    #[serde(rename = "@type")]
    pub kind: &'static str,
    /// Its place in the row, from 1.
    pub position: usize,
    /// Its title.
    pub name: String,
    /// In breadcrumbs, the page: a thing whose name is its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<NodeId>,
    /// In a list of claims, its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
