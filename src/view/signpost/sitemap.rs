//! Sitemaps.

/// A sitemap in the list of them.
#[derive(Clone, Debug, PartialEq)]
pub struct SitemapRef {
    /// Its full address.
    pub url: String,
    /// The latest change of a page in it.
    pub modified: Option<String>,
}

/// A page in a sitemap.
#[derive(Clone, Debug, PartialEq)]
pub struct SitemapUrl {
    /// Its full address.
    pub url: String,
    /// Its latest change that is not a typo, where that is known.
    pub modified: Option<String>,
    /// The page in every language, itself included; nothing where there is one language.
    pub languages: Vec<(String, String)>,
}

/// A check in the sitemap of news.
#[derive(Clone, Debug, PartialEq)]
pub struct NewsEntry {
    /// Its full address.
    pub url: String,
    /// The name of the site in its language.
    pub publication: String,
    /// The language.
    pub lang: String,
    /// The day of publication.
    pub published: String,
    /// The title.
    pub title: String,
}
