//! No link definition takes a citation's place.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::markdown::ProblemKind;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "hidden-citation",
        severity: Severity::Error,
        summary: "No link definition takes a citation's place.",
        explanation: "A line `[@id]: …` would turn the citation `[@id]` into a link of its own, and the reference would be lost.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.problems_in_texts(&RULE, ProblemKind::HiddenCitation));
}
