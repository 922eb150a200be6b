//! A number with its unit, without the qualifier before it.

use super::lexicon::Words;
use super::token::{Kind, Token};
use super::{cardinal, unit, vague};
use crate::text::quantity::Unit;

/// The number, share or vague plural that a quantity is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub low: f64,
    pub high: f64,
    pub unit: Option<Unit>,
    pub certainty: Certainty,
    /// What the last word of the number multiplied by.
    pub scale: f64,
    /// How many tokens it takes.
    pub length: usize,
}

/// How sure the words are by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// “Quarante”.
    Exact,
    /// “Une quarantaine”.
    Rough,
    /// “Des dizaines”.
    Vague,
}

/// The amount at the beginning of `tokens`.
pub(super) fn read(tokens: &[Token<'_>]) -> Option<Amount> {
    let mut amount = number(tokens)?;
    let Some((found, times, taken)) = unit::read(&tokens[amount.length..]).filter(|_| amount.unit.is_none()) else {
        return Some(amount);
    };
    amount.length += taken;
    // “Un an et demi”, “a year and a half”.
    let rest = &tokens[amount.length..];
    let halves: [&[&str]; 3] = [&["et", "demi"], &["et", "demie"], &["and", "a", "half"]];
    let half = halves.into_iter().find(|half| super::token::begins(rest, half));
    let extra = if half.is_some() { 0.5 } else { 0.0 };
    amount.length += half.map_or(0, <[_]>::len);
    amount.low = (amount.low + extra) * times;
    amount.high = (amount.high + extra) * times;
    amount.unit = Some(found);
    Some(amount)
}

fn number(tokens: &[Token<'_>]) -> Option<Amount> {
    let simple =
        |value, certainty, scale, length| Amount { low: value, high: value, unit: None, certainty, scale, length };
    if let Some((percent, length)) = unit::share(tokens) {
        // “Half a million” and “un quart d’heure” are no shares.
        let more = tokens.get(length).is_some_and(|token| token.is("a") || matches!(token.kind, Kind::Number(_)));
        if !more {
            return Some(Amount { unit: Some(Unit::Percent), ..simple(percent, Certainty::Exact, 1.0, length) });
        }
    }
    if let Some((low, high, length)) = vague::read(tokens, Words::Either) {
        return Some(Amount { low, high, ..simple(low, Certainty::Vague, 1.0, length) });
    }
    if let Some(number) = cardinal::read(tokens, Words::Either) {
        let certainty = if number.rough { Certainty::Rough } else { Certainty::Exact };
        return Some(simple(number.value, certainty, number.scale, number.length));
    }
    // “A month”, “a year”: the article counts, but only before a unit.
    let article = tokens.first()?.is("a") && unit::read(&tokens[1..]).is_some();
    article.then(|| simple(1.0, Certainty::Exact, 1.0, 1))
}
