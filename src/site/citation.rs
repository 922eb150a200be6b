//! Where a claim may be taken from as a reference.

use super::map::SiteMap;
use crate::model::ClaimId;
use crate::text::Lang;

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
    fn ending(self) -> &'static str {
        match self {
            Self::Csl => "csl.json",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
        }
    }
}

impl SiteMap<'_> {
    /// The reference to one claim in one language, below the output directory: `data/claims/fr/joubass.bib`.
    pub fn citation_out_path(&self, lang: &Lang, claim: &ClaimId, format: CitationFormat) -> String {
        self.claim_file(lang, claim, format.ending())
    }

    /// Its address on the host.
    pub fn citation_path(&self, lang: &Lang, claim: &ClaimId, format: CitationFormat) -> String {
        format!("{}{}", self.root(), self.citation_out_path(lang, claim, format))
    }

    /// The claim, the language and the form of an address on the host.
    pub fn citation_of(&self, path: &str) -> Option<(Lang, ClaimId, CitationFormat)> {
        CitationFormat::ALL.into_iter().find_map(|format| {
            let (lang, claim) = self.claim_of_file(path, format.ending())?;
            Some((lang, claim, format))
        })
    }
}
