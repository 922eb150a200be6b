//! Dates in words.

use std::ops::Range;

use super::calendar::Calendar;
use super::{Found, WrittenDate};
use crate::text::quantity::cardinal;
use crate::text::quantity::lexicon::Words;
use crate::text::quantity::token::{Kind, Token};

/// A text on its way to be searched.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token<'a>],
    pub calendar: &'a Calendar,
    pub words: Words,
}

/// One or two dates (“December 19–24”) with their bytes, and how many tokens they take together.
pub(super) type Dates = (Vec<(Range<usize>, WrittenDate)>, usize);

impl Reader<'_> {
    /// The dates that begin with token `at`.
    pub fn dates(&self, at: usize) -> Option<Dates> {
        if let Kind::Date(date) = self.tokens.get(at)?.kind {
            return Some((vec![(self.bytes(at, 1), date)], 1));
        }
        self.day_first(at).or_else(|| self.month_first(at))
    }

    /// “24 décembre 2019”, “1er janvier”, “24th of December, 2019”.
    fn day_first(&self, at: usize) -> Option<Dates> {
        let (day, length) = self.day(at)?;
        let mut next = at + length;
        // “24th of December”, “24 de diciembre”, “24. Dezember”.
        let joining: &[&str] = if self.words == Words::Neither { &["de", "."] } else { &["of"] };
        if self.is(next, joining) {
            next += 1;
        }
        let (month, length) = self.month(next, true)?;
        next += length;
        let year = self.year(next);
        next += year.map_or(0, |(_, length)| length);
        let date = WrittenDate { year: year.map(|(year, _)| year), month: Some(month), day: Some(day) };
        Some((vec![(self.bytes(at, next - at), date)], next - at))
    }

    /// “December 24, 2019”, “December 19–24”, “décembre 2019”, “décembre”.
    fn month_first(&self, at: usize) -> Option<Dates> {
        if let Some((month, length)) = self.month(at, true)
            && self.calendar.english
            && let Some((day, taken)) = self.digits_of_day(at + length)
        {
            let mut next = at + length + taken;
            let first_end = next;
            let mut last = None;
            if self.is(next, &["–", "—", "-", "to", "through"])
                && let Some((day, taken)) = self.digits_of_day(next + 1)
            {
                last = Some((day, next + 1));
                next += 1 + taken;
            }
            let year = self.year(next);
            next += year.map_or(0, |(_, length)| length);
            let date = WrittenDate { year: year.map(|(year, _)| year), month: Some(month), day: Some(day) };
            let mut dates = vec![(self.bytes(at, if last.is_some() { first_end } else { next } - at), date)];
            if let Some((day, from)) = last {
                dates.push((self.bytes(from, next - from), WrittenDate { day: Some(day), ..date }));
            }
            return Some((dates, next - at));
        }
        let (month, length) = self.month(at, false)?;
        let year = self.year(at + length);
        if year.is_none() && !self.means_month(at) {
            return None;
        }
        let date = WrittenDate { year: year.map(|(year, _)| year), month: Some(month), day: None };
        let length = length + year.map_or(0, |(_, length)| length);
        Some((vec![(self.bytes(at, length), date)], length))
    }

    /// A day of the month in digits or words, with its ordinal ending.
    fn day(&self, at: usize) -> Option<(u32, usize)> {
        if let Some(day) = self.digits_of_day(at) {
            return Some(day);
        }
        let token = self.tokens.get(at)?;
        if self.words.french() && token.is("premier") {
            return Some((1, 1));
        }
        let word = token.word().and_then(|_| cardinal::read(&self.tokens[at..], self.words))?;
        let day = (1..=31).find(|&day| f64::from(day) == word.value)?;
        (!word.article && !word.rough).then_some((day, word.length))
    }

    fn digits_of_day(&self, at: usize) -> Option<(u32, usize)> {
        let Kind::Number(value) = self.tokens.get(at)?.kind else { return None };
        let short = self.written(at).chars().count() <= 2;
        let day = (1..=31).find(|&day| short && f64::from(day) == value)?;
        let ordinal = self.tokens.get(at + 1).is_some_and(|token| token.glued) && self.is(at + 1, &ORDINALS);
        Some((day, 1 + usize::from(ordinal)))
    }

    /// A month and how many tokens its name takes; abbreviations only beside a day.
    fn month(&self, at: usize, beside_day: bool) -> Option<(u32, usize)> {
        let word = self.tokens.get(at)?.word()?;
        // “May” and “may”, “March” and “march”.
        if self.calendar.english && !self.written(at).starts_with(char::is_uppercase) {
            return None;
        }
        if let Some(month) = self.calendar.month(word) {
            return Some((month, 1));
        }
        let month = self.calendar.short_month(word).filter(|_| beside_day)?;
        let point = self.is(at + 1, &["."]) && self.tokens[at + 1].glued;
        // A point at the end of a sentence is none of the month's.
        let within = point && matches!(self.tokens.get(at + 2), Some(Token { kind: Kind::Number(_), .. }));
        Some((month, 1 + usize::from(within)))
    }

    /// A year of four digits, after a comma or “de” too, and how many tokens it takes.
    fn year(&self, at: usize) -> Option<(i32, usize)> {
        let joined = usize::from(self.is(at, if self.calendar.english { &[","] } else { &["de"] }));
        let Kind::Number(value) = self.tokens.get(at + joined)?.kind else { return None };
        let plain = self.written(at + joined).chars().count() == 4 && value.fract() == 0.0;
        // Four digits: exact as an integer.
        (plain && (1000.0..3000.0).contains(&value)).then_some((value as i32, 1 + joined))
    }

    /// Whether a month that stands alone is one: “in May”, “May to August”, but not “May the guns fall silent”.
    fn means_month(&self, at: usize) -> bool {
        const LEADING: [&str; 21] = [
            "in", "since", "by", "until", "till", "from", "to", "of", "last", "next", "early", "late", "mid", "and",
            "between", "through", "during", "this", "before", "after", "-",
        ];
        let ambiguous = self.calendar.english && self.is(at, &["may", "march"]);
        let led = || at.checked_sub(1).is_some_and(|before| self.is(before, &LEADING));
        let leads = || self.is(at + 1, &["to", "through", "until", "-", "–"]) && self.month(at + 2, false).is_some();
        !ambiguous || led() || leads()
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| words.iter().any(|word| token.is(word)))
    }

    fn written(&self, at: usize) -> &str {
        &self.text[self.tokens[at].range.clone()]
    }

    fn bytes(&self, at: usize, length: usize) -> Range<usize> {
        self.tokens[at].range.start..self.tokens[at + length - 1].range.end
    }
}

/// What may end a number that counts days.
const ORDINALS: [&str; 7] = ["er", "re", "e", "st", "nd", "rd", "th"];

/// Makes the numbers before a date dates too: the 19 of “du 19 au 24 décembre”, “les 19, 20 et 21 décembre”.
pub(super) fn complete_range(text: &str, found: &mut [(Range<usize>, Found)], start: usize, date: WrittenDate) {
    const JOINING: [&str; 17] = [
        "–", "-", "—", "au", "to", "to the", "through", "et", "et le", "et du", "et au", "ou", "ou le", "and",
        "and the", "or", "or the",
    ];
    if date.day.is_none() {
        return;
    }
    let mut start = start;
    let mut first = true;
    for (range, what) in found.iter_mut().rev() {
        let Found::Number(value) = *what else { return };
        let mut between = text[range.end..start].trim_end();
        if let Some(ordinal) = ORDINALS.iter().find(|ordinal| between.starts_with(&format!("{ordinal} "))) {
            between = &between[ordinal.len()..];
        }
        let between = between.trim_start();
        // A comma joins only what is already a list.
        let joined = JOINING.contains(&between) || (!first && matches!(between, "," | ", le" | ", the"));
        let short = text[range.clone()].chars().count() <= 2;
        let day = (1..=31).find(|&day| short && f64::from(day) == value);
        if !joined || day.is_none() {
            return;
        }
        *what = Found::Date(WrittenDate { day, ..date });
        start = range.start;
        first = false;
    }
}
