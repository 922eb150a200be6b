//! A quotation keeps the words that turn or soften it.

use super::quotation_not_found::{each, turned};
use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::Claim;
use crate::weigh::Verification;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "quotation-loses-qualifier",
        severity: Severity::Error,
        summary: "A quotation keeps the words that turn or soften it.",
        explanation: "“Not”, “at least”, “about”, “according to”, « ne … pas », « selon », « au moins »: what is quoted without them says something else. They may neither be left out behind `[…]` nor stand just outside the quotation. Some of these words are harmless in some places; a list of fragments shows readers what was left out.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    for (place, quotation) in each(context, entry) {
        let Some(word) = turned(quotation) else { continue };
        let finding = RULE.at(place, format!("this quotation leaves out `{word}`, which the document has there"));
        let nearest = match quotation {
            Verification::Refused(_, Some(nearest)) if nearest.difference.contains("{+") => {
                Some(format!("nearest passage: {}", nearest.difference))
            }
            _ => None,
        };
        let finding = finding.with_optional_help(nearest);
        findings.push(finding.with_help("quote it with that word, or as separate fragments"));
    }
}
