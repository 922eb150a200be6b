//! Pages of the desk's own.

use super::id::FormerId;
use super::reader::record;

record! {
    /// A page such as the methodology.
    Page {
        /// Its title.
        "title" title: String,
        /// What it is about, in a sentence.
        "summary" summary: Option<String>,
        /// Its place among the pages, smallest first.
        "order" order: Option<u32>,
        /// Earlier ids, which become redirects.
        "former" former: Vec<FormerId>,
    }
}
