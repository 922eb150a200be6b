//! Claims that others are parts of: exhaustive parts add up to the whole, and no part exceeds it.

use super::compare::{contains, exceeds, interval, stated, unit};
use crate::corpus::Corpus;
use crate::model::{Claim, ClaimId, Figure, Unit};
use crate::text::quantity::Interval;

/// Parts and a whole that do not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Misfit<'a> {
    /// Which figure of the claim, counted from 0.
    pub figure: usize,
    /// What that figure allows.
    pub own: Interval,
    /// What the parts add up to, or what the whole allows.
    pub other: Interval,
    /// The whole that a part exceeds; none for a sum.
    pub whole: Option<&'a ClaimId>,
}

/// The figures of a claim that its exhaustive parts do not add up to.
pub fn sums_outside<'a>(corpus: &'a Corpus, claim: &'a Claim) -> Vec<Misfit<'a>> {
    let parts = &claim.relations.sum_of;
    if parts.is_empty() {
        return Vec::new();
    }
    let misfit = |(at, whole): (usize, &Figure)| {
        let other = sum(corpus, whole, parts)?;
        let own = interval(&corpus.site, whole);
        (!own.meets(&other)).then_some(Misfit { figure: at, own, other, whole: None })
    };
    claim.figures.iter().enumerate().filter_map(misfit).collect()
}

/// The figures of a claim that count more than those of a claim that contains it.
pub fn parts_outside<'a>(corpus: &'a Corpus, claim: &'a Claim) -> Vec<Misfit<'a>> {
    let mut misfits = Vec::new();
    let wholes = claim.relations.part_of.iter().filter_map(|id| Some((id, &corpus.claims.get(id)?.record)));
    for (id, record) in wholes {
        for (at, part) in claim.figures.iter().enumerate() {
            for whole in record.figures.iter().filter(|whole| may_contain(corpus, whole, part)) {
                let (own, other) = (interval(&corpus.site, part), interval(&corpus.site, whole));
                if exceeds(&own, &other) {
                    misfits.push(Misfit { figure: at, own, other, whole: Some(id) });
                }
            }
        }
    }
    misfits
}

/// The sum of the parts, if each has exactly one figure of the whole's measure, unit and period.
fn sum(corpus: &Corpus, whole: &Figure, parts: &[ClaimId]) -> Option<Interval> {
    let site = &corpus.site;
    let mut intervals = Vec::with_capacity(parts.len());
    for part in parts {
        let figures = &corpus.claims.get(part)?.record.figures;
        let mut alike = figures.iter().filter(|figure| {
            figure.measure == whole.measure
                && unit(site, figure) == unit(site, whole)
                && figure.period() == whole.period()
        });
        let figure = alike.next()?;
        if alike.next().is_some() {
            return None;
        }
        intervals.push(interval(site, figure));
    }
    Some(Interval::sum(&intervals))
}

/// Whether a figure of a containing claim bounds one of its part.
///
/// The relation says that the part lies inside; days that are stated and say otherwise, or people
/// who are no part of the others, leave nothing to compare.
fn may_contain(corpus: &Corpus, whole: &Figure, part: &Figure) -> bool {
    let site = &corpus.site;
    let unit = unit(site, part).filter(|unit| Unit::is_whole(*unit));
    let accumulates = site.measures.get(&part.measure).is_some_and(|measure| measure.accumulates);
    let days = match (stated(part), stated(whole)) {
        (Some(part), Some(whole)) => {
            let [inner, outer] = [part, whole].map(|(from, to)| (from.first_day(), to.last_day()));
            inner == outer || (accumulates && inner.0 >= outer.0 && inner.1 <= outer.1)
        }
        // An unstated end equals nothing.
        _ => false,
    };
    let people = part.of == whole.of || contains(site, whole.of.as_ref(), part.of.as_ref());
    part.measure == whole.measure && unit.is_some() && unit == self::unit(site, whole) && days && people
}
