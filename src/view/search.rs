//! Where readers search, and what they find.

use serde::Serialize;

use super::parts::Link;

/// Where readers search; templates see it as `search`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SearchPage {
    /// The heading.
    pub title: String,
    /// What can be found, in a sentence.
    pub sentence: String,
    /// The folder of the files that the script reads.
    pub folder: String,
    /// In how many of them the words stand.
    pub word_files: usize,
    /// How many claims there are.
    pub claims: usize,
    /// How many rows a file has.
    pub rows: usize,
    /// Where to look without a script: the lists of the site.
    pub links: Vec<Link>,
}

/// What a claim can be found by, in one language. No text of it names a private person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sought {
    /// Its title.
    pub title: String,
    /// Everything else that is said of it.
    pub text: String,
}

/// What browsers are told of the search, as OpenSearch says it.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenSearch {
    /// The name of the site, in at most 16 signs.
    pub short_name: String,
    /// What can be found, in a sentence.
    pub description: String,
    /// The language.
    pub lang: String,
    /// The full address of the search page, `{searchTerms}` in the place of the question.
    pub template: String,
    /// The full address of the description itself.
    pub href: String,
    /// The full address of the sign of the site.
    pub image: String,
}
