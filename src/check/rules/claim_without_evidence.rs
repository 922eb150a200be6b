//! A verdict that needs evidence has some.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "claim-without-evidence",
        severity: Severity::Error,
        summary: "A verdict that needs evidence has some.",
        explanation: "A verdict whose rule asks for anything needs at least one piece of evidence. Cite what was consulted, or choose a verdict that asks for nothing, such as one that says the claim cannot be verified.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let claim = &entry.record;
    let Some(verdict) = context.corpus.site.verdicts.get(&claim.verdict) else { return };
    if claim.evidence.is_empty() && verdict.requires.is_some() && !entry.damaged {
        let place = Place::value(&entry.file.path, FieldPath::of("verdict"));
        let finding = RULE.at(place, format!("`{}` needs evidence, and this claim has none", claim.verdict));
        findings.push(finding.with_help("add `evidence:` with the documents that were consulted"));
    }
}
