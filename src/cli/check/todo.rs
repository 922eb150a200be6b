//! What a desk still has in doubt, on one page.

use std::fmt::Write;

use crate::check::Judged;
use crate::model::{Consulted, OriginRef, Stance};
use crate::weigh::Verification;

/// Every doubt that the records themselves admit or that comparing quotations left, by sort; each line names a record
/// or a field.
pub fn list(judged: &Judged) -> String {
    let corpus = &judged.corpus;
    let mut titles = Section::new("titles not seen");
    let mut dates = Section::new("dates not seen");
    let mut excerpts = Section::new("documents read in an excerpt only");
    let mut origins = Section::new("evidence of unknown origin");
    let mut quotations = Quotations::new();
    let mut readers = Section::new("claims without a second reader");
    for entry in &corpus.documents {
        let document = &entry.record;
        titles.add(document.title.is_none(), &entry.id);
        dates.add(document.date.is_none(), &entry.id);
        excerpts.add(document.consulted == Some(Consulted::Excerpt), &entry.id);
    }
    for entry in &corpus.claims {
        let compared = judged.assessments.quotations(corpus, &entry.id);
        for (i, (said, compared)) in entry.record.said.iter().zip(&compared.said).enumerate() {
            quotations.add(&format!("{}: said[{i}]", entry.id), said.document.as_str(), compared);
        }
        for (i, (evidence, compared)) in entry.record.evidence.iter().zip(&compared.evidence).enumerate() {
            let place = format!("{}: evidence[{i}]", entry.id);
            let unknown = evidence.origin.contains(&OriginRef::Unknown) && evidence.stance != Stance::Context;
            origins.add(unknown, &format!("{place}, {}", evidence.document));
            quotations.add(&place, evidence.document.as_str(), compared);
        }
        readers.add(entry.record.reviewed.is_none(), &entry.id);
    }
    let Quotations { absent, unread, translated, refused } = quotations;
    let sections = [titles, dates, excerpts, origins, absent, unread, translated, refused, readers];
    sections.iter().map(Section::text).collect()
}

/// Quotations that no capture verifies, by why.
struct Quotations {
    absent: Section,
    unread: Section,
    translated: Section,
    refused: Section,
}

impl Quotations {
    fn new() -> Self {
        Self {
            absent: Section::new("quotations without a capture to verify them in"),
            unread: Section::new("quotations whose capture could not be read on this machine"),
            translated: Section::new("quotations given in another language, compared with nothing"),
            refused: Section::new("quotations that do not stand in their capture"),
        }
    }

    /// Adds the fragments of one quotation, each by itself.
    fn add(&mut self, place: &str, document: &str, compared: &[Verification]) {
        for (i, verification) in compared.iter().enumerate() {
            let fragment = if compared.len() > 1 { format!("[{i}]") } else { String::new() };
            let line = format!("{place}.quote{fragment}, {document}");
            match verification {
                Verification::Verified(_) => {}
                Verification::NoCapture => self.absent.add(true, &line),
                Verification::NotRead => self.unread.add(true, &line),
                Verification::Translated => self.translated.add(true, &line),
                Verification::Refused(..) => self.refused.add(true, &line),
            }
        }
    }
}

struct Section {
    name: &'static str,
    lines: Vec<String>,
}

impl Section {
    fn new(name: &'static str) -> Self {
        Self { name, lines: Vec::new() }
    }

    fn add(&mut self, doubtful: bool, line: &impl ToString) {
        if doubtful {
            self.lines.push(line.to_string());
        }
    }

    fn text(&self) -> String {
        let mut text = format!("{} ({})\n", self.name, self.lines.len());
        for line in &self.lines {
            writeln!(text, "  {line}").expect("a String takes everything");
        }
        text
    }
}
