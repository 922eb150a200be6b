//! Evidence says where its information first came from.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::{Claim, Stance};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "evidence-without-origin",
        severity: Severity::Error,
        summary: "Evidence says where its information first came from.",
        explanation: "Ten papers that print one agency are one source. So every piece of evidence but context names its origin: a source, `self` where the publisher saw, counted or holds it, or `unknown` where the document does not say, which counts for nothing.",
    },
    scope: Scope::Record(check),
};

fn check(_: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    // A misspelt origin has been reported already.
    if entry.damaged {
        return;
    }
    for (i, evidence) in entry.record.evidence.iter().enumerate() {
        if evidence.stance != Stance::Context && evidence.origin.is_empty() {
            let path = FieldPath::root().key("evidence").index(i).key("origin");
            let finding =
                RULE.at(Place::missing(&entry.file.path, path), "this evidence does not say where it has it from");
            findings.push(finding.with_help("add `origin:` with a source, `self` or `unknown`"));
        }
    }
}
