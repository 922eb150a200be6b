//! Markdown as plain text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::pieces::{Piece, What, pieces};

/// The words of a body, a line for each block: without markup, citations and footnote marks.
///
/// A link to a record without a text of its own shows its id; see [`plain_with`].
pub fn plain(body: &str) -> String {
    plain_with(body, |_| None)
}

/// [`plain`], with the names of the records that the body links to.
pub fn plain_with(body: &str, name: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    for piece in pieces(body) {
        match piece.what {
            What::Record { id, text: None } => {
                let id = &body[id];
                out.push_str(&name(id).unwrap_or_else(|| id.to_owned()));
            }
            What::Event(event) => append(&mut out, event),
            What::Cites(_) => {
                // “Huit morts [@afp].” has no space before its full stop.
                out.truncate(out.trim_end_matches(' ').len());
            }
            What::Embed => out.push_str(&body[piece.range]),
            What::Record { .. } | What::RecordEnd => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn append(out: &mut String, event: Event<'_>) {
    match event {
        Event::Text(text) | Event::Code(text) => out.push_str(&text),
        Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => out.push(' '),
        Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
        // Any other end is that of a block; a list within an item begins a line too.
        Event::End(_) | Event::Start(Tag::List(_)) if !out.is_empty() => {
            out.truncate(out.trim_end().len());
            out.push('\n');
        }
        _ => {}
    }
}

/// The bytes of a body that are running text: no code, ids, citations or addresses.
pub fn prose(body: &str) -> Vec<Range<usize>> {
    let mut code = false;
    let mut ranges = Vec::new();
    for Piece { range, what } in pieces(body) {
        match what {
            What::Event(Event::Start(Tag::CodeBlock(_))) => code = true,
            What::Event(Event::End(TagEnd::CodeBlock)) => code = false,
            What::Event(Event::Text(_)) if !code && !range.is_empty() => ranges.push(range),
            _ => {}
        }
    }
    ranges
}

/// The bytes of a body's block quotations.
pub fn block_quotations(body: &str) -> Vec<Range<usize>> {
    let quotation = |piece: Piece<'_>| match piece.what {
        What::Event(Event::Start(Tag::BlockQuote(_))) => Some(piece.range),
        _ => None,
    };
    pieces(body).into_iter().filter_map(quotation).collect()
}
