//! Text as readers and authors write it: languages, dates, quantities, punctuation, spelling.

mod date;
pub mod format;
mod front_matter;
pub mod html;
mod lang;
mod nearest;
pub mod quantity;
pub mod typography;

pub use date::{DateError, PartialDate};
pub use front_matter::{FrontMatter, NoFrontMatter, front_matter};
pub use lang::Lang;
pub use nearest::nearest;
