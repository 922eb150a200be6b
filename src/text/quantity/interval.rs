//! What a quantity allows, as an interval that can be compared with others.

use std::hash::{Hash, Hasher};

use super::{Qualifier, Quantity};

/// All numbers between two bounds, each of which may belong to it or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower bound.
    pub low: f64,
    /// Whether the lower bound itself is outside.
    pub low_open: bool,
    /// The upper bound; may be infinite.
    pub high: f64,
    /// Whether the upper bound itself is outside.
    pub high_open: bool,
}

/// Whether the thing counted comes in whole pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// People, villages: “more than 8” is 9 at least.
    Whole,
    /// Square kilometres, shares: “more than 8” begins right above 8.
    Continuous,
}

/// How far an author's “about” and “nearly” reach, as fractions of the number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tolerances {
    /// 0.2 makes “about 10” run from 8 to 12.
    pub about: f64,
    /// 0.1 makes “nearly 100” run from 90 to just under 100.
    pub nearly: f64,
}

/// By the bits of its numbers.
impl Hash for Interval {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { low, low_open, high, high_open } = self;
        (low.to_bits(), low_open, high.to_bits(), high_open).hash(state);
    }
}

impl Interval {
    /// The interval that holds one number.
    pub const fn exactly(value: f64) -> Interval {
        Interval::closed(value, value)
    }

    /// The interval from `low` to `high`, both included.
    pub const fn closed(low: f64, high: f64) -> Interval {
        Interval { low, low_open: false, high, high_open: false }
    }

    /// Whether it holds no number at all.
    pub fn is_empty(&self) -> bool {
        let holds_its_bound = self.low == self.high && !self.low_open && !self.high_open;
        // A bound that is not a number compares false, and makes it empty.
        let holds_some = self.low < self.high || holds_its_bound;
        !holds_some
    }

    /// Whether `value` lies in it.
    pub fn contains(&self, value: f64) -> bool {
        let above = value > self.low || (value == self.low && !self.low_open);
        let below = value < self.high || (value == self.high && !self.high_open);
        above && below
    }

    /// Whether all of `other` lies in it.
    pub fn encloses(&self, other: &Interval) -> bool {
        let above = other.low > self.low || (other.low == self.low && (!self.low_open || other.low_open));
        let below = other.high < self.high || (other.high == self.high && (!self.high_open || other.high_open));
        other.is_empty() || (above && below)
    }

    /// The numbers that both hold, if there are any.
    pub fn intersection(&self, other: &Interval) -> Option<Interval> {
        let (low, low_open) = match self.low.total_cmp(&other.low) {
            std::cmp::Ordering::Greater => (self.low, self.low_open),
            std::cmp::Ordering::Less => (other.low, other.low_open),
            std::cmp::Ordering::Equal => (self.low, self.low_open || other.low_open),
        };
        let (high, high_open) = match self.high.total_cmp(&other.high) {
            std::cmp::Ordering::Less => (self.high, self.high_open),
            std::cmp::Ordering::Greater => (other.high, other.high_open),
            std::cmp::Ordering::Equal => (self.high, self.high_open || other.high_open),
        };
        let common = Interval { low, low_open, high, high_open };
        (!common.is_empty()).then_some(common)
    }

    /// Whether some number lies in both: the two can be true at once.
    pub fn meets(&self, other: &Interval) -> bool {
        self.intersection(other).is_some()
    }

    /// What the sum of one number from each can be; exactly 0 for none.
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Interval>) -> Interval {
        parts.into_iter().fold(Interval::exactly(0.0), |sum, part| Interval {
            low: sum.low + part.low,
            low_open: sum.low_open || part.low_open,
            high: sum.high + part.high,
            high_open: sum.high_open || part.high_open,
        })
    }
}

/// The interval of a quantity.
pub(super) fn of(quantity: &Quantity, grain: Grain, tolerances: Tolerances) -> Interval {
    let Quantity { low, high, .. } = *quantity;
    let exact = match quantity.qualifier {
        Qualifier::About => {
            let reach = low.abs() * tolerances.about.max(0.0);
            Interval::closed(low - reach, high + reach)
        }
        Qualifier::Nearly => {
            let reach = low.abs() * tolerances.nearly.max(0.0);
            Interval { high_open: true, ..Interval::closed(low - reach, high) }
        }
        Qualifier::MoreThan => Interval { low_open: true, ..Interval::closed(low, high) },
        Qualifier::LessThan => Interval { high_open: true, ..Interval::closed(low, high) },
        Qualifier::Exactly
        | Qualifier::AtLeast
        | Qualifier::AtMost
        | Qualifier::UpTo
        | Qualifier::Range
        | Qualifier::Vague => Interval::closed(low, high),
    };
    match grain {
        Grain::Continuous => exact,
        Grain::Whole => whole(exact),
    }
}

/// The whole numbers of an interval, or the interval itself if it holds none (`8.5` people).
fn whole(exact: Interval) -> Interval {
    // 12 - 0.2 × 10 and the like come out a hair beside the whole number they mean.
    const HAIR: f64 = 1e-9;
    let mut low = (exact.low - HAIR).ceil();
    if exact.low_open && low <= exact.low {
        low += 1.0;
    }
    let mut high = (exact.high + HAIR).floor();
    if exact.high_open && high >= exact.high && high.is_finite() {
        high -= 1.0;
    }
    if low <= high { Interval::closed(low, high) } else { exact }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLERANCES: Tolerances = Tolerances { about: 0.2, nearly: 0.1 };

    fn people(text: &str) -> Interval {
        Quantity::parse(text).expect(text).interval(Grain::Whole, TOLERANCES)
    }

    fn area(text: &str) -> Interval {
        Quantity::parse(text).expect(text).interval(Grain::Continuous, TOLERANCES)
    }

    #[test]
    fn people_come_in_whole_numbers() {
        assert_eq!(people("plus de 8"), Interval::closed(9.0, f64::INFINITY));
        assert_eq!(people("moins de 12"), Interval::closed(0.0, 11.0));
        assert_eq!(people("environ 8"), Interval::closed(7.0, 9.0));
        assert_eq!(people("une dizaine"), Interval::closed(8.0, 12.0));
        assert_eq!(people("près de 300"), Interval::closed(270.0, 299.0));
        assert_eq!(people("des dizaines"), Interval::closed(20.0, 99.0));
        assert_eq!(people("8,5"), Interval::exactly(8.5));
    }

    #[test]
    fn measures_keep_their_open_bounds() {
        assert!(!area("plus de 8").contains(8.0) && area("plus de 8").contains(8.001));
        assert!(!area("moins de 8").contains(8.0) && area("moins de 8").contains(7.999));
        assert!(area("près de 10").contains(9.0) && !area("près de 10").contains(10.0));
        assert!(!area("plus de 8").meets(&area("au plus 8")));
        assert!(area("au moins 8").meets(&area("au plus 8")));
    }

    #[test]
    fn figures_meet_or_differ() {
        assert!(people("au moins 8").meets(&people("12")));
        assert!(!people("au moins 8").meets(&people("5")));
        assert!(people("plus de 40 000").meets(&people("at least 80,000")));
        let parts = [people("110"), people("148")];
        assert_eq!(Interval::sum(&parts), Interval::exactly(258.0));
        assert!(Interval::sum(&parts).meets(&people("environ 260")));
        assert!(people("au moins 5").encloses(&people("8 à 12")));
        assert!(!people("8 à 12").encloses(&people("au moins 8")));
    }

    #[test]
    fn nothing_is_in_an_empty_interval() {
        assert!(Interval::closed(2.0, 1.0).is_empty());
        assert!(Interval { low_open: true, ..Interval::exactly(1.0) }.is_empty());
        assert!(Interval::exactly(f64::NAN).is_empty());
        assert_eq!(Interval::sum([]), Interval::exactly(0.0));
    }
}
