//! What is said of a picture, a video or a recording does not contradict itself.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::{Authenticity, Claim};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "media-contradicts-itself",
        severity: Severity::Error,
        summary: "What is said of a picture, a video or a recording does not contradict itself.",
        explanation: "Several findings may hold of one picture: it can be cropped and shown out of its context. It cannot be original and edited, staged or transformed as well; and where something else is named as its `original`, that is not the document that shows it.",
    },
    scope: Scope::Record(check),
};

fn check(_: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let Some(media) = &entry.record.media else { return };
    let field = |name| Place::value(&entry.file.path, FieldPath::of("media").key(name));
    let altered = media.authenticity.iter().find(|found| found.is_altered());
    let original = media.authenticity.contains(&Authenticity::Original);
    if let Some(altered) = altered.filter(|_| original) {
        let (original, altered) = (Authenticity::Original.word(), altered.word());
        let finding = RULE.at(field("authenticity"), format!("it is called `{original}` and `{altered}`"));
        findings.push(finding.with_help("keep the one that holds"));
    }
    if media.original.is_some() && media.original == media.document {
        let finding = RULE.at(field("original"), "the document that shows it is named as the original");
        let finding = finding.with_related(field("document"), "the document that shows it");
        findings.push(finding.with_help("leave `original` out, or name the document in which it stood first"));
    }
}
