//! Text and its small parts: languages, dates, numbers, typography.

mod date;
pub mod format;
mod front_matter;
pub mod html;
mod lang;
pub mod nearest;
pub mod quantity;
pub mod typography;

pub use date::{DateError, PartialDate};
pub use front_matter::{FrontMatter, NoFrontMatter, front_matter};
pub use lang::Lang;
