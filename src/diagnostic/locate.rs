//! From a place to line and column.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::Diagnostic;
use super::marks::Marks;
use super::place::{At, FieldPath, Part, Place};
use crate::text::front_matter;

/// The texts in which findings are shown, by their paths.
pub type Texts<'a> = HashMap<&'a str, &'a str>;

/// A place found in its file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The bytes to underline; may be empty.
    pub range: Range<usize>,
    /// The line of its start, from 1.
    pub line: usize,
    /// The column of its start in characters, from 1.
    pub column: usize,
}

/// Finds a place in the text of its file.
///
/// A path that leads nowhere (the text is broken before it) gives the nearest parent that does.
pub fn locate(place: &Place, text: &str) -> Located {
    Marked::new(text).locate(place)
}

/// The files that findings are in, each marked once and only when a field is looked for in it.
pub(super) struct Locator<'a>(HashMap<&'a str, Marked<'a>>);

impl<'a> Locator<'a> {
    /// For the places of these findings; a file without a text counts as empty.
    pub fn new(findings: &'a [Diagnostic], texts: &Texts<'a>) -> Self {
        let mut files = HashMap::new();
        for finding in findings {
            for place in std::iter::once(&finding.place).chain(finding.related.iter().map(|(place, _)| place)) {
                let text = || Marked::new(texts.get(&*place.file).copied().unwrap_or_default());
                files.entry(&*place.file).or_insert_with(text);
            }
        }
        Self(files)
    }

    /// Finds a place of one of the findings.
    pub fn locate(&self, place: &Place) -> Located {
        self.0.get(&*place.file).map_or_else(|| locate(place, ""), |marked| marked.locate(place))
    }
}

/// A text with its marks, once they are needed.
struct Marked<'a> {
    text: &'a str,
    /// Where the fields start, and what is marked in them; none without fields.
    fields: OnceCell<Option<(Range<usize>, Marks)>>,
}

impl<'a> Marked<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, fields: OnceCell::new() }
    }

    fn locate(&self, place: &Place) -> Located {
        let text = self.text;
        let range = match &place.at {
            At::File => 0..0,
            At::Bytes(start, end) => clamp(text, *start..*end),
            At::Field(path, part) => self.field(&place.file, path, *part),
        };
        let before = &text[..range.start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = text[line_start..range.start].chars().count() + 1;
        Located { line: before.matches('\n').count() + 1, column, range }
    }

    fn field(&self, file: &str, path: &FieldPath, part: Part) -> Range<usize> {
        let text = self.text;
        let fields = self.fields.get_or_init(|| {
            let yaml = if file.ends_with(".yaml") { 0..text.len() } else { front_matter(text).ok()?.yaml };
            let marks = Marks::read(&text[yaml.clone()]);
            Some((yaml, marks))
        });
        let Some((yaml, marks)) = fields else { return 0..0 };
        let shift = |range: Range<usize>| clamp(text, yaml.start + range.start..yaml.start + range.end);
        let mut path = path.clone();
        let mut part = part;
        if part == Part::Missing {
            // What counts as missing may be there and empty: `origin: []`.
            if marks.find(&path).is_none() {
                path.pop();
            }
            part = Part::Key;
        }
        loop {
            if path.steps().is_empty() {
                return first_line(text);
            }
            if let Some(found) = marks.find(&path) {
                return match (part, found.key) {
                    (Part::Key | Part::Missing, Some(key)) => shift(key),
                    // Nothing is written after the colon: the key is what an author sees.
                    (Part::Value, Some(key)) if found.value.is_empty() => shift(key),
                    // Of a map in a list, the first line is enough to see which.
                    (Part::Key | Part::Missing, None) => shift(first_line_of(&text[yaml.clone()], found.value)),
                    (Part::Value, _) => shift(found.value),
                };
            }
            path.pop();
            part = Part::Key;
        }
    }
}

fn first_line(text: &str) -> Range<usize> {
    0..text.lines().next().unwrap_or_default().trim_end().len()
}

fn first_line_of(yaml: &str, range: Range<usize>) -> Range<usize> {
    let written = yaml[range.clone()].lines().next().unwrap_or_default().len();
    range.start..range.start + written
}

/// The range moved inward to character boundaries, so that any place can be shown.
fn clamp(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    let end = text.ceil_char_boundary(range.end).max(start);
    start..end
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn at(place: &Place, text: &str) -> (usize, usize, String) {
        let located = locate(place, text);
        (located.line, located.column, text[located.range].to_owned())
    }

    #[test]
    fn a_field_is_found_below_the_fence() {
        let text = "---\ntitle: x\nsaid:\n  by: osdhh\n---\n";
        let file = Arc::from("content/claims/a.md");
        let place = Place::value(&file, FieldPath::of("said.by"));
        assert_eq!(at(&place, text), (4, 7, "osdhh".to_owned()));
        let place = Place::missing(&file, FieldPath::of("said.in"));
        assert_eq!(at(&place, text), (3, 1, "said".to_owned()));
        let place = Place::missing(&file, FieldPath::of("claim"));
        assert_eq!(at(&place, text), (1, 1, "---".to_owned()));
    }

    #[test]
    fn bytes_outside_the_text_are_moved_inside() {
        let file = Arc::from("a.md");
        assert_eq!(at(&Place::bytes(&file, 1..99), "é").2, "é");
    }
}
