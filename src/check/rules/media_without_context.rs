//! What is shown out of its context is given it back.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::{Authenticity, Claim};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "media-without-context",
        severity: Severity::Warning,
        summary: "What is shown out of its context is given it back.",
        explanation: "A picture that is real and shown as something else misleads by what is not said. Readers who are told that the context is missing want to know it: what the picture shows, where and when. `context` says it in a sentence, and `original` names the document in which it stood first.",
    },
    scope: Scope::Record(check),
};

fn check(_: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let Some(media) = &entry.record.media else { return };
    let out_of_context = media.authenticity.contains(&Authenticity::Decontextualized);
    if out_of_context && media.context.is_none() && media.original.is_none() {
        let place = Place::value(&entry.file.path, FieldPath::of("media").key("authenticity"));
        let finding = RULE.at(place, "readers are told that the context is missing, and not what it is");
        findings.push(finding.with_help("say it in `context`, or name the `original`"));
    }
}
