//! Every footnote has its mark.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::markdown::ProblemKind;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "unused-footnote",
        severity: Severity::Warning,
        summary: "Every footnote has its mark.",
        explanation: "A footnote that nothing refers to is seen by no reader.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.problems_in_texts(&RULE, ProblemKind::UnusedFootnote));
}
