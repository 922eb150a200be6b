//! Text as readers and authors write it: languages, dates, quantities, punctuation, spelling; and sums of bytes and texts.

mod article;
mod data_address;
mod date;
mod digest;
pub mod format;
mod front_matter;
pub mod html;
mod lang;
mod nearest;
pub mod quantity;
mod terms;
pub mod typography;

pub use article::article;
pub use data_address::data_address;
pub use date::{DateError, PartialDate};
pub use digest::{hexadecimal, quick_sum};
pub use front_matter::{FrontMatter, NoFrontMatter, front_matter, top_level};
pub use lang::Lang;
pub use nearest::nearest;
pub use terms::terms;
