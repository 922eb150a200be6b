//! What stands in the brackets of a citation.

use std::ops::Range;

/// One cited document, as byte ranges of the text that cites it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cited {
    pub id: Range<usize>,
    /// Where in the document: the `p. 3` of `[@id, p. 3]`.
    pub locator: Option<Range<usize>>,
}

/// The documents that `text[range]`, the inside of the brackets, cites; none if it is no citation.
pub(super) fn cited(text: &str, range: Range<usize>) -> Option<Vec<Cited>> {
    let mut start = range.start;
    let inside = text.get(range)?;
    let mut all = Vec::new();
    for part in inside.split(';') {
        all.push(one(part, start)?);
        start += part.len() + 1;
    }
    Some(all)
}

fn one(part: &str, start: usize) -> Option<Cited> {
    // A citation that goes on in the next line of a block quote has its `>` in between.
    let trimmed = part.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    let after = trimmed.strip_prefix('@')?;
    let id_start = start + part.len() - after.len();
    let id_length = after.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(after.len());
    if id_length == 0 {
        return None;
    }
    let rest = &after[id_length..];
    let locator = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',' || c == '>');
    let locator_start = id_start + after.len() - locator.len();
    let locator = locator.trim_end();
    Some(Cited {
        id: id_start..id_start + id_length,
        locator: (!locator.is_empty()).then(|| locator_start..locator_start + locator.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<(&str, Option<&str>)>> {
        let all = cited(text, 0..text.len())?;
        Some(all.into_iter().map(|one| (&text[one.id], one.locator.map(|range| &text[range]))).collect())
    }

    #[test]
    fn citations_have_ids_and_locators() {
        assert_eq!(read("@afp"), Some(vec![("afp", None)]));
        assert_eq!(read("@a; @b"), Some(vec![("a", None), ("b", None)]));
        assert_eq!(read("@a, p. 3; @b ; @c §4"), Some(vec![("a", Some("p. 3")), ("b", None), ("c", Some("§4"))]));
        assert_eq!(read("@a;\n> @b,\n> p. 3"), Some(vec![("a", None), ("b", Some("p. 3"))]));
        assert_eq!(read("@a,"), Some(vec![("a", None)]));
    }

    #[test]
    fn other_brackets_are_no_citations() {
        for text in ["", "@", "@ a", "a", "see @a", "@a;", "@, p. 3", "@a; b"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
