//! Every record and document that a text refers to.

use std::ops::Range;

use super::line::{inline_pieces, line};
use super::pieces::{What, pieces};

/// A reference to a record, and where its id stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'a> {
    /// The bytes of the id in the text.
    pub range: Range<usize>,
    /// What refers to it.
    pub kind: MentionKind<'a>,
}

/// How a record is referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MentionKind<'a> {
    /// `[[id]]` or `[[id|text]]`.
    Link {
        /// The id, as written.
        id: &'a str,
        /// The text of the link, as Markdown.
        text: Option<&'a str>,
    },
    /// `[@id]` or `[@id, p. 3]`.
    Cite {
        /// The id of the document, as written.
        id: &'a str,
        /// Where in the document.
        locator: Option<&'a str>,
    },
}

impl<'a> Mention<'a> {
    /// The id that is mentioned.
    pub fn id(&self) -> &'a str {
        match self.kind {
            MentionKind::Link { id, .. } | MentionKind::Cite { id, .. } => id,
        }
    }
}

/// The mentions of a body, in order.
pub fn mentions(body: &str) -> Vec<Mention<'_>> {
    let found = pieces(body).into_iter().map(|piece| piece.what);
    found.flat_map(|what| of_piece(body, what, |range| range)).collect()
}

/// The mentions of a short text without blocks, in order.
pub fn inline_mentions(text: &str) -> Vec<Mention<'_>> {
    let (line, offset) = line(text);
    // Bytes of the line are those of the text, but for the full stop in front and what was trimmed.
    let moved = |range: Range<usize>| range.start - 1 + offset..range.end - 1 + offset;
    let found = inline_pieces(&line).into_iter().map(|piece| piece.what);
    found.flat_map(|what| of_piece(text, what, moved)).collect()
}

fn of_piece<'a>(text: &'a str, what: What<'_>, moved: impl Fn(Range<usize>) -> Range<usize>) -> Vec<Mention<'a>> {
    let slice = |range: Range<usize>| text.get(moved(range)).unwrap_or_default();
    match what {
        What::Record { id, text } => {
            let kind = MentionKind::Link { id: slice(id.clone()), text: text.map(slice) };
            vec![Mention { range: moved(id), kind }]
        }
        What::Cites(all) => {
            let mention = |cited: super::citation::Cited| {
                let kind = MentionKind::Cite { id: slice(cited.id.clone()), locator: cited.locator.map(slice) };
                Mention { range: moved(cited.id), kind }
            };
            all.into_iter().map(mention).collect()
        }
        What::Event(_) | What::RecordEnd | What::Embed => Vec::new(),
    }
}
