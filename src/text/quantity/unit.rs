//! Units that a quantity carries in its own words.

use super::token::Token;

/// A unit that was written with the number or follows from the word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// A share: `70 %`, “la moitié” (50), “un tiers”.
    Percent,
    /// `320 km²`.
    SquareKilometres,
    /// `4 km`.
    Kilometres,
    /// Days; a week is seven.
    Days,
    /// Months; a year is twelve.
    Months,
}

/// The unit at the beginning of `tokens`: itself, what the number is multiplied by, how many tokens.
pub(super) fn read(tokens: &[Token<'_>]) -> Option<(Unit, f64, usize)> {
    const SPELLINGS: [(&[&str], Unit, f64); 34] = [
        (&["%"], Unit::Percent, 1.0),
        (&["pour", "cent"], Unit::Percent, 1.0),
        (&["per", "cent"], Unit::Percent, 1.0),
        (&["percent"], Unit::Percent, 1.0),
        (&["kilomètres", "carrés"], Unit::SquareKilometres, 1.0),
        (&["kilomètre", "carré"], Unit::SquareKilometres, 1.0),
        (&["square", "kilometres"], Unit::SquareKilometres, 1.0),
        (&["square", "kilometre"], Unit::SquareKilometres, 1.0),
        (&["square", "kilometers"], Unit::SquareKilometres, 1.0),
        (&["square", "kilometer"], Unit::SquareKilometres, 1.0),
        (&["square", "km"], Unit::SquareKilometres, 1.0),
        (&["sq", "km"], Unit::SquareKilometres, 1.0),
        (&["km2"], Unit::SquareKilometres, 1.0),
        (&["km²"], Unit::SquareKilometres, 1.0),
        (&["km"], Unit::Kilometres, 1.0),
        (&["kilomètres"], Unit::Kilometres, 1.0),
        (&["kilomètre"], Unit::Kilometres, 1.0),
        (&["kilometres"], Unit::Kilometres, 1.0),
        (&["kilometers"], Unit::Kilometres, 1.0),
        (&["days"], Unit::Days, 1.0),
        (&["day"], Unit::Days, 1.0),
        (&["jours"], Unit::Days, 1.0),
        (&["jour"], Unit::Days, 1.0),
        (&["semaines"], Unit::Days, 7.0),
        (&["semaine"], Unit::Days, 7.0),
        (&["weeks"], Unit::Days, 7.0),
        (&["week"], Unit::Days, 7.0),
        (&["mois"], Unit::Months, 1.0),
        (&["months"], Unit::Months, 1.0),
        (&["month"], Unit::Months, 1.0),
        (&["ans"], Unit::Months, 12.0),
        (&["an"], Unit::Months, 12.0),
        (&["years"], Unit::Months, 12.0),
        (&["year"], Unit::Months, 12.0),
    ];
    // “Une quarantaine de jours”, “tens of days”.
    let joined = usize::from(tokens.first().is_some_and(|token| token.is("de") || token.is("of")));
    SPELLINGS
        .iter()
        .find(|(words, ..)| super::token::begins(&tokens[joined..], words))
        .map(|&(words, unit, times)| (unit, times, joined + words.len()))
}

/// A share in words at the beginning of `tokens`, in percent, and how many tokens it takes.
pub(super) fn share(tokens: &[Token<'_>]) -> Option<(f64, usize)> {
    const SHARES: [(&[&str], f64); 18] = [
        (&["la", "moitié"], 50.0),
        (&["moitié"], 50.0),
        (&["un", "tiers"], 100.0 / 3.0),
        (&["le", "tiers"], 100.0 / 3.0),
        (&["deux", "tiers"], 200.0 / 3.0),
        (&["les", "deux", "tiers"], 200.0 / 3.0),
        (&["un", "quart"], 25.0),
        (&["le", "quart"], 25.0),
        (&["trois", "quarts"], 75.0),
        (&["les", "trois", "quarts"], 75.0),
        (&["half"], 50.0),
        (&["a", "third"], 100.0 / 3.0),
        (&["one", "third"], 100.0 / 3.0),
        (&["two", "thirds"], 200.0 / 3.0),
        (&["two", "-", "thirds"], 200.0 / 3.0),
        (&["a", "quarter"], 25.0),
        (&["one", "quarter"], 25.0),
        (&["three", "quarters"], 75.0),
    ];
    SHARES.iter().find(|(words, _)| super::token::begins(tokens, words)).map(|&(words, percent)| (percent, words.len()))
}
