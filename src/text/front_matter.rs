//! Where the YAML of a file is, and where its Markdown.

use std::ops::Range;

/// The two parts of a record's file, as byte ranges of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The YAML between the two lines of hyphens.
    pub yaml: Range<usize>,
    /// The Markdown after them.
    pub body: Range<usize>,
}

/// Why a file has no front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFrontMatter {
    /// The first line is not `---`.
    Unopened,
    /// No later line is `---`.
    Unclosed,
}

/// Splits a file at its two lines `---`; a byte order mark before the first is passed over.
///
/// # Errors
///
/// Says which of the two lines is missing.
pub fn front_matter(text: &str) -> Result<FrontMatter, NoFrontMatter> {
    let mut lines = lines_with_ranges(text);
    let first = lines.next().ok_or(NoFrontMatter::Unopened)?;
    if !is_fence(text[first.clone()].trim_start_matches('\u{feff}')) {
        return Err(NoFrontMatter::Unopened);
    }
    let closing = lines.find(|line| is_fence(&text[line.clone()])).ok_or(NoFrontMatter::Unclosed)?;
    Ok(FrontMatter { yaml: first.end..closing.start, body: closing.end..text.len() })
}

/// The pieces of YAML that start at the left margin, each with its key.
///
/// A text that is broken in one of them can still be read in the others.
pub fn top_level(yaml: &str) -> Vec<(&str, Range<usize>)> {
    let mut pieces: Vec<(&str, Range<usize>)> = Vec::new();
    for line in lines_with_ranges(yaml) {
        let text = &yaml[line.clone()];
        let starts_piece = text.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '#' | '-' | ']' | '}'));
        match pieces.last_mut() {
            Some((_, piece)) if !starts_piece => piece.end = line.end,
            _ => pieces.push((text.split(':').next().unwrap_or_default().trim(), line)),
        }
    }
    pieces
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

fn lines_with_ranges(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.split_inclusive('\n').scan(0, |start, line| {
        let range = *start..*start + line.len();
        *start = range.end;
        Some(range)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_parts_are_found() {
        let text = "---\ntitle: a\n---\nBody\n";
        let parts = front_matter(text).expect("front matter");
        assert_eq!(&text[parts.yaml], "title: a\n");
        assert_eq!(&text[parts.body], "Body\n");
    }

    #[test]
    fn windows_line_ends_and_an_empty_body_are_fine() {
        let text = "---\r\ntitle: a\r\n---";
        let parts = front_matter(text).expect("front matter");
        assert_eq!(&text[parts.yaml], "title: a\r\n");
        assert_eq!(&text[parts.body], "");
    }

    #[test]
    fn pieces_start_at_the_left_margin() {
        let yaml = "title: a\nsaid:\n  by: b\nlist:\n- c\n# note\nlast: [\n]\n";
        let pieces = top_level(yaml).into_iter().map(|(key, piece)| (key, &yaml[piece])).collect::<Vec<_>>();
        let list = "list:\n- c\n# note\n";
        assert_eq!(
            pieces,
            [("title", "title: a\n"), ("said", "said:\n  by: b\n"), ("list", list), ("last", "last: [\n]\n")]
        );
    }

    #[test]
    fn a_missing_line_is_named() {
        assert_eq!(front_matter("title: a\n"), Err(NoFrontMatter::Unopened));
        assert_eq!(front_matter(""), Err(NoFrontMatter::Unopened));
        assert_eq!(front_matter("---\ntitle: a\n"), Err(NoFrontMatter::Unclosed));
    }
}
