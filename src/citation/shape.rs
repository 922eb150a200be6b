//! What works of one kind have in common for a style.
//!
//! The checks of a site differ in title, day, address and what is noted of them, and styles set these as they are. So
//! a style is asked once for each shape, with marks in their places, and the marks are filled in afterwards. What a
//! style looks at stays in the shape: the signs at both ends of a text, the month, whether it is the first day.

use std::ops::Range;

use super::CslItem;
use crate::text::html::escape_text;

/// Something that differs from work to work, and that a style sets as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// The words of the title.
    Title,
    /// The words of the note.
    Note,
    /// The address.
    Address,
    /// The year.
    Year,
    /// The day, if it is not the first: that one has a form of its own in French.
    Day,
}

/// The year that stands for any, and how styles write it.
const YEAR: (i32, &str) = (8666, "8666");

/// The same of days.
const DAY: (i32, &str) = (27, "27");

/// Years that all styles write with four digits and nothing else.
const YEARS: Range<i32> = 1000..10_000;

/// Signs that the processor may take for markup, or for quotation marks to be turned.
const MAYBE_MARKUP: [char; 9] = ['<', '>', '&', '"', '\'', '`', '_', '*', '\\'];

impl Mark {
    /// What stands in its place.
    fn text(self) -> &'static str {
        match self {
            Self::Title => "\u{e000}",
            Self::Note => "\u{e001}",
            Self::Address => "https://address.invalid/",
            Self::Year => YEAR.1,
            Self::Day => DAY.1,
        }
    }
}

/// A work with marks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shape {
    work: CslItem,
    marks: Vec<Mark>,
}

/// What the marks of a shape stand for in one work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filling(Vec<(Mark, String)>);

impl Shape {
    /// The shape of a work, and what makes it this work again; none for a work that has to be set by itself.
    pub fn of(work: &CslItem) -> Option<(Self, Filling)> {
        let mut shape = work.clone();
        let mut filling = Vec::new();
        for (text, mark) in [(&mut shape.title, Mark::Title), (&mut shape.note, Mark::Note)] {
            if let Some(text) = text {
                filling.push((mark, mark_words(text, mark)?));
            }
        }
        if let Some(address) = &mut shape.url {
            let mark = Mark::Address;
            // The pages' apostrophe would be put into it.
            if address.contains('\'') {
                return None;
            }
            filling.push((mark, std::mem::replace(address, mark.text().to_owned())));
        }
        let taken = |mark: &Mark, work: &CslItem| texts(work).any(|text| text.contains(mark.text()));
        if [Mark::Title, Mark::Note, Mark::Address].iter().any(|mark| taken(mark, work)) {
            return None;
        }
        if ![Mark::Year, Mark::Day].iter().any(|mark| taken(mark, &shape)) {
            mark_date(&mut shape, &mut filling);
        }
        let marks = filling.iter().map(|(mark, _)| *mark).collect();
        Some((Self { work: shape, marks }, Filling(filling)))
    }

    /// The work with its marks.
    pub fn work(&self) -> &CslItem {
        &self.work
    }

    /// The reference to it, taken apart at its marks.
    pub fn form(&self, html: &str) -> Form {
        let mut pieces = Vec::new();
        let mut rest = html;
        let first = |rest: &str| {
            let found = self.marks.iter().filter_map(|mark| Some((rest.find(mark.text())?, *mark)));
            found.min_by_key(|(at, _)| *at)
        };
        while let Some((at, mark)) = first(rest) {
            pieces.push((rest[..at].to_owned(), mark));
            rest = &rest[at + mark.text().len()..];
        }
        Form { pieces, end: rest.to_owned() }
    }
}

/// The texts of a work that a style may show; its date is none.
fn texts(work: &CslItem) -> impl Iterator<Item = &str> {
    let CslItem { title, author, container_title, publisher, genre, note, url, version, status, .. } = work;
    let texts = [title, container_title, publisher, genre, note, url, version].into_iter().flatten();
    texts.chain(author.iter().map(|author| &author.literal)).map(String::as_str).chain(*status)
}

/// Marks the words of a text. What stands before the first and behind the last of them decides what a style puts there,
/// and stays.
fn mark_words(text: &mut String, mark: Mark) -> Option<String> {
    if text.contains(MAYBE_MARKUP) {
        return None;
    }
    let other = |c: char| !c.is_alphanumeric();
    let end = text.trim_end_matches(other).len();
    let start = end - text[..end].trim_start_matches(other).len();
    let words = text[start..end].to_owned();
    text.replace_range(start..end, mark.text());
    Some(words)
}

fn mark_date(work: &mut CslItem, filling: &mut Vec<(Mark, String)>) {
    let Some([parts]) = work.issued.as_mut().map(|date| &mut date.parts) else { return };
    let Some(year) = parts.first_mut().filter(|year| YEARS.contains(year)) else { return };
    filling.push((Mark::Year, std::mem::replace(year, YEAR.0).to_string()));
    if let Some(day) = parts.get_mut(2).filter(|day| **day > 1) {
        filling.push((Mark::Day, std::mem::replace(day, DAY.0).to_string()));
    }
}

/// The reference to a shape, taken apart at its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    pieces: Vec<(String, Mark)>,
    end: String,
}

impl Form {
    /// The reference to one work of the shape.
    pub fn filled(&self, Filling(filling): &Filling) -> String {
        let mut html = String::new();
        for (before, mark) in &self.pieces {
            html.push_str(before);
            let words = filling.iter().find(|(filled, _)| filled == mark).map_or("", |(_, words)| words);
            html.push_str(&escape_text(words));
        }
        html.push_str(&self.end);
        html
    }
}
