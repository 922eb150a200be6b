//! Exhaustive parts add up to their whole.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::{Corpus, Entry};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::{Claim, ClaimId, Figure, Unit};
use crate::text::quantity::{Grain, Interval, Tolerances};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "sum-outside-whole",
        severity: Severity::Error,
        summary: "Exhaustive parts add up to their whole.",
        explanation: "`sum-of` says that the parts are all there is. Their figures, added up as intervals, must then meet the whole: 110 and 148 meet “about 260”. If something may be left over, the relation is `part-of`, on the parts.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let parts = &entry.record.relations.sum_of;
    if parts.is_empty() {
        return;
    }
    for (i, whole) in entry.record.figures.iter().enumerate() {
        let Some(sum) = sum(context.corpus, whole, parts) else { continue };
        let interval = interval(context.corpus, whole);
        if !interval.meets(&sum) {
            let place = Place::value(&entry.file.path, FieldPath::root().key("figures").index(i).key("value"));
            let message = format!("the parts add up to {}, and the whole is {}", shown(&sum), shown(&interval));
            let related = Place::value(&entry.file.path, FieldPath::of("relations").key("sum-of"));
            findings.push(
                RULE.at(place, message)
                    .with_related(related, "the parts")
                    .with_help("mend a figure, or use `part-of` on the parts if something else belongs to the whole"),
            );
        }
    }
}

/// The sum of the parts, if each has exactly one figure of the whole's measure, unit and period.
fn sum(corpus: &Corpus, whole: &Figure, parts: &[ClaimId]) -> Option<Interval> {
    let mut intervals = Vec::with_capacity(parts.len());
    for part in parts {
        let figures = &corpus.claims.get(part)?.record.figures;
        let mut alike = figures.iter().filter(|figure| {
            figure.measure == whole.measure
                && unit(corpus, figure) == unit(corpus, whole)
                && figure.period() == whole.period()
        });
        let figure = alike.next()?;
        if alike.next().is_some() {
            return None;
        }
        intervals.push(interval(corpus, figure));
    }
    Some(Interval::sum(&intervals))
}

fn unit(corpus: &Corpus, figure: &Figure) -> Option<Unit> {
    figure.unit.or_else(|| corpus.site.measures.get(&figure.measure).map(|measure| measure.unit))
}

fn interval(corpus: &Corpus, figure: &Figure) -> Interval {
    let grain = if unit(corpus, figure).is_some_and(Unit::is_whole) { Grain::Whole } else { Grain::Continuous };
    let tolerances = &corpus.site.tolerances;
    figure.value.interval(grain, Tolerances { about: tolerances.about, nearly: tolerances.nearly })
}

fn shown(interval: &Interval) -> String {
    match (interval.low, interval.high) {
        (low, high) if low == high => format!("{low}"),
        (low, high) if high.is_infinite() => format!("{low} or more"),
        (low, high) => format!("{low} to {high}"),
    }
}
