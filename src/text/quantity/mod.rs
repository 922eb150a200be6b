//! Quantities as newsrooms write them: a number, and how sure the author is of it.
//!
//! “Au moins huit”, “une quarantaine”, “tens of thousands” become bounds that can be compared. The
//! qualifier is kept beside the bounds, because only the site's tolerances say how far “about” goes.
//!
//! # Vague plurals
//!
//! “Des dizaines” and “dozens” stand for 20 to 99, “des centaines” for 200 to 999, “des milliers” for
//! 2,000 to 9,999, “des dizaines de milliers” for 20,000 to 99,999: at least two of the unit named, and
//! less than one of the next. ACLED, which has room for a single number, records the unit itself (10
//! for “tens”, 12 for “dozens”, 100 for “hundreds”); UCDP keeps a low, a best and a high estimate. An
//! interval loses less than either. “Dozens” is “tens” here, as reporters translate the one by the other.
//!
//! # Commas and points
//!
//! A comma followed by exactly three digits separates thousands, in every language: `1,206` is 1206,
//! and a French `1,206` for one and a bit must be written `1,21`. (After a leading zero it is decimal:
//! `0,125`.) A single point is always decimal: `1.206` is 1.206; `1.206.000` can only be grouped.

mod amount;
mod cardinal;
mod interval;
mod lexicon;
mod number;
mod parse;
mod qualifier;
pub mod scan;
mod token;
mod unit;
mod vague;

pub use interval::{Grain, Interval, Tolerances};
pub use qualifier::Qualifier;
pub use unit::Unit;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// A number or two with the words that qualify them.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// How `low` and `high` are meant.
    pub qualifier: Qualifier,
    /// The lower bound; for `Exactly`, `About` and `Nearly` the number itself; 0 if nothing bounds it.
    pub low: f64,
    /// The upper bound, or the number itself again; infinite if nothing bounds it.
    pub high: f64,
    /// The unit that the words imply: a share is in percent, “un an” is twelve months.
    pub unit: Option<Unit>,
    /// The quantity as it was written, without the white space around it.
    pub text: String,
}

/// By the bits of its numbers.
impl Hash for Quantity {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { qualifier, low, high, unit, text } = self;
        (qualifier, low.to_bits(), high.to_bits(), unit, text).hash(state);
    }
}

impl Quantity {
    /// Reads a quantity in French or English words, digits or symbols.
    pub fn parse(text: &str) -> Result<Quantity, QuantityError> {
        parse::quantity(text)
    }

    /// What the quantity allows, given how far “about” and “nearly” reach.
    pub fn interval(&self, grain: Grain, tolerances: Tolerances) -> Interval {
        interval::of(self, grain, tolerances)
    }

    /// The one number that was written, if there is one.
    ///
    /// “Au moins 8” has one, 8; “8 à 12” and “des dizaines” have none.
    pub fn stated(&self) -> Option<f64> {
        match self.qualifier {
            Qualifier::Exactly | Qualifier::About | Qualifier::Nearly => Some(self.low),
            Qualifier::AtLeast | Qualifier::MoreThan => Some(self.low),
            Qualifier::AtMost | Qualifier::LessThan | Qualifier::UpTo => Some(self.high),
            Qualifier::Range | Qualifier::Vague => None,
        }
    }
}

/// Why a text is not a quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuantityError {
    /// The bytes of the text that cannot be read.
    pub range: Range<usize>,
    /// What is wrong, in lower case.
    pub message: String,
    /// What to type instead.
    pub help: String,
}

impl fmt::Display for QuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.help)
    }
}

impl std::error::Error for QuantityError {}

#[cfg(test)]
mod tests;
