//! The site’s data as `CITATION.cff`.

/// The file `CITATION.cff`: how to cite the data of the site.
#[derive(Clone, Debug, PartialEq)]
pub struct CitationFile {
    /// What to do with it, in a sentence.
    pub message: String,
    /// The title of the site.
    pub title: String,
    /// What the site is.
    pub summary: String,
    /// Who publishes it.
    pub publisher: String,
    /// The publisher's website.
    pub website: Option<String>,
    /// The site.
    pub url: String,
    /// Its licence as SPDX names it.
    pub licence: Option<String>,
    /// The text of a licence that SPDX does not know.
    pub licence_url: Option<String>,
    /// The day of the latest change that is more than a typo.
    pub released: Option<String>,
}
