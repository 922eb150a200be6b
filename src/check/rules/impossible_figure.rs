//! A figure is a number that its unit can have.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::{Claim, Figure, Unit};
use crate::text::quantity;
use crate::weigh::unit;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "impossible-figure",
        severity: Severity::Error,
        summary: "A figure is a number that its unit can have.",
        explanation: "People, towns, votes and strikes come in whole numbers; nothing that is counted or measured here is negative; a share is not over 100 %; and what is written in kilometres is not a number of people.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let claim = &entry.record;
    let own = claim.figures.iter().enumerate();
    let own = own.map(|(i, figure)| (FieldPath::root().key("figures").index(i), figure));
    let cited = claim.evidence.iter().enumerate().flat_map(|(i, evidence)| {
        let path = FieldPath::root().key("evidence").index(i).key("figures");
        evidence.figures.iter().enumerate().map(move |(j, figure)| (path.index(j), figure))
    });
    for (path, figure) in own.chain(cited) {
        let Some(unit) = unit(&context.corpus.site, figure) else { continue };
        if let Some((message, help)) = problem(figure, unit) {
            findings.push(RULE.at(Place::value(&entry.file.path, path.key("value")), message).with_help(help));
        }
    }
}

fn problem(figure: &Figure, unit: Unit) -> Option<(String, &'static str)> {
    let value = &figure.value;
    let finite = [value.low, value.high].into_iter().filter(|number| number.is_finite());
    let mut numbers = finite.clone();
    if numbers.any(|number| number < 0.0) {
        return Some((format!("“{}” reaches below zero", value.text), "mend the number"));
    }
    if !fits(value.unit, unit) {
        let message = format!("“{}” is not a number of {}", value.text, unit.word());
        return Some((message, "name another `measure`, or its `unit`"));
    }
    if unit.is_whole() && finite.clone().any(|number| number.fract() != 0.0) {
        let message = format!("“{}” is no whole number, and {} are counted", value.text, unit.word());
        return Some((message, "write the whole number that was given"));
    }
    let over = unit == Unit::Percent && finite.clone().any(|number| number > 100.0);
    over.then(|| (format!("“{}” is more than all of it", value.text), "a share is at most 100 %"))
}

/// Whether a value may be written in a unit where the figure has another.
fn fits(written: Option<quantity::Unit>, unit: Unit) -> bool {
    match written {
        None => true,
        Some(quantity::Unit::Percent) => unit == Unit::Percent,
        Some(quantity::Unit::SquareKilometres) => unit == Unit::SquareKilometres,
        Some(quantity::Unit::Kilometres) => unit == Unit::Kilometres,
        Some(quantity::Unit::Days | quantity::Unit::Months) => unit == Unit::Months,
    }
}
