//! Text and its small parts: languages, dates, numbers, typography.

mod date;
mod front_matter;
mod lang;

pub use date::{DateError, PartialDate};
pub use front_matter::{FrontMatter, NoFrontMatter, front_matter};
pub use lang::Lang;
