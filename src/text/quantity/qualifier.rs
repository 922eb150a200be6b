//! How sure an author is of a number.

use super::token::{Token, begins};

/// What the words around a number say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Qualifier {
    /// “8”.
    Exactly,
    /// “Environ 80”, “une quarantaine”: on either side.
    About,
    /// “Au moins 8”.
    AtLeast,
    /// “Plus de 40”: not 40 itself.
    MoreThan,
    /// “Au plus 12”.
    AtMost,
    /// “Moins de 12”: not 12 itself.
    LessThan,
    /// “Près de 300”: a little less than 300.
    Nearly,
    /// “Jusqu’à 12”: at most, with a hint that there were fewer.
    UpTo,
    /// “8 à 12”.
    Range,
    /// “Des dizaines”: an order of magnitude.
    Vague,
}

impl Qualifier {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Exactly,
        Self::About,
        Self::AtLeast,
        Self::MoreThan,
        Self::AtMost,
        Self::LessThan,
        Self::Nearly,
        Self::UpTo,
        Self::Range,
        Self::Vague,
    ];

    /// Its name in data: `at-least`.
    pub fn as_str(self) -> &'static str {
        match self {
            Qualifier::Exactly => "exactly",
            Qualifier::About => "about",
            Qualifier::AtLeast => "at-least",
            Qualifier::MoreThan => "more-than",
            Qualifier::AtMost => "at-most",
            Qualifier::LessThan => "less-than",
            Qualifier::Nearly => "nearly",
            Qualifier::UpTo => "up-to",
            Qualifier::Range => "range",
            Qualifier::Vague => "vague",
        }
    }
}

/// The phrases before a number. `d’` reads as “de” and `>=` as two marks.
const BEFORE: &[(&[&str], Qualifier)] = &[
    (&["exactement"], Qualifier::Exactly),
    (&["exactly"], Qualifier::Exactly),
    (&["="], Qualifier::Exactly),
    (&["au", "moins"], Qualifier::AtLeast),
    (&["à", "tout", "le", "moins"], Qualifier::AtLeast),
    (&["au", "minimum"], Qualifier::AtLeast),
    (&["minimum"], Qualifier::AtLeast),
    (&["pas", "moins", "de"], Qualifier::AtLeast),
    (&["at", "least"], Qualifier::AtLeast),
    (&["no", "fewer", "than"], Qualifier::AtLeast),
    (&["no", "less", "than"], Qualifier::AtLeast),
    (&["not", "less", "than"], Qualifier::AtLeast),
    (&["a", "minimum", "of"], Qualifier::AtLeast),
    (&["upwards", "of"], Qualifier::AtLeast),
    (&["≥"], Qualifier::AtLeast),
    (&["⩾"], Qualifier::AtLeast),
    (&[">", "="], Qualifier::AtLeast),
    (&["plus", "de"], Qualifier::MoreThan),
    (&["bien", "plus", "de"], Qualifier::MoreThan),
    (&["un", "peu", "plus", "de"], Qualifier::MoreThan),
    (&["+", "de"], Qualifier::MoreThan),
    (&["au", "-", "delà", "de"], Qualifier::MoreThan),
    (&["more", "than"], Qualifier::MoreThan),
    (&["just", "over"], Qualifier::MoreThan),
    (&["well", "over"], Qualifier::MoreThan),
    (&["over"], Qualifier::MoreThan),
    (&["above"], Qualifier::MoreThan),
    (&["in", "excess", "of"], Qualifier::MoreThan),
    (&["greater", "than"], Qualifier::MoreThan),
    (&[">"], Qualifier::MoreThan),
    (&["environ"], Qualifier::About),
    (&["quelque"], Qualifier::About),
    (&["à", "peu", "près"], Qualifier::About),
    (&["plus", "ou", "moins"], Qualifier::About),
    (&["autour", "de"], Qualifier::About),
    (&["aux", "alentours", "de"], Qualifier::About),
    (&["aux", "environs", "de"], Qualifier::About),
    (&["de", "le", "ordre", "de"], Qualifier::About),
    (&["approximativement"], Qualifier::About),
    (&["about"], Qualifier::About),
    (&["around"], Qualifier::About),
    (&["some"], Qualifier::About),
    (&["roughly"], Qualifier::About),
    (&["approximately"], Qualifier::About),
    (&["in", "the", "region", "of"], Qualifier::About),
    (&["~"], Qualifier::About),
    (&["≈"], Qualifier::About),
    (&["≃"], Qualifier::About),
    (&["±"], Qualifier::About),
    (&["près", "de"], Qualifier::Nearly),
    (&["presque"], Qualifier::Nearly),
    (&["quasiment"], Qualifier::Nearly),
    (&["pas", "loin", "de"], Qualifier::Nearly),
    (&["un", "peu", "moins", "de"], Qualifier::Nearly),
    (&["nearly"], Qualifier::Nearly),
    (&["almost"], Qualifier::Nearly),
    (&["close", "to"], Qualifier::Nearly),
    (&["just", "under"], Qualifier::Nearly),
    (&["jusque", "à"], Qualifier::UpTo),
    (&["up", "to"], Qualifier::UpTo),
    (&["as", "many", "as"], Qualifier::UpTo),
    (&["au", "plus"], Qualifier::AtMost),
    (&["tout", "au", "plus"], Qualifier::AtMost),
    (&["au", "maximum"], Qualifier::AtMost),
    (&["maximum"], Qualifier::AtMost),
    (&["pas", "plus", "de"], Qualifier::AtMost),
    (&["at", "most"], Qualifier::AtMost),
    (&["no", "more", "than"], Qualifier::AtMost),
    (&["not", "more", "than"], Qualifier::AtMost),
    (&["a", "maximum", "of"], Qualifier::AtMost),
    (&["≤"], Qualifier::AtMost),
    (&["⩽"], Qualifier::AtMost),
    (&["<", "="], Qualifier::AtMost),
    (&["moins", "de"], Qualifier::LessThan),
    (&["fewer", "than"], Qualifier::LessThan),
    (&["less", "than"], Qualifier::LessThan),
    (&["under"], Qualifier::LessThan),
    (&["below"], Qualifier::LessThan),
    (&["<"], Qualifier::LessThan),
];

/// The phrases behind a number.
const BEHIND: &[(&[&str], Qualifier)] = &[
    (&["au", "moins"], Qualifier::AtLeast),
    (&["au", "minimum"], Qualifier::AtLeast),
    (&["ou", "plus"], Qualifier::AtLeast),
    (&["et", "plus"], Qualifier::AtLeast),
    (&["at", "least"], Qualifier::AtLeast),
    (&["or", "more"], Qualifier::AtLeast),
    (&["and", "more"], Qualifier::AtLeast),
    (&["+"], Qualifier::AtLeast),
    (&["environ"], Qualifier::About),
    (&["à", "peu", "près"], Qualifier::About),
    (&["or", "so"], Qualifier::About),
    (&["au", "plus"], Qualifier::AtMost),
    (&["au", "maximum"], Qualifier::AtMost),
    (&["ou", "moins"], Qualifier::AtMost),
    (&["at", "most"], Qualifier::AtMost),
    (&["or", "fewer"], Qualifier::AtMost),
    (&["or", "less"], Qualifier::AtMost),
];

/// The longest phrase at the beginning of `tokens`, and how many tokens it takes.
pub(super) fn before(tokens: &[Token<'_>]) -> Option<(Qualifier, usize)> {
    longest(BEFORE, tokens)
}

/// The phrase that `tokens` consist of, behind a number.
pub(super) fn behind(tokens: &[Token<'_>]) -> Option<Qualifier> {
    longest(BEHIND, tokens).filter(|&(_, length)| length == tokens.len()).map(|(qualifier, _)| qualifier)
}

/// The qualifiers of one word, for “did you mean”.
pub(super) fn single_words() -> impl Iterator<Item = &'static str> {
    BEFORE.iter().filter_map(|(words, _)| match words {
        [word] if word.starts_with(char::is_alphabetic) => Some(*word),
        _ => None,
    })
}

fn longest(phrases: &[(&[&str], Qualifier)], tokens: &[Token<'_>]) -> Option<(Qualifier, usize)> {
    let matching = phrases.iter().filter(|(words, _)| begins(tokens, words));
    matching.max_by_key(|(words, _)| words.len()).map(|&(words, qualifier)| (qualifier, words.len()))
}
