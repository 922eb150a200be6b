//! Texts are Markdown without HTML.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::markdown::ProblemKind;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "raw-html",
        severity: Severity::Error,
        summary: "Texts are Markdown without HTML.",
        explanation: "HTML in a text could load scripts, break a page, or look different in every theme. Tables, footnotes, emphasis and links are all there in Markdown.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.problems_in_texts(&RULE, ProblemKind::RawHtml));
}
