//! Headings in a text start at the second level.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::markdown::ProblemKind;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "top-heading",
        severity: Severity::Error,
        summary: "Headings in a text start at the second level.",
        explanation: "The first level is the page's own title. Screen readers and outlines need one title and no more.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.problems_in_texts(&RULE, ProblemKind::TopHeading));
}
