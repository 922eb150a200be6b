//! Links lead to web addresses, mail addresses or pages of the site.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::markdown::ProblemKind;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "unsafe-link",
        severity: Severity::Error,
        summary: "Links lead to web addresses, mail addresses or pages of the site.",
        explanation: "A `javascript:` or `data:` link would run a program in the reader's browser.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.problems_in_texts(&RULE, ProblemKind::UnsafeAddress));
}
