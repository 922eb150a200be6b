//! The files of the search: where words stand, and rows to show.

use super::map::SiteMap;
use super::paging::Paging;
use super::route::{ClaimList, Route, Subject};
use crate::text::Lang;

/// A file of the search in one language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SearchFile {
    /// The language.
    pub lang: Lang,
    /// What is in it.
    pub part: SearchPart,
}

/// What is in a file of the search; both are numbered from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SearchPart {
    /// Which claims have which words, for a part of all words.
    Words(usize),
    /// Rows of claims, as many as a page of a list has.
    Rows(usize),
}

/// How many claims there are to a file of words: a question of three words then asks for some 200 kB at most.
const CLAIMS_TO_A_FILE: usize = 250;
/// More files of words than this help nobody.
const MOST_FILES: usize = 512;

/// Where the files stand, below the output directory.
pub(super) const FOLDER: &str = "search/";

impl SiteMap<'_> {
    /// Whether the site can be searched.
    pub fn has_search(&self) -> bool {
        self.corpus.site.search
    }

    /// The claims that can be found, as positions in their table, the oldest first: the number of a claim in this order
    /// is hardly ever that of another one day.
    pub fn sought(&self) -> impl ExactSizeIterator<Item = usize> {
        self.claims(&ClaimList::All).iter().rev().copied()
    }

    /// In how many files the words of a language stand: a power of two.
    pub fn word_files(&self) -> usize {
        self.sought().len().div_ceil(CLAIMS_TO_A_FILE).next_power_of_two().min(MOST_FILES)
    }

    /// The files of the search, those of a language behind each other; none if the site has none.
    pub fn search_files(&self) -> Vec<SearchFile> {
        let languages = self.languages().iter().filter(|_| self.has_search());
        let rows = self.sought().len().div_ceil(Paging::ROWS);
        let words = self.word_files();
        let parts = move || (0..words).map(SearchPart::Words).chain((0..rows).map(SearchPart::Rows));
        languages.flat_map(|lang| parts().map(|part| SearchFile { lang: lang.clone(), part })).collect()
    }

    /// The folder of the files of a language, on the host.
    pub fn search_folder(&self, lang: &Lang) -> String {
        format!("{}{FOLDER}{lang}/", self.root())
    }

    /// A file of the search, below the output directory: `search/fr/words/0.json`.
    pub fn search_out_path(&self, file: &SearchFile) -> String {
        let lang = &file.lang;
        match file.part {
            SearchPart::Words(number) => format!("{FOLDER}{lang}/words/{number}.json"),
            SearchPart::Rows(number) => format!("{FOLDER}{lang}/rows/{number}.json"),
        }
    }

    /// The file of the search at an address on the host.
    pub fn search_of(&self, path: &str) -> Option<SearchFile> {
        let below = path.strip_prefix(&self.root())?;
        let found = below.starts_with(FOLDER).then(|| self.search_files())?;
        found.into_iter().find(|file| self.search_out_path(file) == below)
    }

    /// The address of the search page with a question, for OpenSearch: `https://…/recherche/?q={searchTerms}`.
    pub fn search_template(&self, lang: &Lang) -> String {
        format!("{}?q={{searchTerms}}", self.url(&Route::new(lang, Subject::Search)))
    }
}
