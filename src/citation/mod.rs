//! References to one work: in the styles that readers are asked for, and in the forms that programs for references read.

mod bibtex;
#[cfg(feature = "citations")]
mod csl;
mod format;
mod reference;
mod ris;
mod shape;
mod work;

pub use format::CitationFormat;
pub use reference::{References, Style};
pub use work::{CslDate, CslItem, CslName};
