//! Whether a quotation stands in a capture, word for word.

use std::collections::BTreeSet;
use std::ops::Range;

use super::CaptureText;
use super::elision::{judge, parts};
use super::normal::Normal;
use super::qualifiers::{negation_at_start, qualifier_before};

/// How far a quotation agrees with a capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Sign by sign.
    Exact,
    /// But for quotation marks, apostrophes, spaces, line breaks and marks that nobody sees.
    Typographic,
    /// With something left out that turns nothing.
    Elided,
}

impl Level {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Typographic => "typographic",
            Self::Elided => "elided",
        }
    }
}

/// Where a quotation was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// How far it agrees.
    pub level: Level,
    /// The bytes of the capture's text from its first to its last word, whatever is left out included.
    pub range: Range<usize>,
}

/// Why a quotation is none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Miss {
    /// It does not stand there.
    NotFound,
    /// It would stand there without this word, which turns or softens it.
    LosesQualifier(String),
    /// Its parts stand on two sides of a quotation mark, so that someone else may be speaking.
    JoinsVoices,
    /// Its parts stand too far from each other, or in two paragraphs.
    TooFarApart,
}

/// Why something may not be left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    Qualifier(String),
    Voices,
    TooLong,
}

impl From<Gap> for Miss {
    fn from(gap: Gap) -> Self {
        match gap {
            Gap::Qualifier(word) => Self::LosesQualifier(word),
            Gap::Voices => Self::JoinsVoices,
            Gap::TooLong => Self::TooFarApart,
        }
    }
}

/// Looks a quotation up.
pub fn find(capture: &CaptureText, quotation: &str) -> Result<Match, Miss> {
    let quotation = quotation.trim();
    let whole = Normal::of(quotation);
    let whole = whole.text().trim();
    if !whole.contains(char::is_alphanumeric) {
        return Err(Miss::NotFound);
    }
    let text = capture.normal.text();
    let mut miss = None;
    let mut found: Option<Match> = None;
    // The capture may hold a `[…]` of its own, so the quotation is looked up as it stands first.
    for at in occurrences(text, whole, 0) {
        let end = at + whole.len();
        match edges(text, at..end) {
            Some(word) => miss = miss.or(Some(Miss::LosesQualifier(word))),
            None => {
                let range = capture.normal.origin(at..end);
                let level = if &capture.text[range.clone()] == quotation { Level::Exact } else { Level::Typographic };
                if found.as_ref().is_none_or(|found| level < found.level) {
                    found = Some(Match { level, range });
                }
            }
        }
    }
    if let Some(found) = found {
        return Ok(found);
    }
    let parts = parts(quotation);
    let leaves_out = quotation.contains('[') && parts.iter().map(String::len).sum::<usize>() < whole.len();
    let with_words = parts.iter().all(|part| part.contains(char::is_alphanumeric));
    if !leaves_out || parts.is_empty() || !with_words {
        return Err(miss.unwrap_or(Miss::NotFound));
    }
    let mut search = Search { capture, text, parts: &parts, seen: BTreeSet::new(), gap: None };
    for at in occurrences(text, &parts[0], 0) {
        let Some(end) = search.follow(1, at + parts[0].len()) else { continue };
        match edges(text, at..end) {
            Some(word) => miss = miss.or(Some(Miss::LosesQualifier(word))),
            None => return Ok(Match { level: Level::Elided, range: capture.normal.origin(at..end) }),
        }
    }
    Err(miss.or(search.gap.map(Miss::from)).unwrap_or(Miss::NotFound))
}

/// The parts of a quotation, in their order, each near the one before.
struct Search<'a> {
    capture: &'a CaptureText,
    text: &'a str,
    parts: &'a [String],
    /// Parts and where they were looked for, without success.
    seen: BTreeSet<(usize, usize)>,
    /// The mildest reason for which parts that are there do not count.
    gap: Option<Gap>,
}

impl Search<'_> {
    /// Where the last part ends, if all from `part` on follow the byte `from`.
    fn follow(&mut self, part: usize, from: usize) -> Option<usize> {
        let Some(wanted) = self.parts.get(part) else { return Some(from) };
        if !self.seen.insert((part, from)) {
            return None;
        }
        for at in occurrences(self.text, wanted, from) {
            let raw = self.capture.normal.origin(from.saturating_sub(1)..at + 1);
            let apart = self.capture.block_around(&raw).is_none();
            match if apart { Err(Gap::TooLong) } else { judge(self.text, from..at) } {
                Ok(()) => {
                    if let Some(end) = self.follow(part + 1, at + wanted.len()) {
                        return Some(end);
                    }
                }
                Err(gap) => {
                    let ends = gap == Gap::TooLong;
                    if self.gap.as_ref().is_none_or(|known| gap < *known) {
                        self.gap = Some(gap);
                    }
                    // Further on, more would be left out.
                    if ends {
                        break;
                    }
                }
            }
        }
        None
    }
}

/// Where some words stand in a text from a byte on, on the borders of words and numbers.
fn occurrences<'t>(text: &'t str, words: &'t str, from: usize) -> impl Iterator<Item = usize> + 't {
    let mut next = from;
    std::iter::from_fn(move || {
        loop {
            let at = next + text.get(next..)?.find(words)?;
            next = at + text[at..].chars().next().map_or(1, char::len_utf8);
            if is_border(&text[..at], &text[at..]) && is_border(&text[..at + words.len()], &text[at + words.len()..]) {
                return Some(at);
            }
        }
    })
}

/// Whether a text can be cut here without cutting a word or a number.
fn is_border(before: &str, after: &str) -> bool {
    let mut back = before.chars().rev();
    let mut ahead = after.chars();
    let (Some(last), Some(first)) = (back.next(), ahead.next()) else { return true };
    let (second_last, second) = (back.next(), ahead.next());
    let word = char::is_alphanumeric;
    let joins = |c: char| matches!(c, '-' | '\'');
    let in_number = |c: char| matches!(c, ' ' | ',' | '.' | ':' | '/' | '+' | '-');
    let digit = |c: char| c.is_numeric();
    if word(last) && word(first) {
        return false;
    }
    // “non-violent” and “don't” are one word; but French “l'armée” is two, cut behind the apostrophe.
    if word(last) && joins(first) && second.is_some_and(word)
        || last == '-' && word(first) && second_last.is_some_and(word)
    {
        return false;
    }
    if last == '\'' && word(first) && second_last.is_some_and(word) {
        return true;
    }
    // “40” is not in “40 000”, nor “8” in “8,5” or “-8”.
    let cut_behind = digit(last) && in_number(first) && second.is_some_and(digit);
    let cut_before = in_number(last) && digit(first) && second_last.is_some_and(digit);
    let sign = matches!(last, '-' | '−' | '+') && digit(first);
    !(cut_behind || cut_before || sign)
}

/// The qualifier that a quotation leaves just outside.
fn edges(text: &str, range: Range<usize>) -> Option<String> {
    qualifier_before(&text[..range.start], &text[range.clone()])
        .or_else(|| negation_at_start(&text[range.end..]).map(str::to_owned))
}
