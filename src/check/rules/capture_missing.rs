//! A declared capture is in the vault of this machine.

use crate::capture::is_sha256;
use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "capture-missing",
        severity: Severity::Note,
        summary: "A declared capture is in the vault of this machine.",
        explanation: "Quotations are compared with the captures of their documents, which lie in `captures/` or where `--captures` or `RECOUPE_CAPTURES` says. Not every machine may hold them: without one nothing is compared, and pages say so. Under `--require-captures` it is an error.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let captures = context.assessments.captures();
    for entry in &context.corpus.documents {
        for (i, capture) in entry.record.captures.iter().enumerate() {
            if !is_sha256(&capture.sha256) || captures.get(&capture.sha256, entry.record.url.as_deref()).is_some() {
                continue;
            }
            let place = Place::value(&entry.file.path, FieldPath::of("captures").index(i).key("sha256"));
            let message = "this capture is not in the vault of this machine; nothing was compared with it";
            let mut finding = RULE.at(place, message);
            finding.severity = if captures.required { Severity::Error } else { Severity::Note };
            findings.push(finding.with_help(format!(
                "say where it is with `--captures DIR`, or bring it back with `recoupe capture add FILE --document {}`",
                entry.id
            )));
        }
    }
}
