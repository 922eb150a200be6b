//! Footnotes, gathered at the foot of their text.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::phrases::{Phrase, phrase};
use super::writer::Writer;
use crate::markdown::pieces::{Piece, What};
use crate::text::html::escape_attr;

/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Footnotes {
    /// The label and number of marks of each note, in the order of their first marks.
    marked: Vec<(String, usize)>,
}

/// Where the definitions stand in the pieces of a text, by label.
pub(super) type Definitions = BTreeMap<String, Range<usize>>;

/// The definitions among `pieces`; the first of a label counts.
pub(super) fn definitions(pieces: &[Piece<'_>]) -> Definitions {
    let mut open = Vec::new();
    let mut definitions = Definitions::new();
    for (at, piece) in pieces.iter().enumerate() {
        match &piece.what {
            What::Event(Event::Start(Tag::FootnoteDefinition(label))) => open.push((label.to_lowercase(), at + 1)),
            What::Event(Event::End(TagEnd::FootnoteDefinition)) => {
                if let Some((label, start)) = open.pop() {
                    definitions.entry(label).or_insert(start..at);
                }
            }
            _ => {}
        }
    }
    definitions
}

impl Writer<'_> {
    /// The raised number that leads to a footnote.
    pub(super) fn footnote_mark(&mut self, label: &str) {
        let label = label.to_lowercase();
        let known = self.footnotes.marked.iter().position(|(marked, _)| *marked == label);
        let at = known.unwrap_or(self.footnotes.marked.len());
        if known.is_none() {
            self.footnotes.marked.push((label, 0));
        }
        let (_, marks) = &mut self.footnotes.marked[at];
        *marks += 1;
        let (number, mark) = (at + 1, *marks);
        let prefix = self.context.id_prefix().to_owned();
        let name = phrase(Phrase::Note(number), &self.lang);
        self.out.push_str("<sup class=\"note\">");
        self.mark(
            &format!("{prefix}fnref-{number}-{mark}"),
            &format!("#{prefix}fn-{number}"),
            &name,
            " role=\"doc-noteref\"",
            &number.to_string(),
        );
        self.out.push_str("</sup>");
        self.previous = Some('1');
    }

    /// Appends the notes that have marks.
    pub(super) fn footnote_list(&mut self, pieces: &[Piece<'_>], definitions: &Definitions) {
        let body = std::mem::take(&mut self.out);
        let mut notes = Vec::new();
        // A note may have the first mark of another: the list grows while it is written.
        while let Some((label, _)) = self.footnotes.marked.get(notes.len()) {
            let range = definitions.get(label).cloned().unwrap_or(0..0);
            self.pieces(&pieces[range]);
            notes.push(std::mem::take(&mut self.out));
        }
        self.out = body;
        if notes.is_empty() {
            return;
        }
        let name = phrase(Phrase::Notes, &self.lang);
        self.out.push_str(&format!(
            "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{}\">\n<ol>\n",
            escape_attr(&name)
        ));
        let prefix = escape_attr(self.context.id_prefix()).into_owned();
        for (i, note) in notes.iter().enumerate() {
            let back = self.ways_back(&prefix, i + 1, self.footnotes.marked[i].1);
            // Within the last paragraph, so that a short note stays one line.
            let text = note.trim_end();
            let note = match text.strip_suffix("</p>") {
                Some(text) => format!("{text} {back}</p>"),
                None => format!("{text}<p>{back}</p>"),
            };
            self.out.push_str(&format!("<li id=\"{prefix}fn-{}\">{note}</li>\n", i + 1));
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    fn ways_back(&self, prefix: &str, number: usize, marks: usize) -> String {
        let back = |mark: usize| {
            let name = phrase(Phrase::BackTo(number, mark), &self.lang);
            let word = phrase(Phrase::Back, &self.lang);
            let text = if marks > 1 { format!("{word}\u{a0}{mark}") } else { word };
            format!(
                "<a class=\"back\" href=\"#{prefix}fnref-{number}-{mark}\" role=\"doc-backlink\" aria-label=\"{}\">{text}</a>",
                escape_attr(&name)
            )
        };
        (1..=marks).map(back).collect::<Vec<_>>().join(" ")
    }
}
