//! A claim that is no draft says when it was published.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "unpublished-claim",
        severity: Severity::Error,
        summary: "A claim that is no draft says when it was published.",
        explanation: "The day of publication orders every list and never changes afterwards. Add `published:` with the day, or `draft: true` while the claim is being written.",
    },
    scope: Scope::Record(check),
};

fn check(_: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    if entry.record.published.is_none() && !entry.record.draft && !entry.damaged {
        let place = Place::missing(&entry.file.path, FieldPath::of("published"));
        let finding = RULE.at(place, "the field `published` is missing");
        findings.push(finding.with_help("add `published:` with the day, or `draft: true`"));
    }
}
