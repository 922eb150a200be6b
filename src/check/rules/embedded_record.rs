//! Records are linked, not embedded.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::markdown::ProblemKind;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "embedded-record",
        severity: Severity::Error,
        summary: "Records are linked, not embedded.",
        explanation: "`![[id]]` is an embed in other programs; here a record is linked as `[[id]]`.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.problems_in_texts(&RULE, ProblemKind::Embed));
}
