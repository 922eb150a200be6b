//! Language tags.

use std::fmt;
use std::sync::Arc;

/// A language tag such as `fr`, `en` or `pt-BR` (BCP 47, as far as we need it).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

impl Lang {
    /// The tag, if the text has the shape of one: two or three letters, then subtags.
    pub fn parse(text: &str) -> Option<Self> {
        let mut subtags = text.split('-');
        let primary = subtags.next()?;
        let letters = |s: &str| s.bytes().all(|b| b.is_ascii_alphabetic());
        let well_formed = matches!(primary.len(), 2 | 3)
            && letters(primary)
            && primary.bytes().all(|b| b.is_ascii_lowercase())
            && subtags.all(|s| (2..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()));
        well_formed.then(|| Self(text.into()))
    }

    /// The tag as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `rtl` for the languages written from right to left, else `ltr`: the value of HTML's `dir`.
    pub fn direction(&self) -> &'static str {
        let primary = self.0.split('-').next().unwrap_or_default();
        match primary {
            "ar" | "fa" | "he" | "ur" | "ps" | "ckb" | "dv" | "sd" | "ug" | "yi" => "rtl",
            _ => "ltr",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_two_or_three_letters_then_subtags() {
        assert!(Lang::parse("fr").is_some());
        assert!(Lang::parse("pt-BR").is_some());
        for wrong in ["", "f", "FR", "français", "fr_FR", "fr-"] {
            assert!(Lang::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn arabic_runs_from_right_to_left() {
        assert_eq!(Lang::parse("ar-SY").expect("a tag").direction(), "rtl");
        assert_eq!(Lang::parse("fr").expect("a tag").direction(), "ltr");
    }
}
