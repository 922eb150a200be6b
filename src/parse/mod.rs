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
use crate::model::{Field, Reader, Site, Translation, rules};
use crate::text::{NoFrontMatter, front_matter};

/// What was read from one file.
#[derive(Debug)]
pub struct Parsed<R> {
    /// The record; none if a field that it cannot do without is missing or unreadable.
    pub record: Option<R>,
    /// The Markdown, as bytes of the file's text.
    pub body: Range<usize>,
    /// Everything wrong with the fields.
    pub findings: Vec<Diagnostic>,
}

/// Reads a record: its fields between two lines `---`, then its text.
pub fn record<R: Field>(file: &FilePath, text: &str) -> Parsed<R> {
    match front_matter(text) {
        Ok(parts) => {
            let (record, findings) = fields(file, text, parts.yaml);
            Parsed { record, body: parts.body, findings }
        }
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
            Parsed { record: None, body: text.len()..text.len(), findings: vec![finding] }
        }
    }
}

/// Reads the translation of a record's long texts.
pub fn translation(file: &FilePath, text: &str) -> Parsed<Translation> {
    record(file, text)
}

/// Reads `site.yaml`, which is YAML from end to end.
pub fn site(file: &FilePath, text: &str) -> Parsed<Site> {
    let (record, findings) = fields(file, text, 0..text.len());
    Parsed { record, body: text.len()..text.len(), findings }
}

fn fields<R: Field>(file: &FilePath, text: &str, yaml: Range<usize>) -> (Option<R>, Vec<Diagnostic>) {
    let read = yaml::read(file, text, yaml.clone());
    let mut reader = Reader::new(file, &text[yaml], &read.broken);
    let record = R::read(&read.node, &mut reader);
    let mut findings = read.findings;
    findings.extend(reader.into_findings());
    (record, findings)
}
