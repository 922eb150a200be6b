//! A picture, a video or a recording is shown somewhere.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "media-shown-nowhere",
        severity: Severity::Error,
        summary: "A picture, a video or a recording is shown somewhere.",
        explanation: "What was found of a picture means nothing where nobody can see which one: `document` names the record of the page or post that shows it, `url` the address of the thing itself. One of them is needed, and both are better.",
    },
    scope: Scope::Record(check),
};

fn check(_: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let Some(media) = &entry.record.media else { return };
    if media.document.is_none() && media.url.is_none() {
        let place = Place::value(&entry.file.path, FieldPath::of("media"));
        let finding = RULE.at(place, format!("nothing says where the {} is shown", media.kind.word()));
        findings.push(finding.with_help("name the `document` that shows it, or its `url`"));
    }
}
