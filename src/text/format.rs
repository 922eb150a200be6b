//! Numbers, dates and lists for readers, in the manner of their language.
//!
//! Languages are given by their tag (`fr`, `en`, `ar-SY`). One that is not known gets forms that no
//! reader mistakes, never an error.

mod calendar;
mod date;
mod list;
mod number;
mod range;

pub use calendar::{month, weekday};
pub use date::{Parts, date, date_html};
pub use list::list;
pub use number::number;
pub use range::{date_range, date_range_html, date_range_words};

/// The language of a tag without script, region and variants: `fr` of `fr-CA`.
pub(super) fn primary(lang: &str) -> &str {
    lang.split(['-', '_']).next().unwrap_or(lang)
}

#[cfg(test)]
mod tests;
