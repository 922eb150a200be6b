//! Text as readers and authors write it: languages, dates, quantities, punctuation, spelling.

mod date;
mod front_matter;
mod lang;
mod nearest;
pub mod quantity;

pub use date::{DateError, PartialDate};
pub use front_matter::{FrontMatter, NoFrontMatter, front_matter};
pub use lang::Lang;
pub use nearest::nearest;
