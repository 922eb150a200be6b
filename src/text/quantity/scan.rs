//! Numbers and dates in running text, to compare a translation with its original.
//!
//! “Huit” and “eight”, `40 000` and `40,000`, “24 décembre 2019” and “December 24, 2019” come out
//! alike. Articles (“un”, “a”), shares (“la moitié”) and vague plurals (“des centaines”) are not
//! numbers here: languages differ in them without saying anything different.

mod calendar;
mod dates;

use std::ops::Range;

use chrono::Weekday;

use self::calendar::Calendar;
use self::dates::Reader;
use super::cardinal;
use super::lexicon::Words;
use super::token::{Token, tokens};

/// A number or date that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found {
    /// A number in digits or words.
    Number(f64),
    /// A date as far as it is written.
    Date(WrittenDate),
}

/// The parts of a date that a text spells out; at least a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WrittenDate {
    /// The year, if it is written.
    pub year: Option<i32>,
    /// The month, from 1 to 12.
    pub month: Option<u32>,
    /// The day of the month, from 1 to 31; the calendar may not have it.
    pub day: Option<u32>,
}

impl WrittenDate {
    /// The day itself, if the date is complete and the calendar has it.
    pub fn day(&self) -> Option<chrono::NaiveDate> {
        chrono::NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)
    }
}

/// All numbers and dates of `text` with their bytes, in order.
///
/// Words are understood in French and English, digits and month names in every language.
pub fn numbers_in(text: &str, lang: &str) -> Vec<(Range<usize>, Found)> {
    let tokens = tokens(text);
    let reader = Reader { text, tokens: &tokens, calendar: &Calendar::of(lang), words: Words::of(lang) };
    let mut found: Vec<(Range<usize>, Found)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((dates, length)) = reader.dates(at) {
            for (range, date) in dates {
                dates::complete_range(text, &mut found, range.start, date);
                found.push((range, Found::Date(date)));
            }
            at += length;
        } else if let Some((value, length)) = number(&tokens[at..], reader.words) {
            found.push((tokens[at].range.start..tokens[at + length - 1].range.end, Found::Number(value)));
            at += length;
        } else {
            at += 1;
        }
    }
    found
}

/// Whether the number words of a language are understood.
pub fn reads_words(lang: &str) -> bool {
    let words = Words::of(lang);
    words.french() || words.english()
}

fn number(tokens: &[Token<'_>], words: Words) -> Option<(f64, usize)> {
    let read = cardinal::read(tokens, words)?;
    // “Une” and “one” are articles or pronouns far more often than counts.
    (!read.article).then_some((read.value, read.length))
}

/// All weekdays of `text` that a date follows, from the weekday to the end of the date.
///
/// “Mardi 24 décembre 2019”, “Tuesday, 24 December”, “Tue 24/12/2019”.
pub fn weekdays_in(text: &str, lang: &str) -> Vec<(Range<usize>, Weekday, WrittenDate)> {
    let calendar = Calendar::of(lang);
    // Most texts name none, and splitting them into tokens would be in vain.
    if !text.split(|c: char| !c.is_alphabetic()).any(|word| calendar.is_weekday(word)) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let reader = Reader { text, tokens: &tokens, calendar: &calendar, words: Words::of(lang) };
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(weekday) = token.word().and_then(|word| calendar.weekday(word)) else { continue };
        let fillers = tokens[at + 1..]
            .iter()
            .take(2)
            .take_while(|token| [",", ".", "le", "the"].iter().any(|filler| token.is(filler)))
            .count();
        let dates = reader.dates(at + 1 + fillers);
        if let Some((range, date)) = dates.and_then(|(dates, _)| dates.into_iter().next())
            && date.day.is_some()
        {
            found.push((token.range.start..range.end, weekday, date));
        }
    }
    found
}

#[cfg(test)]
mod tests;
