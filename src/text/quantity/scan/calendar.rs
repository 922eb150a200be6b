//! The names of months and weekdays, to be recognised.

use std::borrow::Cow;

use chrono::Weekday;

use crate::text::format;

/// The names of one language, in lower case.
pub(super) struct Calendar {
    months: Vec<Cow<'static, str>>,
    short_months: &'static [(&'static str, u32)],
    weekdays: Vec<Cow<'static, str>>,
    short_weekdays: [&'static str; 7],
    /// The first two letters of the names of weekdays, where these are ASCII.
    weekday_beginnings: Vec<[u8; 2]>,
    /// Whether months are capitalised and may go before the day, as in English.
    pub english: bool,
}

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

const FRENCH_MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const FRENCH_SHORT: &[(&str, u32)] = &[
    ("janv", 1),
    ("févr", 2),
    ("fév", 2),
    ("avr", 4),
    ("juil", 7),
    ("aout", 8),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("déc", 12),
];
const FRENCH_WEEK: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

const ENGLISH_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const ENGLISH_SHORT: &[(&str, u32)] = &[
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];
const ENGLISH_WEEK: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Calendar {
    /// The names of a language tag.
    pub fn of(lang: &str) -> Calendar {
        let borrowed = |names: &[&'static str]| names.iter().map(|&name| Cow::Borrowed(name)).collect();
        match format::primary(lang) {
            "fr" => Calendar {
                months: borrowed(&FRENCH_MONTHS),
                short_months: FRENCH_SHORT,
                weekdays: borrowed(&FRENCH_WEEK),
                short_weekdays: ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"],
                weekday_beginnings: beginnings(FRENCH_WEEK),
                english: false,
            },
            "en" => Calendar {
                months: borrowed(&ENGLISH_MONTHS),
                short_months: ENGLISH_SHORT,
                weekdays: borrowed(&ENGLISH_WEEK),
                short_weekdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
                weekday_beginnings: beginnings(ENGLISH_WEEK),
                english: true,
            },
            _ => {
                let week = WEEK.map(|day| format::weekday(day, lang).to_lowercase());
                Calendar {
                    months: (1..=12).map(|month| Cow::Owned(format::month(month, lang).to_lowercase())).collect(),
                    short_months: &[],
                    weekday_beginnings: beginnings(week.each_ref().map(String::as_str)),
                    weekdays: week.map(Cow::Owned).to_vec(),
                    short_weekdays: [""; 7],
                    english: false,
                }
            }
        }
    }

    /// The month of a name in lower case.
    pub fn month(&self, word: &str) -> Option<u32> {
        let at = self.months.iter().position(|name| name == word)?;
        u32::try_from(at + 1).ok()
    }

    /// The month of an abbreviation without its point.
    pub fn short_month(&self, word: &str) -> Option<u32> {
        self.short_months.iter().find(|(name, _)| *name == word).map(|&(_, month)| month)
    }

    /// Whether a word in any case is the name of a weekday or its abbreviation.
    pub fn is_weekday(&self, word: &str) -> bool {
        let [first, second, ..] = word.as_bytes() else { return false };
        let mut names = self.weekdays.iter().map(|name| &**name).chain(self.short_weekdays);
        // Nearly every word of a text is turned down here, by its first two letters.
        let begins = [first.to_ascii_lowercase(), second.to_ascii_lowercase()];
        if begins.is_ascii() && !self.weekday_beginnings.contains(&begins) {
            return false;
        }
        names.any(|name| name.eq_ignore_ascii_case(word))
            || !word.is_ascii() && self.weekday(&word.to_lowercase()).is_some()
    }

    /// The weekday of a name or abbreviation in lower case.
    pub fn weekday(&self, word: &str) -> Option<Weekday> {
        let at = self.weekdays.iter().position(|name| name == word);
        at.or_else(|| self.short_weekdays.iter().position(|name| *name == word)).map(|at| WEEK[at])
    }
}

/// The first two letters of each name; an abbreviation begins like its name.
fn beginnings(names: [&str; 7]) -> Vec<[u8; 2]> {
    names.iter().filter_map(|name| name.as_bytes().first_chunk().copied()).collect()
}
