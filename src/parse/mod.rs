//! From one file's text to a record, with everything that is wrong with it.
//!
//! Never fails and never panics: what could be read is read, and the rest is a finding. A file is
//! read alone; whether its references lead anywhere is for `resolve` to say.

mod advice;
mod file;
mod yaml;

use std::ops::Range;

pub use file::{Content, ParsedFile, ParsedRecord, file};

use crate::diagnostic::{Diagnostic, FilePath, Place};
use crate::model::{Field, NamedId, Reader, Site, Translation, rules};
use crate::text::{NoFrontMatter, front_matter};

/// What was read from one file.
#[derive(Clone, Debug)]
pub struct Parsed<R> {
    /// The record; none if a field that it cannot do without is missing or unreadable.
    pub record: Option<R>,
    /// The Markdown, as bytes of the file's text.
    pub body: Range<usize>,
    /// Everything wrong with the fields.
    pub findings: Vec<Diagnostic>,
    /// Of fields that make no record, the ids in them: whether they lead anywhere can still be said.
    pub ids: Vec<NamedId>,
}

/// Reads a record: its fields between two lines `---`, then its text.
pub fn record<R: Field>(file: &FilePath, text: &str) -> Parsed<R> {
    match front_matter(text) {
        Ok(parts) => fields(file, text, parts.yaml, parts.body),
        Err(missing) => {
            let end = text.lines().next().map_or(0, str::len);
            let finding = Diagnostic::new(
                &rules::NO_FRONT_MATTER,
                Place::bytes(file, 0..end),
                match missing {
                    NoFrontMatter::Unopened => "the first line is not `---`",
                    NoFrontMatter::Unclosed => "the fields are not closed by a second line `---`",
                },
            );
            let finding = finding.with_help("write the fields between two lines `---`, and the text after them");
            Parsed { record: None, body: text.len()..text.len(), findings: vec![finding], ids: Vec::new() }
        }
    }
}

/// Reads the translation of a record's long texts.
pub fn translation(file: &FilePath, text: &str) -> Parsed<Translation> {
    record(file, text)
}

/// Reads `site.yaml`, which is YAML from end to end.
pub fn site(file: &FilePath, text: &str) -> Parsed<Site> {
    fields(file, text, 0..text.len(), text.len()..text.len())
}

fn fields<R: Field>(file: &FilePath, text: &str, yaml: Range<usize>, body: Range<usize>) -> Parsed<R> {
    let read = yaml::read(file, text, yaml.clone());
    let reader = || Reader::new(file, &text[yaml.clone()], &read.broken);
    let mut first = reader();
    let record = R::read(&read.node, &mut first);
    let mut findings = read.findings;
    findings.extend(first.into_findings());
    let mut ids = Vec::new();
    if record.is_none() {
        let mut second = reader().keeping_ids();
        R::read(&read.node, &mut second);
        ids = second.into_ids();
    }
    Parsed { record, body, findings, ids }
}
