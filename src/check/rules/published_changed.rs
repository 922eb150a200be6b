//! The day of publication never changes.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "published-changed",
        severity: Severity::Error,
        summary: "The day of publication never changes.",
        explanation: "`published` says when readers first saw the check; it orders every list and stands in feeds and citations. What happened to a claim later is told by `revisions`. Found by `recoupe check --against` with the manifest of the published site.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let Some(claim) = context.published.and_then(|published| published.claim(entry)) else { return };
    // Without a day the claim is a draft or another rule's.
    let Some(now) = entry.record.published else { return };
    let then = &claim.then.published;
    if now.to_string() != *then {
        let place = Place::value(&entry.file.path, FieldPath::of("published"));
        let message = format!("this claim was published on {then}, not on {now}");
        findings.push(RULE.at(place, message).with_help(format!("write `published: {then}`")));
    }
}
