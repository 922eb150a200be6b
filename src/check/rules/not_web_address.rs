//! The address of a thing on the web is whole.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FieldPath, FilePath, Place, Rule, Severity};
use crate::markdown::is_web_address;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "not-web-address",
        severity: Severity::Error,
        summary: "The address of an archived copy, a picture, a video or a recording is a whole web address.",
        explanation: "Readers and programs are sent there as it stands. Write it as the browser shows it, from `https://` or `http://` on, without spaces.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for entry in &context.corpus.documents {
        let url = entry.record.archived.as_ref().map(|archived| archived.url.as_str());
        findings.extend(finding(&entry.file.path, "archived", url));
    }
    for entry in &context.corpus.claims {
        let url = entry.record.media.as_ref().and_then(|media| media.url.as_deref());
        findings.extend(finding(&entry.file.path, "media", url));
    }
}

fn finding(file: &FilePath, field: &'static str, url: Option<&str>) -> Option<Diagnostic> {
    let url = url.filter(|url| !is_web_address(url))?;
    let place = Place::value(file, FieldPath::of(field).key("url"));
    let finding = RULE.at(place, format!("`{url}` is not a whole web address"));
    Some(finding.with_help("write it as the browser shows it: `https://…`"))
}
