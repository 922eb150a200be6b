//! A part does not count more than its whole.

use super::sum_outside_whole::shown;
use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;
use crate::weigh::parts_outside;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "part-exceeds-whole",
        severity: Severity::Error,
        summary: "A part does not count more than its whole.",
        explanation: "`part-of` says that the other claim contains this one. Then what is counted here at least cannot be more than what is counted there at most: same measure, same unit, the same people or a part of them, on the same days or, for what only grows, on some of them.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    for misfit in parts_outside(context.corpus, &entry.record) {
        let Some(whole) = misfit.whole else { continue };
        let place = Place::value(&entry.file.path, FieldPath::root().key("figures").index(misfit.figure).key("value"));
        let message =
            format!("the part is {}, and `{whole}`, which contains it, {}", shown(&misfit.own), shown(&misfit.other));
        let related = Place::value(&entry.file.path, FieldPath::of("relations").key("part-of"));
        findings.push(
            RULE.at(place, message)
                .with_related(related, "the whole")
                .with_help("mend a figure, or remove the relation if the one does not contain the other"),
        );
    }
}
