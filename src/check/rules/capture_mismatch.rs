//! A capture is the bytes that its sum says.

use crate::capture::{Stored, is_sha256};
use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "capture-mismatch",
        severity: Severity::Error,
        summary: "A capture is the bytes that its sum says.",
        explanation: "A capture is named by the SHA-256 sum of its bytes. Other bytes under that name were changed or mixed up after they were archived, and verify nothing; `recoupe capture add FILE --document ID` stores a file under its own sum.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for entry in &context.corpus.documents {
        for (i, capture) in entry.record.captures.iter().enumerate() {
            let place = || Place::value(&entry.file.path, FieldPath::of("captures").index(i).key("sha256"));
            if !is_sha256(&capture.sha256) {
                let finding = RULE.at(place(), "this is not a SHA-256 sum");
                findings.push(finding.with_help("write the 64 lower-case hexadecimal digits of `sha256sum FILE`"));
            } else if let Some(Stored::Other(found)) =
                context.assessments.captures().get(&capture.sha256, entry.record.url.as_deref())
            {
                let finding = RULE.at(place(), "what lies in the vault under this sum are other bytes");
                findings.push(finding.with_help(format!(
                    "their sum is `{found}`; bring the bytes that were captured back, or find out who changed them"
                )));
            }
        }
    }
}
