//! Whether two figures say the same, differ, or cannot be compared, and why.

use crate::model::{Figure, PopulationId, Site, Unit, Window};
use crate::text::PartialDate;
use crate::text::quantity::{self, Grain, Interval, Tolerances};

/// Chains of populations are short; the limit keeps a circle from going on for ever.
const LONGEST_CHAIN: usize = 32;

/// What two figures are to one another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Comparison {
    /// They count the same, and both are true of these numbers.
    Meet(Interval),
    /// They count the same, and no number is true of both.
    Differ,
    /// One counts a part of the other, and may.
    Fits,
    /// One counts a part of the other, and more than the whole.
    Overflows,
    /// They cannot be compared.
    Apart(Apart),
}

/// Why two figures cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Apart {
    /// They count different things.
    Measure,
    /// They count in different units.
    Unit,
    /// They are about different places.
    Place,
    /// One does not say which days it is about.
    Unstated,
    /// They are about different days.
    Window,
    /// They count different people, none of them a part of the others.
    Population,
}

/// What one figure counts beside another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The same.
    Same,
    /// The first a part of the second.
    Inside,
    /// The second a part of the first.
    Around,
    /// Something else.
    Apart(Apart),
}

/// Compares two figures of one site.
pub fn compare(site: &Site, one: &Figure, other: &Figure) -> Comparison {
    let (a, b) = (interval(site, one), interval(site, other));
    match scope(site, one, other) {
        Scope::Same => a.intersection(&b).map_or(Comparison::Differ, Comparison::Meet),
        Scope::Inside if exceeds(&a, &b) => Comparison::Overflows,
        Scope::Around if exceeds(&b, &a) => Comparison::Overflows,
        Scope::Inside | Scope::Around => Comparison::Fits,
        Scope::Apart(why) => Comparison::Apart(why),
    }
}

/// What one figure counts beside another.
pub fn scope(site: &Site, one: &Figure, other: &Figure) -> Scope {
    let measure = site.measures.get(&one.measure).filter(|_| one.measure == other.measure);
    let Some(measure) = measure else { return Scope::Apart(Apart::Measure) };
    let unit = unit(site, one);
    if unit != self::unit(site, other) {
        return Scope::Apart(Apart::Unit);
    }
    if one.place != other.place {
        return Scope::Apart(Apart::Place);
    }
    let (Some(a), Some(b)) = (stated(one), stated(other)) else { return Scope::Apart(Apart::Unstated) };
    let windows = nested(a == b, lies_in(a, b), lies_in(b, a), Apart::Window);
    let people = nested(
        one.of == other.of,
        contains(site, other.of.as_ref(), one.of.as_ref()),
        contains(site, one.of.as_ref(), other.of.as_ref()),
        Apart::Population,
    );
    // Only what comes in pieces has parts that can be counted, and only what grows has them in time.
    let pieces = unit.is_some_and(Unit::is_whole);
    match (windows, people) {
        (Scope::Apart(why), _) | (_, Scope::Apart(why)) => Scope::Apart(why),
        (Scope::Same, Scope::Same) => Scope::Same,
        (Scope::Same, nested) if pieces => nested,
        (Scope::Same, _) => Scope::Apart(Apart::Population),
        (nested, people) if measure.accumulates && (people == Scope::Same || people == nested) => nested,
        _ => Scope::Apart(Apart::Window),
    }
}

/// The unit of a figure: its own, else its measure's.
pub fn unit(site: &Site, figure: &Figure) -> Option<Unit> {
    figure.unit.or_else(|| site.measures.get(&figure.measure).map(|measure| measure.unit))
}

/// What a figure allows, in its unit.
pub fn interval(site: &Site, figure: &Figure) -> Interval {
    let unit = unit(site, figure);
    let grain = if unit.is_some_and(Unit::is_whole) { Grain::Whole } else { Grain::Continuous };
    let tolerances = Tolerances { about: site.tolerances.about, nearly: site.tolerances.nearly };
    let interval = figure.value.interval(grain, tolerances);
    match (figure.value.unit, unit) {
        // A month has 28 to 31 days: turning one into the other only widens.
        (Some(quantity::Unit::Days), Some(Unit::Months)) => {
            Interval { low: interval.low / 31.0, high: interval.high / 28.0, ..interval }
        }
        _ => interval,
    }
}

/// Whether more is counted in a part than in the whole, whatever the two numbers are.
pub fn exceeds(part: &Interval, whole: &Interval) -> bool {
    part.low > whole.high || (part.low == whole.high && (part.low_open || whole.high_open))
}

/// The days that a figure is about; none if one end is not stated, for that equals nothing.
pub fn stated(figure: &Figure) -> Option<(PartialDate, PartialDate)> {
    let (from, to) = figure.period();
    from.zip(to).filter(|_| figure.window != Window::Unstated)
}

/// Whether one population is a part of another; nobody is a part of themselves.
pub fn contains(site: &Site, whole: Option<&PopulationId>, part: Option<&PopulationId>) -> bool {
    let (Some(whole), Some(part)) = (whole, part) else { return false };
    let mut at = part;
    for _ in 0..LONGEST_CHAIN {
        match site.populations.get(at).and_then(|population| population.within.as_ref()) {
            Some(wider) if wider == whole => return whole != part,
            Some(wider) => at = wider,
            None => break,
        }
    }
    false
}

fn lies_in(inner: (PartialDate, PartialDate), outer: (PartialDate, PartialDate)) -> bool {
    inner.0.first_day() >= outer.0.first_day() && inner.1.last_day() <= outer.1.last_day()
}

fn nested(same: bool, inside: bool, around: bool, why: Apart) -> Scope {
    match (same, inside, around) {
        (true, ..) => Scope::Same,
        // The same days, written otherwise, are the same.
        (_, true, true) => Scope::Same,
        (_, true, _) => Scope::Inside,
        (_, _, true) => Scope::Around,
        _ => Scope::Apart(why),
    }
}
