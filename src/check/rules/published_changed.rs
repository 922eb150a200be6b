//! The day of publication never changes.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;
use crate::site::Comparison;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "published-changed",
        severity: Severity::Error,
        summary: "The day of publication never changes.",
        explanation: "`published` says when readers first saw the check; it orders every list and stands in feeds and citations. What happened to a claim later is told by `revisions`. `recoupe publish` compares with what is live and sends nothing while this stands; `recoupe check --against` compares with any manifest.",
    },
    scope: Scope::Published(check),
};

fn check(context: &Context<'_>, published: &Comparison<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.corpus.claims.iter().filter_map(|entry| claim(entry, published)));
}

fn claim(entry: &Entry<Claim>, published: &Comparison<'_>) -> Option<Diagnostic> {
    let claim = published.claim(entry)?;
    // Without a day the claim is a draft or another rule's.
    let now = entry.record.published?;
    let then = &claim.then.published;
    (now.to_string() != *then).then(|| {
        let place = Place::value(&entry.file.path, FieldPath::of("published"));
        let message = format!("this claim was published on {then}, not on {now}");
        RULE.at(place, message).with_help(format!("write `published: {then}`"))
    })
}
