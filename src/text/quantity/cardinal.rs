//! One number, in digits or words, at the beginning of some tokens.

use super::lexicon::{self, Piece, Words};
use super::token::{Kind, Token};

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cardinal {
    pub value: f64,
    /// How many tokens it takes.
    pub length: usize,
    /// Whether the words themselves are approximate: “une quarantaine”.
    pub rough: bool,
    /// Whether it is nothing but “un”, “une” or “one”, which may be an article.
    pub article: bool,
    /// What its last word multiplied by: a million in “deux millions”, else 1.
    pub scale: f64,
}

/// The number at the beginning of `tokens`.
pub(super) fn read(tokens: &[Token<'_>], words: Words) -> Option<Cardinal> {
    let cardinal = halved(tokens, words).or_else(|| collective(tokens, words)).or_else(|| plain(tokens, words))?;
    Some(and_a_half(cardinal, tokens, words))
}

/// “Half a million”, “half a dozen”, “une demi-douzaine”, “un demi-million”.
fn halved(tokens: &[Token<'_>], words: Words) -> Option<Cardinal> {
    let word = |i: usize| tokens.get(i).and_then(Token::word);
    let at = match (word(0)?, word(1)) {
        ("half", Some("a")) if words.english() => 2,
        ("un" | "une", Some("demi")) if words.french() => 2 + usize::from(tokens.get(2).is_some_and(Token::is_hyphen)),
        _ => return None,
    };
    let value = lexicon::collective(word(at)?, words).or_else(|| match lexicon::piece(word(at)?, words) {
        Some(Piece::Scale(scale)) => Some(scale as f64),
        _ => None,
    })?;
    Some(Cardinal { value: value / 2.0, length: at + 1, rough: true, article: false, scale: 1.0 })
}

/// “Une quarantaine”, “trois douzaines”, “une dizaine de milliers”, “two dozen”.
fn collective(tokens: &[Token<'_>], words: Words) -> Option<Cardinal> {
    let led = tokens.first()?.word().is_some_and(|word| match word {
        "la" | "cette" | "sa" | "leur" | "le" | "ce" => words.french(),
        "a" => words.english(),
        _ => false,
    });
    let (times, at) = if led { (1.0, 1) } else { plain(tokens, words).map(|c| (c.value, c.length))? };
    let mut value = times * lexicon::collective(tokens.get(at)?.word()?, words)?;
    let mut length = at + 1;
    let mut scale = 1.0;
    if let [of, unit, ..] = &tokens[length..]
        && of.is("de")
        && let Some(multiplied) =
            unit.word().and_then(|word| lexicon::plural(word, Words::French)).filter(|&n| n >= 1e3)
    {
        value *= multiplied;
        scale = multiplied;
        length += 2;
    }
    Some(Cardinal { value, length, rough: true, article: false, scale })
}

/// “2,5 millions”, “quatre-vingt-dix-huit”, “a hundred and five”.
fn plain(tokens: &[Token<'_>], words: Words) -> Option<Cardinal> {
    if let Kind::Number(value) = tokens.first()?.kind {
        let scale = tokens.get(1).and_then(Token::word).and_then(|word| match lexicon::piece(word, words)? {
            Piece::Thousand { .. } => Some(1e3),
            Piece::Scale(scale) => Some(scale as f64),
            _ => None,
        });
        let length = 1 + usize::from(scale.is_some());
        let scale = scale.unwrap_or(1.0);
        return Some(Cardinal { value: value * scale, length, rough: false, article: false, scale });
    }
    let mut sum = Sum::default();
    let mut length = 0;
    if words.english() && tokens[0].is("a") {
        // “A hundred”, but not “a” alone.
        let next = tokens.get(1)?.word().and_then(|word| lexicon::piece(word, words))?;
        if !matches!(next, Piece::Hundred { .. } | Piece::Thousand { .. } | Piece::Scale(_)) {
            return None;
        }
        sum.below_thousand = 1;
        length = 1;
    }
    let mut pieces = length;
    loop {
        let (joined, skipped) = joint(&tokens[length..], pieces);
        let next = tokens.get(length + skipped).and_then(Token::word).and_then(|word| lexicon::piece(word, words));
        match next {
            Some(piece) if sum.add(piece, joined) => {
                length += skipped + 1;
                pieces += 1;
            }
            _ => break,
        }
    }
    let article = pieces == 1 && sum.last == Some(Piece::Unit(1));
    (pieces > 0).then(|| Cardinal { value: sum.value(), length, rough: false, article, scale: sum.scale() })
}

/// How a word is joined to the number before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// By a space or a hyphen.
    Plain,
    /// By “et” or “and”.
    And,
}

/// The joint at the beginning of `tokens`, and how many tokens it takes.
fn joint(tokens: &[Token<'_>], pieces: usize) -> (Joint, usize) {
    if pieces == 0 {
        return (Joint::Plain, 0);
    }
    let hyphen = usize::from(tokens.first().is_some_and(Token::is_hyphen));
    match tokens.get(hyphen) {
        Some(word) if word.is("et") || word.is("and") => {
            let second = usize::from(tokens.get(hyphen + 1).is_some_and(Token::is_hyphen));
            (Joint::And, hyphen + 1 + second)
        }
        _ => (Joint::Plain, hyphen),
    }
}

/// A number as far as its words were heard.
#[derive(Default)]
struct Sum {
    /// Thousands and above, complete.
    above: u64,
    below_thousand: u64,
    last: Option<Piece>,
    /// The smallest unit in `above`.
    smallest: Option<u64>,
}

impl Sum {
    fn value(&self) -> f64 {
        (self.above + self.below_thousand) as f64
    }

    fn scale(&self) -> f64 {
        match self.last {
            Some(Piece::Thousand { .. }) => 1e3,
            Some(Piece::Scale(scale)) => scale as f64,
            _ => 1.0,
        }
    }

    /// Adds a word if the number can go on with it.
    fn add(&mut self, piece: Piece, joint: Joint) -> bool {
        let rest = self.below_thousand % 100;
        let fresh = rest == 0 && self.last != Some(Piece::Zero);
        // English “and” stands behind hundreds and thousands; French “et” within sixty-one and its like.
        let behind_hundreds = fresh && (self.below_thousand >= 100 || self.above > 0);
        let allowed = match (joint, piece) {
            (Joint::And, Piece::Unit(1)) => behind_hundreds || (rest >= 20 && rest.is_multiple_of(10)),
            (Joint::And, Piece::Teen(11)) => behind_hundreds || rest == 60,
            (Joint::And, Piece::Unit(_) | Piece::Teen(_) | Piece::Tens(_)) => behind_hundreds,
            (Joint::And, _) => false,
            (Joint::Plain, Piece::Zero) => self.last.is_none(),
            (Joint::Plain, Piece::Unit(unit)) => {
                fresh || (rest >= 20 && rest.is_multiple_of(10)) || (self.last == Some(Piece::Teen(10)) && unit >= 7)
            }
            (Joint::Plain, Piece::Teen(_)) => fresh || rest == 60 || (rest == 80 && self.last == Some(Piece::Tens(20))),
            (Joint::Plain, Piece::Tens(20)) => fresh || (rest == 4 && self.last == Some(Piece::Unit(4))),
            (Joint::Plain, Piece::Tens(_)) => fresh,
            (Joint::Plain, Piece::Hundred { bare }) => match self.below_thousand {
                0 => bare && fresh,
                times => times < 20,
            },
            (Joint::Plain, Piece::Thousand { bare }) => {
                let room = self.smallest.is_none_or(|unit| unit > 1000);
                room && (self.below_thousand > 0 || (bare && fresh))
            }
            (Joint::Plain, Piece::Scale(scale)) => {
                self.below_thousand > 0 && self.smallest.is_none_or(|unit| unit > scale)
            }
        };
        if allowed {
            self.take(piece, rest);
        }
        allowed
    }

    fn take(&mut self, piece: Piece, rest: u64) {
        match piece {
            Piece::Zero => {}
            Piece::Tens(20) if rest == 4 => self.below_thousand += 76,
            Piece::Unit(n) | Piece::Teen(n) | Piece::Tens(n) => self.below_thousand += n,
            Piece::Hundred { .. } => self.below_thousand = self.below_thousand.max(1) * 100,
            Piece::Thousand { .. } => self.complete(1000),
            Piece::Scale(scale) => self.complete(scale),
        }
        self.last = Some(piece);
    }

    fn complete(&mut self, unit: u64) {
        self.above += self.below_thousand.max(1) * unit;
        self.below_thousand = 0;
        self.smallest = Some(unit);
    }
}

/// “Deux millions et demi”, “two and a half million”.
fn and_a_half(cardinal: Cardinal, tokens: &[Token<'_>], words: Words) -> Cardinal {
    let rest = &tokens[cardinal.length..];
    let begins = |phrase: &[&str]| super::token::begins(rest, phrase);
    if words.french() && cardinal.scale > 1.0 && begins(&["et", "demi"]) {
        let value = cardinal.value + cardinal.scale / 2.0;
        return Cardinal { value, length: cardinal.length + 2, ..cardinal };
    }
    if words.english()
        && begins(&["and", "a", "half"])
        && let Some(Piece::Scale(scale)) =
            rest.get(3).and_then(Token::word).and_then(|word| lexicon::piece(word, Words::English))
    {
        let scale = scale as f64;
        return Cardinal { value: (cardinal.value + 0.5) * scale, length: cardinal.length + 4, scale, ..cardinal };
    }
    cardinal
}
