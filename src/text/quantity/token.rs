//! Text as words, numbers in digits, numeric dates and marks.

use std::borrow::Cow;
use std::ops::Range;

use super::number;
use super::scan::WrittenDate;

/// One word, number or mark, without the white space before it.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    /// Its bytes in the text.
    pub range: Range<usize>,
    pub kind: Kind<'a>,
    /// Whether it stands right behind the one before it.
    pub glued: bool,
}

#[derive(Clone, Debug)]
pub(super) enum Kind<'a> {
    /// A word in lower case; `d’` and `of` in the form that the phrases use.
    Word(Cow<'a, str>),
    /// A number in digits.
    Number(f64),
    /// A date all in digits.
    Date(WrittenDate),
    /// Any other character.
    Mark(char),
}

impl Token<'_> {
    /// Whether it is this word, or this mark.
    pub fn is(&self, text: &str) -> bool {
        match &self.kind {
            Kind::Word(word) => word == text,
            Kind::Mark(mark) => text.chars().eq([*mark]),
            Kind::Number(_) | Kind::Date(_) => false,
        }
    }

    /// The word, if it is one.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether it is a hyphen within a word.
    pub fn is_hyphen(&self) -> bool {
        self.glued && matches!(self.kind, Kind::Mark('-' | '\u{2010}' | '\u{2011}'))
    }
}

/// Whether `tokens` begin with these words and marks.
pub(super) fn begins(tokens: &[Token<'_>], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is(word))
}

/// The tokens of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    let mut glued = false;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            glued = false;
            continue;
        }
        let (kind, length) = if number::digit(c).is_some() {
            digits(&text[at..])
        } else if c.is_alphabetic() {
            let after_number = glued && matches!(tokens.last(), Some(Token { kind: Kind::Number(_), .. }));
            word(&text[at..], after_number)
        } else {
            (Kind::Mark(c), c.len_utf8())
        };
        tokens.push(Token { range: at..at + length, kind, glued });
        at += length;
        glued = true;
    }
    tokens
}

fn digits(rest: &str) -> (Kind<'_>, usize) {
    if let Some((date, length)) = number::date(rest) {
        return (Kind::Date(date), length);
    }
    let (value, length) = number::read(rest);
    (Kind::Number(value), length)
}

/// A word, with the digits that belong to it (`km2`) and the apostrophe that elides it (`d’`).
fn word(rest: &str, after_number: bool) -> (Kind<'_>, usize) {
    let mut end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    // The hour of `11h19` is no part of a word.
    if after_number && rest[..end].starts_with(['h', 'H']) && rest[1..end].starts_with(|c: char| c.is_ascii_digit()) {
        end = 1;
    }
    let plain = &rest[..end];
    let lower =
        if plain.chars().any(char::is_uppercase) { Cow::Owned(plain.to_lowercase()) } else { Cow::Borrowed(plain) };
    let mut after = rest[end..].chars();
    let elided =
        after.next().filter(|c| matches!(c, '\'' | '’')).filter(|_| after.next().is_some_and(char::is_alphanumeric));
    let Some(apostrophe) = elided else {
        return (Kind::Word(lower), end);
    };
    let whole = match lower.as_ref() {
        "d" => Cow::Borrowed("de"),
        "l" => Cow::Borrowed("le"),
        "jusqu" => Cow::Borrowed("jusque"),
        _ => lower,
    };
    (Kind::Word(whole), end + apostrophe.len_utf8())
}
