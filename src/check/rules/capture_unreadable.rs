//! A capture is of a sort that can be read.

use crate::capture::Stored;
use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "capture-unreadable",
        severity: Severity::Note,
        summary: "A capture is of a sort that can be read.",
        explanation: "Text is read from `text/plain` and `text/html` in UTF-8. Other captures prove what was archived, but no quotation is compared with them, and pages say so. A capture of the same document as text, beside the other, lets its quotations be verified.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for entry in &context.corpus.documents {
        for (i, capture) in entry.record.captures.iter().enumerate() {
            let stored = context.assessments.captures().get(&capture.sha256);
            let Some(Stored::Unreadable(why)) = stored else { continue };
            let place = Place::value(&entry.file.path, FieldPath::of("captures").index(i).key("media"));
            let finding = RULE.at(place, format!("{}; nothing was compared with it", why.0));
            findings.push(finding.with_help("add a capture of the same document as `text/plain` or `text/html`"));
        }
    }
}
