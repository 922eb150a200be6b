//! A period does not end before it begins.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FieldPath, FilePath, Place, Rule, Severity};
use crate::model::Figure;
use crate::text::PartialDate;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "reversed-period",
        severity: Severity::Error,
        summary: "A period does not end before it begins.",
        explanation: "The window of a figure and the days of an event run from `from` to `to`.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for entry in &context.corpus.events {
        let period = (entry.record.from, entry.record.to);
        findings.extend(finding(&entry.file.path, FieldPath::root(), period));
    }
    for entry in &context.corpus.claims {
        let own = entry.record.figures.iter().enumerate();
        let own = own.map(|(i, figure)| (FieldPath::root().key("figures").index(i), figure));
        let cited = entry.record.evidence.iter().enumerate().flat_map(|(i, evidence)| {
            let path = FieldPath::root().key("evidence").index(i).key("figures");
            evidence.figures.iter().enumerate().map(move |(j, figure)| (path.index(j), figure))
        });
        let period = |figure: &Figure| (figure.from, figure.to);
        findings.extend(own.chain(cited).filter_map(|(path, figure)| finding(&entry.file.path, path, period(figure))));
    }
}

fn finding(file: &FilePath, path: FieldPath, period: (Option<PartialDate>, Option<PartialDate>)) -> Option<Diagnostic> {
    let (Some(from), Some(to)) = period else { return None };
    let reversed = to.last_day() < from.first_day();
    reversed.then(|| {
        let place = Place::value(file, path.key("to"));
        RULE.at(place, format!("the period ends on {to}, before it begins on {from}"))
            .with_help("exchange the two dates, or mend one")
    })
}
