//! Short texts, which have no blocks.

use pulldown_cmark::Event;

use super::pieces::{Piece, What, pieces};

/// A short text as one line that can only be a paragraph, and the offset of its bytes.
///
/// The full stop in front keeps `1.`, `#` and `-` from beginning a block; [`inline_pieces`] drops it.
pub(super) fn line(text: &str) -> (String, usize) {
    let trimmed = text.trim_start();
    let line = trimmed.replace(['\n', '\r'], " ");
    (format!(".{line}"), text.len() - trimmed.len())
}

/// The pieces of a [`line`].
pub(super) fn inline_pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = pieces(line);
    let first = pieces.iter_mut().find_map(|piece| match &mut piece.what {
        What::Event(Event::Text(text)) => Some(text),
        _ => None,
    });
    if let Some(text) = first
        && let Some(rest) = text.strip_prefix('.')
    {
        *text = rest.to_owned().into();
    }
    pieces
}
