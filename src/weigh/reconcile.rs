//! Figures that can be compared: what they have in common, and what cannot be reconciled.

use super::compare::{self, stated};
use super::event::Report;
use super::origins::original;
use crate::corpus::Corpus;
use crate::model::{PlaceId, Series, Unit};
use crate::text::PartialDate;
use crate::text::quantity::Interval;

/// Values of one measure, one population, one place and the same days.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Group {
    /// The place, if one is named.
    pub place: Option<PlaceId>,
    /// The first day.
    pub from: PartialDate,
    /// The last day.
    pub to: PartialDate,
    /// Which of the reports, in the order in which they were reported.
    pub reports: Vec<usize>,
    /// What comes of comparing them.
    pub outcome: Outcome,
    /// The reports of each series that the event declares, each with its step, the oldest first.
    series: Vec<Vec<(usize, usize)>>,
}

/// What comes of comparing values.
#[derive(Clone, Debug, PartialEq, Hash)]
pub enum Outcome {
    /// One document gives it.
    Single(Interval),
    /// They have these numbers in common.
    Agree(Interval),
    /// A declared series that rises to these numbers; the reports from the oldest.
    Rising(Vec<usize>, Interval),
    /// Some of them cannot both be true.
    Unreconciled,
}

impl Group {
    /// The first and the last day.
    pub fn window(&self) -> (PartialDate, PartialDate) {
        (self.from, self.to)
    }

    /// The numbers that all values allow, those that a later one of a series replaced left out.
    pub fn reconciled(&self) -> Option<Interval> {
        match &self.outcome {
            Outcome::Single(interval) | Outcome::Agree(interval) | Outcome::Rising(_, interval) => Some(*interval),
            Outcome::Unreconciled => None,
        }
    }

    /// Whether two reports cannot both be true, and no series says that one replaced the other.
    pub fn conflict(&self, reports: &[Report], one: usize, other: usize) -> bool {
        let (a, b) = (&reports[one].interval, &reports[other].interval);
        !a.meets(b) && !self.rises(reports, one, other) && !self.rises(reports, other, one)
    }

    /// The reports with the highest low and with the lowest high that no later one has replaced.
    pub fn bounds<'r>(&self, reports: &'r [Report]) -> Option<(&'r Report, &'r Report)> {
        let current = || self.reports.iter().filter(|at| !self.replaced(reports, **at)).map(|at| &reports[*at]);
        let most = current().max_by(|a, b| a.interval.low.total_cmp(&b.interval.low))?;
        let least = current().min_by(|a, b| a.interval.high.total_cmp(&b.interval.high))?;
        Some((most, least))
    }

    /// Whether a series declares `later` after `earlier`, no date says otherwise, and it is higher.
    fn rises(&self, reports: &[Report], earlier: usize, later: usize) -> bool {
        self.follows(reports, earlier, later) && reports[later].interval.low > reports[earlier].interval.low
    }

    fn follows(&self, reports: &[Report], earlier: usize, later: usize) -> bool {
        let step = |series: &[(usize, usize)], report: usize| {
            series.iter().find(|(_, at)| *at == report).map(|(step, _)| *step)
        };
        let declared = self.series.iter().any(|series| {
            step(series, earlier).zip(step(series, later)).is_some_and(|(earlier, later)| earlier < later)
        });
        declared && !is_after(reports[earlier].reported, reports[later].reported)
    }

    /// Whether a later value of a series has taken the place of this one.
    ///
    /// A later value that falls takes no one's place.
    fn replaced(&self, reports: &[Report], at: usize) -> bool {
        let mut later = self.reports.iter().filter(|other| self.follows(reports, at, **other)).peekable();
        later.peek().is_some()
            && later.all(|other| {
                let (now, then) = (&reports[*other].interval, &reports[at].interval);
                now.meets(then) || now.low > then.low
            })
    }

    fn outcome(&self, corpus: &Corpus, reports: &[Report]) -> Outcome {
        let intervals = || self.reports.iter().map(|at| &reports[*at].interval);
        let Some((first, rest)) = self.reports.split_first() else { return Outcome::Unreconciled };
        let document = |at: &usize| original(corpus, &reports[*at].document);
        if let Some(common) = intersection(intervals()) {
            // Copies of one document, and what one document says twice, are one.
            let single = rest.iter().all(|at| document(at) == document(first));
            return if single { Outcome::Single(common) } else { Outcome::Agree(common) };
        }
        let conflicts = self
            .reports
            .iter()
            .enumerate()
            .any(|(i, one)| self.reports[i + 1..].iter().any(|other| self.conflict(reports, *one, *other)));
        let current = self.reports.iter().filter(|at| !self.replaced(reports, **at));
        match intersection(current.map(|at| &reports[*at].interval)) {
            Some(latest) if !conflicts => {
                let mut order: Vec<usize> = Vec::new();
                for (_, at) in self.series.iter().flatten() {
                    if !order.contains(at) {
                        order.push(*at);
                    }
                }
                Outcome::Rising(order, latest)
            }
            _ => Outcome::Unreconciled,
        }
    }
}

/// Sorts reports into groups that can be compared; one that does not state its days is in none.
pub fn groups<'s>(corpus: &Corpus, reports: &[Report], series: impl Iterator<Item = &'s Series> + Clone) -> Vec<Group> {
    let mut groups: Vec<(Option<Unit>, Group)> = Vec::new();
    for (at, report) in reports.iter().enumerate() {
        let Some((from, to)) = stated(&report.figure) else { continue };
        let unit = compare::unit(&corpus.site, &report.figure);
        let days = |from: PartialDate, to: PartialDate| (from.first_day(), to.last_day());
        let same = |(other, group): &&mut (Option<Unit>, Group)| {
            *other == unit && group.place == report.figure.place && days(group.from, group.to) == days(from, to)
        };
        match groups.iter_mut().find(same) {
            Some((_, group)) => group.reports.push(at),
            None => {
                let place = report.figure.place.clone();
                let outcome = Outcome::Unreconciled;
                groups.push((unit, Group { place, from, to, reports: vec![at], outcome, series: Vec::new() }));
            }
        }
    }
    let finished = groups.into_iter().map(|(_, mut group)| {
        group.series = series.clone().map(|series| in_order(corpus, reports, &group, series)).collect();
        group.outcome = group.outcome(corpus, reports);
        group
    });
    finished.collect()
}

/// The reports of a group that a series names, itself or as copies; those of one document are one step.
fn in_order(corpus: &Corpus, reports: &[Report], group: &Group, series: &Series) -> Vec<(usize, usize)> {
    let named = series.documents.iter().enumerate().flat_map(|(step, document)| {
        let named = original(corpus, document);
        let of_it = group.reports.iter().filter(move |at| original(corpus, &reports[**at].document) == named);
        of_it.map(move |at| (step, *at))
    });
    named.collect()
}

fn intersection<'i>(mut intervals: impl Iterator<Item = &'i Interval>) -> Option<Interval> {
    let first = *intervals.next()?;
    intervals.try_fold(first, |common, interval| common.intersection(interval))
}

/// Whether the dates say that `one` came after `other`; those of one day have no order.
pub fn is_after(one: Option<PartialDate>, other: Option<PartialDate>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.first_day() > other.last_day())
}
