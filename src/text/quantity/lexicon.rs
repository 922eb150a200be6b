//! The words of which French and English numbers are made.

use super::super::format::primary;

/// Whose number words are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    French,
    English,
    /// Both at once, for short texts that do not say their language.
    Either,
    /// Digits only.
    Neither,
}

impl Words {
    /// The number words of a language tag.
    pub fn of(lang: &str) -> Words {
        match primary(lang) {
            "fr" => Words::French,
            "en" => Words::English,
            _ => Words::Neither,
        }
    }

    pub fn french(self) -> bool {
        matches!(self, Words::French | Words::Either)
    }

    pub fn english(self) -> bool {
        matches!(self, Words::English | Words::Either)
    }
}

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece {
    Zero,
    /// 1 to 9.
    Unit(u64),
    /// 10 to 19, which French also adds to sixty and eighty.
    Teen(u64),
    /// 20 to 90 by tens; “vingt” also multiplies four.
    Tens(u64),
    /// `bare` where it needs no number before it, as “cent”.
    Hundred {
        bare: bool,
    },
    /// “Mille”, “thousand”.
    Thousand {
        bare: bool,
    },
    /// “Million”, “milliard”, “billion”.
    Scale(u64),
}

/// What `word`, in lower case, does in a number.
pub(super) fn piece(word: &str, words: Words) -> Option<Piece> {
    let french = words.french().then(|| french(word)).flatten();
    french.or_else(|| words.english().then(|| english(word)).flatten())
}

fn french(word: &str) -> Option<Piece> {
    Some(match word {
        "zéro" => Piece::Zero,
        "un" | "une" => Piece::Unit(1),
        "deux" => Piece::Unit(2),
        "trois" => Piece::Unit(3),
        "quatre" => Piece::Unit(4),
        "cinq" => Piece::Unit(5),
        "six" => Piece::Unit(6),
        "sept" => Piece::Unit(7),
        "huit" => Piece::Unit(8),
        "neuf" => Piece::Unit(9),
        "dix" => Piece::Teen(10),
        "onze" => Piece::Teen(11),
        "douze" => Piece::Teen(12),
        "treize" => Piece::Teen(13),
        "quatorze" => Piece::Teen(14),
        "quinze" => Piece::Teen(15),
        "seize" => Piece::Teen(16),
        "vingt" | "vingts" => Piece::Tens(20),
        "trente" => Piece::Tens(30),
        "quarante" => Piece::Tens(40),
        "cinquante" => Piece::Tens(50),
        "soixante" => Piece::Tens(60),
        "septante" => Piece::Tens(70),
        "huitante" | "octante" => Piece::Tens(80),
        "nonante" => Piece::Tens(90),
        "cent" | "cents" => Piece::Hundred { bare: true },
        "mille" => Piece::Thousand { bare: true },
        "million" | "millions" => Piece::Scale(1_000_000),
        "milliard" | "milliards" => Piece::Scale(1_000_000_000),
        _ => return None,
    })
}

fn english(word: &str) -> Option<Piece> {
    Some(match word {
        "zero" => Piece::Zero,
        "one" => Piece::Unit(1),
        "two" => Piece::Unit(2),
        "three" => Piece::Unit(3),
        "four" => Piece::Unit(4),
        "five" => Piece::Unit(5),
        "six" => Piece::Unit(6),
        "seven" => Piece::Unit(7),
        "eight" => Piece::Unit(8),
        "nine" => Piece::Unit(9),
        "ten" => Piece::Teen(10),
        "eleven" => Piece::Teen(11),
        "twelve" => Piece::Teen(12),
        "thirteen" => Piece::Teen(13),
        "fourteen" => Piece::Teen(14),
        "fifteen" => Piece::Teen(15),
        "sixteen" => Piece::Teen(16),
        "seventeen" => Piece::Teen(17),
        "eighteen" => Piece::Teen(18),
        "nineteen" => Piece::Teen(19),
        "twenty" => Piece::Tens(20),
        "thirty" => Piece::Tens(30),
        "forty" => Piece::Tens(40),
        "fifty" => Piece::Tens(50),
        "sixty" => Piece::Tens(60),
        "seventy" => Piece::Tens(70),
        "eighty" => Piece::Tens(80),
        "ninety" => Piece::Tens(90),
        "hundred" => Piece::Hundred { bare: false },
        "thousand" => Piece::Thousand { bare: false },
        "million" => Piece::Scale(1_000_000),
        "billion" => Piece::Scale(1_000_000_000),
        _ => return None,
    })
}

/// The number of a collective: 40 for “quarantaine”, which a number or article leads.
pub(super) fn collective(word: &str, words: Words) -> Option<f64> {
    if words.english() && word == "dozen" {
        return Some(12.0);
    }
    if !words.french() {
        return None;
    }
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "huitaine" => 8.0,
        "dizaine" => 10.0,
        "douzaine" => 12.0,
        "quinzaine" => 15.0,
        "vingtaine" => 20.0,
        "trentaine" => 30.0,
        "quarantaine" => 40.0,
        "cinquantaine" => 50.0,
        "soixantaine" => 60.0,
        "centaine" => 100.0,
        "millier" => 1000.0,
        _ => return None,
    })
}

/// The power of ten that a vague plural names: 10 for “dizaines” and “dozens”.
pub(super) fn plural(word: &str, words: Words) -> Option<f64> {
    let french = match word {
        "dizaines" | "douzaines" => Some(1e1),
        "centaines" => Some(1e2),
        "milliers" => Some(1e3),
        "millions" => Some(1e6),
        "milliards" => Some(1e9),
        _ => None,
    };
    let english = match word {
        "tens" | "dozens" => Some(1e1),
        "hundreds" => Some(1e2),
        "thousands" => Some(1e3),
        "millions" => Some(1e6),
        "billions" => Some(1e9),
        _ => None,
    };
    french.filter(|_| words.french()).or(english.filter(|_| words.english()))
}
