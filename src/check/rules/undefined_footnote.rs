//! Every footnote mark has its footnote.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::markdown::ProblemKind;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "undefined-footnote",
        severity: Severity::Error,
        summary: "Every footnote mark has its footnote.",
        explanation: "A mark `[^1]` without a line `[^1]: …` would be printed as it stands.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.problems_in_texts(&RULE, ProblemKind::MissingFootnote));
}
