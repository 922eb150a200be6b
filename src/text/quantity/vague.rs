//! “Des dizaines”, “several hundred”, “tens of thousands”.

use super::lexicon::{self, Piece, Words};
use super::token::Token;

/// The bounds of a vague plural at the beginning of `tokens`, and how many tokens it takes.
pub(super) fn read(tokens: &[Token<'_>], words: Words) -> Option<(f64, f64, usize)> {
    let several = tokens.first()?.word().is_some_and(|word| match word {
        "plusieurs" | "quelques" => words.french(),
        "several" | "many" => words.english(),
        _ => false,
    });
    let led = several || tokens[0].is("des") || tokens[0].is("de") || tokens[0].is("les");
    let mut at = usize::from(led);
    let mut unit = power(tokens.get(at)?, words, several)?;
    at += 1;
    while let [of, next, ..] = &tokens[at..]
        && (of.is("de") || of.is("of"))
        && let Some(times) = power(next, words, false)
    {
        unit *= times;
        at += 2;
    }
    Some((2.0 * unit, 10.0 * unit - 1.0, at))
}

/// The power of ten that a word names; in the singular too behind “several”.
fn power(token: &Token<'_>, words: Words, several: bool) -> Option<f64> {
    let word = token.word()?;
    let singular = || match lexicon::piece(word, Words::English)? {
        Piece::Hundred { .. } => Some(1e2),
        Piece::Thousand { .. } => Some(1e3),
        Piece::Scale(scale) => Some(scale as f64),
        _ => None,
    };
    lexicon::plural(word, words).or_else(|| match word {
        "dozen" if several && words.english() => Some(1e1),
        _ if several && words.english() => singular(),
        _ => None,
    })
}
