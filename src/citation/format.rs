//! The forms that programs for references read.

use super::{CslItem, bibtex, ris};

/// A form of references that programs for references read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CitationFormat {
    /// CSL-JSON.
    Csl,
    /// BibTeX.
    Bibtex,
    /// RIS.
    Ris,
}

impl CitationFormat {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Bibtex, Self::Ris, Self::Csl];

    /// Its name, the same in all languages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csl => "CSL-JSON",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
        }
    }

    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csl => "csl.json",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
        }
    }

    /// Its media type; programs for references open what they know by it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csl => "application/vnd.citationstyles.csl+json",
            Self::Bibtex => "application/x-bibtex",
            Self::Ris => "application/x-research-info-systems",
        }
    }

    /// A work among others: an entry of BibTeX or RIS, an item of the list that CSL-JSON is.
    pub fn entry(self, work: &CslItem) -> String {
        match self {
            Self::Csl => serde_json::to_string(work).expect("works have text as keys"),
            Self::Bibtex => bibtex::entry(work),
            Self::Ris => ris::entry(work),
        }
    }

    /// A work alone.
    pub fn alone(self, work: &CslItem) -> String {
        match self {
            Self::Csl => format!("[{}]\n", self.entry(work)),
            Self::Bibtex | Self::Ris => self.entry(work),
        }
    }
}
