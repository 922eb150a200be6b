//! What a desk still has in doubt, on one page.

use std::fmt::Write;

use crate::corpus::Corpus;
use crate::model::{Consulted, OriginRef, Stance};

/// Every doubt that the records themselves admit, by sort; each line names a record or a field.
pub fn list(corpus: &Corpus) -> String {
    let mut titles = Section::new("titles not seen");
    let mut dates = Section::new("dates not seen");
    let mut excerpts = Section::new("documents read in an excerpt only");
    let mut origins = Section::new("evidence of unknown origin");
    let mut quotations = Section::new("quotations without a capture to verify them in");
    let mut readers = Section::new("claims without a second reader");
    for entry in &corpus.documents {
        let document = &entry.record;
        titles.add(document.title.is_none(), &entry.id);
        dates.add(document.date.is_none(), &entry.id);
        excerpts.add(document.consulted == Some(Consulted::Excerpt), &entry.id);
    }
    for entry in &corpus.claims {
        for (i, evidence) in entry.record.evidence.iter().enumerate() {
            let line = format!("{}: evidence[{i}], {}", entry.id, evidence.document);
            let unknown = evidence.origin.contains(&OriginRef::Unknown) && evidence.stance != Stance::Context;
            origins.add(unknown, &line);
            let document = corpus.documents.get(&evidence.document);
            let unverified = document.is_none_or(|document| document.record.captures.is_empty());
            quotations.add(!evidence.quote.is_empty() && unverified, &line);
        }
        readers.add(entry.record.reviewed.is_none(), &entry.id);
    }
    [titles, dates, excerpts, origins, quotations, readers].iter().map(Section::text).collect()
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
