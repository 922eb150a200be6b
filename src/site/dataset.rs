//! Files for machines: what there is beside the pages, and where.

use super::map::SiteMap;

/// A file for machines; one for all languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dataset {
    /// Where each quotation that was compared stands in its document.
    Quotations,
}

impl Dataset {
    /// All of them. They are there even if there is nothing in them, so that an address stays.
    pub const ALL: [Self; 1] = [Self::Quotations];

    /// Its file below the output directory.
    pub fn out_path(self) -> &'static str {
        match self {
            Self::Quotations => "data/quotations.json",
        }
    }
}

impl SiteMap<'_> {
    /// The address of a file for machines on its host.
    pub fn dataset_path(&self, dataset: Dataset) -> String {
        format!("{}{}", self.root(), dataset.out_path())
    }

    /// Its full address.
    pub fn dataset_url(&self, dataset: Dataset) -> String {
        self.full(dataset.out_path())
    }

    /// The file for machines at an address on the host.
    pub fn dataset_of(&self, path: &str) -> Option<Dataset> {
        Dataset::ALL.into_iter().find(|dataset| self.dataset_path(*dataset) == path)
    }
}
