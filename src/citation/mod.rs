//! References to one work, in the styles that readers are asked for.
//!
//! A processor of the Citation Style Language makes them of CSL-JSON. It takes a millisecond for each, so works that
//! differ in title and address alone share one: marks stand where those go.

#[cfg(feature = "citations")]
mod csl;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::text::html::escape_text;

/// Stands for a title in CSL-JSON.
const TITLE: char = '\u{e000}';

/// Stands for an address in CSL-JSON.
const ADDRESS: &str = "https://address.invalid/";

/// A style of references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// That of the American Psychological Association, 7th edition.
    Apa,
    /// The international standard, with author and date.
    Iso690,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Apa, Self::Iso690];

    /// Its name, the same in all languages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apa => "APA",
            Self::Iso690 => "ISO 690",
        }
    }
}

/// A title in two parts: its words, and the punctuation at its end, which decides what a style puts behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title<'t> {
    words: &'t str,
    end: &'t str,
}

impl<'t> Title<'t> {
    /// The parts of a title.
    pub fn new(title: &'t str) -> Self {
        let words = title.trim_end_matches(|c: char| !c.is_alphanumeric());
        Self { words, end: &title[words.len()..] }
    }

    /// What stands for the title in CSL-JSON.
    pub fn mark(self) -> String {
        format!("{TITLE}{}", self.end)
    }
}

/// By style, language and work, the reference; none if it could not be made.
type Made = HashMap<(Style, String, String), Option<Arc<str>>>;

/// The references that were made so far; one serves all threads.
#[derive(Debug, Default)]
pub struct References {
    made: Mutex<Made>,
}

impl References {
    /// What stands for the address in CSL-JSON.
    pub const ADDRESS: &'static str = ADDRESS;

    /// A reference as HTML; none if the program was built without styles.
    ///
    /// `item` is the work as CSL-JSON, with marks for its title and address.
    pub fn html(&self, style: Style, lang: &str, item: &str, title: Title<'_>, address: &str) -> Option<String> {
        let key = (style, lang.to_owned(), item.to_owned());
        let known = self.made.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        let reference = known.unwrap_or_else(|| {
            let made: Option<Arc<str>> = marked(style, lang, item).map(Arc::from);
            self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(key, made.clone());
            made
        })?;
        let addressed = reference.replace(ADDRESS, &escape_text(address));
        Some(addressed.replace(TITLE, &escape_text(title.words)))
    }
}

#[cfg(feature = "citations")]
fn marked(style: Style, lang: &str, item: &str) -> Option<String> {
    csl::reference(style, lang, item)
}

#[cfg(not(feature = "citations"))]
fn marked(_: Style, _: &str, _: &str) -> Option<String> {
    None
}
