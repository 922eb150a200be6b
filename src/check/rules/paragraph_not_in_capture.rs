//! A paragraph that is named exists in the capture.

use crate::capture::CaptureText;
use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FieldPath, FilePath, Place, Rule, Severity};
use crate::model::Document;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "paragraph-not-in-capture",
        severity: Severity::Error,
        summary: "A paragraph that is named exists in the capture.",
        explanation: "Paragraphs are the blocks between blank lines of a document's text, counted from 1 without those that `headings` lists. A number beyond the last one points at nothing, and a block that `headings` lists must be there too: otherwise every number after it is off.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for entry in &context.corpus.documents {
        let Some(capture) = text(context, &entry.record) else { continue };
        let count = capture.paragraphs(&entry.record.headings).len();
        for (i, row) in entry.record.outline.iter().enumerate() {
            let path = FieldPath::of("outline").index(i).key("paragraph");
            paragraph(&entry.file.path, path, row.paragraph, count, findings);
        }
        for (i, heading) in entry.record.headings.iter().enumerate() {
            if !(1..=capture.blocks()).contains(&(*heading as usize)) {
                let place = Place::value(&entry.file.path, FieldPath::of("headings").index(i));
                let message = format!("the capture has no block {heading}");
                findings.push(RULE.at(place, message).with_help(format!("it has {} blocks", capture.blocks())));
            }
        }
    }
    for entry in &context.corpus.claims {
        for (i, said) in entry.record.said.iter().enumerate() {
            let Some(document) = context.corpus.documents.get(&said.document) else { continue };
            let Some(capture) = text(context, &document.record) else { continue };
            let count = capture.paragraphs(&document.record.headings).len();
            for (at, number) in said.paragraphs.iter().enumerate() {
                let path = FieldPath::of("said").index(i).key("paragraphs").index(at);
                paragraph(&entry.file.path, path, *number, count, findings);
            }
        }
    }
}

fn paragraph(file: &FilePath, path: FieldPath, number: u32, count: usize, findings: &mut Vec<Diagnostic>) {
    if !(1..=count).contains(&(number as usize)) {
        let finding = RULE.at(Place::value(file, path), format!("the capture has no paragraph {number}"));
        findings.push(finding.with_help(format!("it has {count} paragraphs, counted without headings")));
    }
}

/// The text of the first capture of a document that can be read.
pub(super) fn text<'a>(context: &Context<'a>, document: &Document) -> Option<&'a CaptureText> {
    document
        .captures
        .iter()
        .find_map(|capture| context.assessments.captures().text(&capture.sha256, document.url.as_deref()))
}
