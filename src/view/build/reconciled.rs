//! What comes of comparing figures, in sentences.

use super::local::Local;
use crate::model::{Figure, MeasureId, PopulationId, Unit};
use crate::text::format;
use crate::text::quantity::Interval;
use crate::view::Argument;
use crate::weigh::{Apart, EventAssessment, Gathered, Group, Outcome, Report};

/// What comes of comparing the values of one table of an event.
pub(super) fn conclusions(local: Local<'_, '_>, event: &EventAssessment, gathered: &Gathered) -> Vec<String> {
    let several = gathered.groups.len() > 1;
    let concluded = gathered.groups.iter().filter_map(|group| {
        let sentence = group_sentence(local, gathered, group)?;
        let scope = scope(local, group);
        let named = [("scope", (&scope).into()), ("sentence", (&sentence).into())];
        Some(if several { local.say_with("figures_scoped", &named) } else { sentence })
    });
    let mut sentences: Vec<String> = concluded.collect();
    let mine = |report: &Report| report.figure.measure == gathered.measure && report.figure.of == gathered.of;
    let overflows = event.overflows.iter().filter(|overflow| mine(&overflow.part));
    sentences.extend(overflows.map(|overflow| local.overflow(&overflow.part, &overflow.whole)));
    let apart = gathered.apart.iter().filter_map(|why| match why {
        Apart::Unit => Some("figures_apart_unit"),
        Apart::Place => Some("figures_apart_place"),
        Apart::Window => Some("figures_apart_window"),
        Apart::Unstated => Some("figures_apart_unstated"),
        // Tables are of one measure and one population each.
        Apart::Measure | Apart::Population => None,
    });
    sentences.extend(apart.map(|key| local.say(key)));
    sentences
}

/// What cannot be reconciled in an event, each with what is counted.
pub(super) fn unreconciled(local: Local<'_, '_>, event: &EventAssessment) -> Vec<String> {
    let gathered =
        event.gathered.iter().flat_map(|gathered| gathered.groups.iter().map(move |group| (gathered, group)));
    let open = gathered.filter(|(_, group)| group.outcome == Outcome::Unreconciled);
    let sentences = open.filter_map(|(gathered, group)| {
        let sentence = group_sentence(local, gathered, group)?;
        let scope = format!("{}, {}", local.what(&gathered.measure, gathered.of.as_ref()), scope(local, group));
        Some(local.say_with("figures_scoped", &[("scope", (&scope).into()), ("sentence", (&sentence).into())]))
    });
    let overflows = event.overflows.iter().map(|overflow| local.overflow(&overflow.part, &overflow.whole));
    sentences.chain(overflows).collect()
}

/// What the values of a group have in common, if it holds those of several documents.
fn group_sentence(local: Local<'_, '_>, gathered: &Gathered, group: &Group) -> Option<String> {
    let reports = || group.reports.iter().map(|at| &gathered.reports[*at]);
    let unit = local.unit_of(&reports().next()?.figure);
    match &group.outcome {
        Outcome::Single(_) => None,
        Outcome::Agree(common) => {
            // “More than 235,000” stays that: nobody wrote “at least 235,001”.
            let told = reports().find(|report| report.interval == *common);
            let value = told.map_or_else(
                || local.interval_words(common, unit),
                |report| local.united(local.quantity(&report.figure.value), unit),
            );
            Some(local.say_with("figures_agree", &[("value", (&value).into())]))
        }
        Outcome::Rising(order, latest) => {
            let values = each_once(local, order.iter().map(|at| &gathered.reports[*at].figure));
            let value = local.interval_words(latest, unit);
            let list = local.list(&values);
            Some(local.say_with("figures_rising", &[("list", (&list).into()), ("value", (&value).into())]))
        }
        Outcome::Unreconciled => {
            let differs =
                |one: &usize| group.reports.iter().any(|other| group.conflict(&gathered.reports, *one, *other));
            let differing = group.reports.iter().filter(|at| differs(at)).map(|at| &gathered.reports[*at].figure);
            let list = local.list(&each_once(local, differing));
            Some(local.say_with("figures_unreconciled", &[("list", (&list).into())]))
        }
    }
}

fn each_once<'f>(local: Local<'_, '_>, figures: impl Iterator<Item = &'f Figure>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for figure in figures {
        let value = local.quantity(&figure.value);
        if !words.contains(&value) {
            words.push(value);
        }
    }
    words
}

/// The days and the place of a group.
fn scope(local: Local<'_, '_>, group: &Group) -> String {
    let (from, to) = group.window();
    let days = format::date_range(from.parts(), to.parts(), local.lang());
    match &group.place {
        Some(place) => {
            let place = local.place_link(place).text;
            local.say_with("figures_scope_place", &[("place", (&place).into()), ("days", (&days).into())])
        }
        None => days,
    }
}

impl Local<'_, '_> {
    /// What counts more than the whole that it is a part of.
    pub fn overflow(self, part: &Report, whole: &Report) -> String {
        let [part_name, whole_name] =
            [part, whole].map(|report| self.what(&report.figure.measure, report.figure.of.as_ref()));
        let [part_value, whole_value] = [part, whole].map(|report| self.quantity(&report.figure.value));
        let named: [(&str, Argument<'_>); 4] = [
            ("part", (&part_name).into()),
            ("whole", (&whole_name).into()),
            ("part_value", (&part_value).into()),
            ("whole_value", (&whole_value).into()),
        ];
        self.say_with("figures_overflow", &named)
    }

    /// What is counted, and of whom: “killed: children”.
    pub fn what(self, measure: &MeasureId, of: Option<&PopulationId>) -> String {
        let measure = self.measure(measure);
        match of {
            Some(of) => {
                let of = self.population(of);
                self.say_with("figure_line_what", &[("measure", (&measure).into()), ("of", (&of).into())])
            }
            None => measure,
        }
    }

    fn unit_of(self, figure: &Figure) -> Option<Unit> {
        let measures = &self.corpus().site.measures;
        figure.unit.or_else(|| measures.get(&figure.measure).map(|measure| measure.unit))
    }

    /// An interval in words, with its unit where the number alone does not say it.
    fn interval_words(self, interval: &Interval, unit: Option<Unit>) -> String {
        let [low, high] = [interval.low, interval.high].map(|number| format::number(number, self.lang()));
        let one = |key: &str, number: &String| self.say_with(key, &[("n", number.into())]);
        let words = if interval.high.is_infinite() {
            one(if interval.low_open { "value_more_than" } else { "value_at_least" }, &low)
        } else if interval.low <= 0.0 && interval.high > 0.0 {
            one(if interval.high_open { "value_less_than" } else { "value_at_most" }, &high)
        } else if low == high {
            one("value_exact", &low)
        } else {
            self.say_with("value_range", &[("low", (&low).into()), ("high", (&high).into())])
        };
        self.united(words, unit)
    }

    /// A number with its unit, where the number alone does not say it.
    fn united(self, words: String, unit: Option<Unit>) -> String {
        match unit {
            Some(unit) if !unit.is_whole() => self.with_unit(&words, unit),
            _ => words,
        }
    }
}
