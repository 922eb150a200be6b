//! How a site is to be served, for the files in which hosts look for it.

use crate::model::Coding;
use crate::site::serving::Rule;

/// How a site is to be served. Addresses are those on its host, base path included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hosting {
    /// The full address of the site, for people.
    pub url: String,
    /// The path under which it lives, with both slashes.
    pub root: String,
    /// The page for an address that does not exist.
    pub not_found: String,
    /// Headers by file.
    pub rules: Vec<Rule>,
    /// The addresses that lead elsewhere.
    pub moved: Vec<Moved>,
    /// The pages of claims that were retracted: what stood there is gone, and the page says why.
    pub gone: Vec<String>,
    /// The compressed files that lie beside others.
    pub precompressed: Vec<Coding>,
    /// Whether a page of ours stands at the addresses that lead elsewhere, and the host would show it if it is not
    /// told otherwise; only Netlify can be told, and others do not understand it.
    pub overrides_pages: bool,
}

/// An address that leads elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The old address.
    pub from: String,
    /// The new one.
    pub to: String,
}
