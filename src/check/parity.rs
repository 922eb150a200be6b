//! Every long text beside its translation, and the values in which the two differ.

use std::borrow::Cow;
use std::ops::Range;

use crate::corpus::{Corpus, Record, Table};
use crate::diagnostic::{FieldPath, FilePath, Place, Severity};
use crate::markdown;
use crate::model::{Claim, Page};
use crate::text::Lang;
use crate::text::quantity::scan::{Found, WrittenDate, numbers_in, reads_words};

/// A part of a record in two languages.
#[derive(Debug)]
pub struct Pair<'a> {
    /// The name of the field; empty for a body.
    pub field: &'static str,
    /// As the desk wrote it first.
    pub original: Side<'a>,
    /// In another language.
    pub translation: Side<'a>,
}

/// A part of a record in one language.
#[derive(Debug)]
pub struct Side<'a> {
    /// The language.
    pub lang: &'a Lang,
    /// The file.
    pub file: &'a FilePath,
    /// Its running text; what is code, an id or a citation is white space.
    pub text: Cow<'a, str>,
    /// Quotations: the words of others, which may stand in their own language.
    quoted: Vec<Range<usize>>,
    /// Where a body starts in the file.
    start: Option<usize>,
}

impl Pair<'_> {
    /// How bad a difference is: a reader may see the title and the summary alone, and never the text.
    pub fn severity(&self) -> Severity {
        if self.field.is_empty() { Severity::Warning } else { Severity::Error }
    }

    /// The place of some bytes of a side; in a field, the whole field.
    pub fn place(&self, side: &Side<'_>, range: Range<usize>) -> Place {
        match side.start {
            Some(start) => Place::bytes(side.file, start + range.start..start + range.end),
            None => Place::value(side.file, FieldPath::of(self.field)),
        }
    }
}

impl<'a> Side<'a> {
    fn field(lang: &'a Lang, file: &'a FilePath, text: &'a str) -> Self {
        Self { lang, file, text: text.into(), quoted: in_quotation_marks(text), start: None }
    }

    /// A text that stands in one language beside the same in others.
    pub fn short(lang: &'a Lang, file: &'a FilePath, text: &'a str) -> Self {
        Self::field(lang, file, text)
    }

    fn body(lang: &'a Lang, file: &'a FilePath, body: &'a str, start: usize) -> Self {
        let mut quoted = in_quotation_marks(body);
        quoted.extend(markdown::block_quotations(body));
        Self { lang, file, text: running_text(body).into(), quoted, start: Some(start) }
    }

    /// The numbers and dates of this side, quotations left out, that the other side has nowhere; none if the other
    /// may have them in words that nobody here reads.
    pub fn values_missing_from(&self, other: &Side<'_>) -> Vec<(Range<usize>, Found)> {
        if !reads_words(other.lang.as_str()) {
            return Vec::new();
        }
        let known = numbers_in(&other.text, other.lang.as_str());
        let own = numbers_in(&self.text, self.lang.as_str());
        let is_known = |at: usize| {
            let (_, found) = &own[at];
            known.iter().any(|(_, other)| other == found)
                || is_split(found, &known)
                || is_joined(at, &own, &known)
                || is_named(found, &other.text)
        };
        let is_quoted = |at: &Range<usize>| self.quoted.iter().any(|quoted| quoted.contains(&at.start));
        let missing = (0..own.len()).filter(|&at| !is_quoted(&own[at].0) && !is_known(at));
        missing.map(|at| own[at].clone()).collect()
    }
}

/// Shows every long text beside each of its translations.
pub fn each_pair(corpus: &Corpus, see: &mut dyn FnMut(&Pair<'_>)) {
    let first = corpus.first_lang();
    table(&corpus.claims, first, see, |claim: &Claim, field| match field {
        "title" => Some(&claim.title),
        "claim" => Some(&claim.claim),
        _ => claim.summary.as_deref(),
    });
    table(&corpus.pages, first, see, |page: &Page, field| match field {
        "title" => Some(&page.title),
        "summary" => page.summary.as_deref(),
        _ => None,
    });
    table(&corpus.events, first, see, |_, _| None);
    table(&corpus.sources, first, see, |_, _| None);
    table(&corpus.documents, first, see, |_, _| None);
    table(&corpus.places, first, see, |_, _| None);
}

fn table<R: Record>(
    table: &Table<R>,
    first: &Lang,
    see: &mut dyn FnMut(&Pair<'_>),
    original: impl for<'r> Fn(&'r R, &str) -> Option<&'r str>,
) {
    for entry in table {
        let file = &entry.file.path;
        for (lang, translated) in &entry.translations {
            let texts = &translated.texts;
            let fields = [("title", &texts.title), ("claim", &texts.claim), ("summary", &texts.summary)];
            for (field, text) in fields {
                let (Some(text), Some(original)) = (text, original(&entry.record, field)) else { continue };
                let translation = Side::field(lang, &translated.file.path, text);
                see(&Pair { field, original: Side::field(first, file, original), translation });
            }
            // A text that is not translated at all is the finding of another rule.
            if !translated.body().trim().is_empty() {
                let original = Side::body(first, file, entry.body(), entry.body.start);
                let start = translated.body.start;
                let translation = Side::body(lang, &translated.file.path, translated.body(), start);
                see(&Pair { field: "", original, translation });
            }
        }
    }
}

/// The body with spaces for everything that is no running text, such as ids: places stay what they are.
fn running_text(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    for range in markdown::prose(body) {
        // Of a range that overlaps the one before, only the rest is new.
        let start = range.start.max(text.len());
        text.extend(std::iter::repeat_n(' ', start - text.len()));
        text.push_str(body.get(start..range.end).unwrap_or_default());
    }
    text
}

/// What stands between quotation marks within a paragraph.
fn in_quotation_marks(text: &str) -> Vec<Range<usize>> {
    let mut quoted = Vec::new();
    let mut end = 0;
    for (at, open) in text.char_indices() {
        let close = match open {
            '«' => '»',
            '“' => '”',
            '"' => '"',
            _ => continue,
        };
        if at < end {
            continue;
        }
        let inside = at + open.len_utf8();
        let paragraph = text[inside..].find("\n\n").map_or(text.len(), |length| inside + length);
        if let Some(length) = text[inside..paragraph].find(close) {
            end = inside + length + close.len_utf8();
            quoted.push(at..end);
        }
    }
    quoted
}

/// Whether a text has a word that another language counts: “both” is “les deux”, “the thousand” “le millier”.
fn is_named(found: &Found, text: &str) -> bool {
    let Found::Number(value) = found else { return false };
    let Some((_, names)) = NAMES.iter().find(|(named, _)| named == value) else { return false };
    let mut words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    words.any(|word| names.contains(&word.as_str()))
}

/// Words that stand for a number and are none to whoever only looks for numbers.
const NAMES: [(f64, &[&str]); 4] = [
    (
        2.0,
        &[
            "both", "either", "neither", "each", "twice", "half", "double", "doubled", "pair", "couple", "paire",
            "doublé", "moitié", "demi",
        ],
    ),
    (12.0, &["dozen", "douzaine"]),
    (100.0, &["hundred", "centaine"]),
    (1000.0, &["thousand", "millier"]),
];

/// Whether the other side writes the day apart from its month: “du 21 et du 26 décembre”.
fn is_split(found: &Found, known: &[(Range<usize>, Found)]) -> bool {
    let Found::Date(date @ WrittenDate { day: Some(day), .. }) = found else { return false };
    (0..known.len()).any(|at| known[at].1 == Found::Number(f64::from(*day)) && leads_to(at, known, date))
}

/// Whether a number is the day of a date that the other side writes in one.
fn is_joined(at: usize, own: &[(Range<usize>, Found)], known: &[(Range<usize>, Found)]) -> bool {
    let Found::Number(number) = own[at].1 else { return false };
    known.iter().any(|(_, found)| {
        let Found::Date(date @ WrittenDate { day: Some(day), .. }) = found else { return false };
        f64::from(*day) == number && leads_to(at, own, date)
    })
}

/// Whether a number stands shortly before a date of this month and year, with at most other numbers between.
fn leads_to(at: usize, found: &[(Range<usize>, Found)], date: &WrittenDate) -> bool {
    for pair in found[at..].windows(2) {
        let [(before, _), (after, what)] = pair else { return false };
        if after.start.saturating_sub(before.end) > LONGEST_AND {
            return false;
        }
        if let Found::Date(other) = what {
            return other.month == date.month && other.year == date.year;
        }
    }
    false
}

/// The bytes of “, jusqu’au ” and a little more.
const LONGEST_AND: usize = 16;

/// A value in words: “the number 8”, “the date 2019-12-24”.
pub fn value_in_words(found: &Found) -> String {
    match found {
        Found::Number(number) => format!("the number {number}"),
        Found::Date(date) => {
            let parts = [date.year.map(i64::from), date.month.map(i64::from), date.day.map(i64::from)];
            let parts: Vec<String> = parts.into_iter().flatten().map(|part| format!("{part:02}")).collect();
            format!("the date {}", parts.join("-"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_end_with_their_paragraph() {
        let text = "Il dit « huit », “nine” and \"ten\".\n\nUn « onze\n\net » douze";
        let quoted: Vec<&str> = in_quotation_marks(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(quoted, ["« huit »", "“nine”", "\"ten\""]);
    }

    #[test]
    fn a_day_may_stand_apart_from_its_month_on_either_side() {
        let [fr, en] = ["fr", "en"].map(|tag| Lang::parse(tag).expect("a tag"));
        let file: FilePath = "a.md".into();
        let apart = Side::field(&fr, &file, "des 21, puis 26 décembre");
        let joined = Side::field(&en, &file, "of 21 December and 26 December");
        assert_eq!(apart.values_missing_from(&joined), []);
        assert_eq!(joined.values_missing_from(&apart), []);
    }
}
