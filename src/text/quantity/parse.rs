//! A whole text as one quantity.

use std::ops::Range;

use super::amount::{self, Amount, Certainty};
use super::token::{Kind, Token, tokens};
use super::{Qualifier, Quantity, QuantityError, qualifier};
use crate::text::nearest::nearest;

const EXAMPLES: &str = "write a number and how sure it is: `8`, `au moins 8`, `plus de 40 000`, `8 à 12`, \
                        `une quarantaine`, `des dizaines`, `at least 8`, `about 40`";

/// Above this no two whole numbers are told apart, and no newsroom counts.
const LARGEST: f64 = 1e15;

pub(super) fn quantity(text: &str) -> Result<Quantity, QuantityError> {
    let tokens = tokens(text);
    let Some(last) = tokens.last() else {
        return Err(error(0..text.len(), "this quantity is empty", EXAMPLES));
    };
    let written = tokens[0].range.start..last.range.end;
    let (qualifier, low, high, unit) = match qualified(&tokens)? {
        Some(found) => found,
        None => match range(&tokens) {
            Some((first, second)) => spanned(first, second, &written)?,
            None => return Err(unreadable(text, &tokens)),
        },
    };
    if low > LARGEST || (high > LARGEST && high.is_finite()) {
        return Err(error(written, "this number is larger than any count", "check its zeros"));
    }
    Ok(Quantity { qualifier, low, high, unit, text: text[written].to_owned() })
}

type Bounds = (Qualifier, f64, f64, Option<super::Unit>);

/// A single amount with at most one qualifier, before it or behind it.
fn qualified(tokens: &[Token<'_>]) -> Result<Option<Bounds>, QuantityError> {
    let (before, start) = qualifier::before(tokens).map_or((None, 0), |(found, length)| (Some(found), length));
    let rest = &tokens[start..];
    let phrase = || text_range(&tokens[..start.max(1)]);
    if before.is_some() && range(rest).is_some() {
        let help = "write the range alone, or one number with its qualifier";
        return Err(error(phrase(), "a range takes no qualifier", help));
    }
    let Some(amount) = amount::read(rest) else { return Ok(None) };
    let tail = &rest[amount.length..];
    let behind = if tail.is_empty() { None } else { qualifier::behind(tail) };
    if !tail.is_empty() && behind.is_none() {
        return Ok(None);
    }
    if before.is_some() && behind.is_some() {
        return Err(error(text_range(tail), "this quantity has two qualifiers", "keep the one that the source uses"));
    }
    let written = before.or(behind);
    if amount.certainty == Certainty::Vague {
        if written.is_some() {
            let range = if before.is_some() { phrase() } else { text_range(tail) };
            let help = "write the plural alone (`des dizaines`) or a number (`au moins 20`)";
            return Err(error(range, "a vague plural takes no qualifier", help));
        }
        return Ok(Some((Qualifier::Vague, amount.low, amount.high, amount.unit)));
    }
    let by_itself = if amount.certainty == Certainty::Rough { Qualifier::About } else { Qualifier::Exactly };
    let qualifier = written.unwrap_or(by_itself);
    let (low, high) = match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => (amount.low, f64::INFINITY),
        Qualifier::AtMost | Qualifier::LessThan | Qualifier::UpTo => (0.0, amount.high),
        Qualifier::Exactly | Qualifier::About | Qualifier::Nearly => (amount.low, amount.high),
        Qualifier::Range | Qualifier::Vague => (amount.low, amount.high),
    };
    Ok(Some((qualifier, low, high, amount.unit)))
}

/// Two amounts with a word or dash between them: `entre 8 et 12`, `8–12`, `two or three`, `260 ± 20`.
fn range(tokens: &[Token<'_>]) -> Option<(Amount, Amount)> {
    let (opening, joints): (usize, &[&str]) = match tokens.first()? {
        word if word.is("entre") || word.is("between") => (1, &["et", "and"]),
        word if word.is("de") || word.is("from") => (1, &["à", "to", "-", "–"]),
        _ => (0, &["à", "to", "ou", "or", "-", "–", "—", "±"]),
    };
    let tokens = &tokens[opening..];
    (1..tokens.len()).find_map(|at| {
        if !joints.iter().any(|joint| tokens[at].is(joint)) {
            return None;
        }
        let first = whole(&tokens[..at])?;
        let second = whole(&tokens[at + 1..])?;
        if tokens[at].is("±") {
            let unit = second.unit.or(first.unit);
            let [low, high] = [first.low - second.low, first.low + second.low];
            return Some((Amount { low, high: low, unit, ..first }, Amount { low: high, high, unit, ..second }));
        }
        Some((first, second))
    })
}

/// The amount that `tokens` are, to the last of them.
fn whole(tokens: &[Token<'_>]) -> Option<Amount> {
    let certain = |amount: &Amount| amount.length == tokens.len() && amount.certainty != Certainty::Vague;
    amount::read(tokens).filter(certain)
}

/// The bounds of a range, the second amount lending its unit and scale to the first.
fn spanned(mut first: Amount, second: Amount, written: &Range<usize>) -> Result<Bounds, QuantityError> {
    // “Entre 2 et 3 millions”, but not “entre 900 et 1 million”.
    if first.scale == 1.0 && second.scale > 1.0 && first.low < second.low / second.scale {
        first.low *= second.scale;
    }
    let unit = match (first.unit, second.unit) {
        (Some(one), Some(other)) if one != other => {
            let help = "write both ends in the same unit";
            return Err(error(written.clone(), "the ends of this range have different units", help));
        }
        (one, other) => one.or(other),
    };
    if first.low > second.high {
        return Err(error(written.clone(), "this range runs backwards", "write the smaller number first"));
    }
    Ok((Qualifier::Range, first.low, second.high, unit))
}

/// Says which part of a text keeps it from being a quantity.
fn unreadable(text: &str, tokens: &[Token<'_>]) -> QuantityError {
    if let Some(date) = tokens.iter().find(|token| matches!(token.kind, Kind::Date(_))) {
        return error(date.range.clone(), "a date is not a quantity", EXAMPLES);
    }
    let start = qualifier::before(tokens).map_or(0, |(_, length)| length);
    if let Some(amount) = amount::read(&tokens[start..]) {
        let extra = text_range(&tokens[start + amount.length..]);
        let message = format!("`{}` is not part of a quantity", &text[extra.clone()]);
        let help = "write only the number, its qualifier and its unit; what is counted goes into `of`";
        return error(extra, &message, help);
    }
    let later = (start..tokens.len()).find(|&at| amount::read(&tokens[at..]).is_some());
    if let Some(number) = later {
        let unknown = text_range(&tokens[start..number]);
        let words = &text[unknown.clone()];
        let help = nearest(words, qualifier::single_words())
            .map_or_else(|| EXAMPLES.to_owned(), |known| format!("did you mean `{known}`?"));
        return error(unknown.clone(), &format!("`{words}` does not say how sure a number is"), &help);
    }
    let whole = text_range(tokens);
    error(whole.clone(), &format!("`{}` holds no number", &text[whole]), EXAMPLES)
}

fn text_range(tokens: &[Token<'_>]) -> Range<usize> {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.range.start..last.range.end,
        _ => 0..0,
    }
}

fn error(range: Range<usize>, message: &str, help: &str) -> QuantityError {
    QuantityError { range, message: message.to_owned(), help: help.to_owned() }
}
