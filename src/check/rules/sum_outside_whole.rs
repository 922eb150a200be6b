//! Exhaustive parts add up to their whole.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;
use crate::text::quantity::Interval;
use crate::weigh::sums_outside;

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
    for misfit in sums_outside(context.corpus, &entry.record) {
        let place = Place::value(&entry.file.path, FieldPath::root().key("figures").index(misfit.figure).key("value"));
        let (sum, whole) = (shown(&misfit.other), shown(&misfit.own));
        let related = Place::value(&entry.file.path, FieldPath::of("relations").key("sum-of"));
        findings.push(
            RULE.at(place, format!("the parts add up to {sum}, and the whole is {whole}"))
                .with_related(related, "the parts")
                .with_help("mend a figure, or use `part-of` on the parts if something else belongs to the whole"),
        );
    }
}

/// An interval in a message.
pub(super) fn shown(interval: &Interval) -> String {
    match (interval.low, interval.high) {
        (low, high) if low == high => format!("{low}"),
        (low, high) if high.is_infinite() => format!("{low} or more"),
        (low, high) => format!("{low} to {high}"),
    }
}
