//! Pages of the desk's own.

use super::id::FormerId;
use super::reader::{record, words};

record! {
    /// A page such as the methodology.
    Page {
        /// Its title.
        "title" title: String,
        /// What it is about, in a sentence.
        "summary" summary: Option<String>,
        /// What is made from the whole site and stands below its text.
        "shows" shows: Option<PageShows>,
        /// Its place among the pages, smallest first.
        "order" order: Option<u32>,
        /// Earlier ids, which become redirects.
        "former" former: Vec<FormerId>,
    }
}

words! {
    /// What a page shows below its text.
    PageShows {
        /// Every file for machines: what it holds, its columns, its licence, how to cite it.
        DataFiles = "data-files",
    }
}
