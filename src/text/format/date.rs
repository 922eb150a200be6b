//! One date, as far as it is known.

use super::{calendar, primary};

/// A year, a month if it is known, a day if it is known.
pub type Parts = (i32, Option<u32>, Option<u32>);

/// A date for readers: `24 décembre 2019`, `1er décembre 2019`, `décembre 2019`, `2019`.
pub fn date(parts: Parts, lang: &str) -> String {
    assembled(parts, lang, Ordinal::Plain)
}

/// [`date`] with the ordinal raised: `1<sup>er</sup> décembre 2019`. Safe as HTML.
pub fn date_html(parts: Parts, lang: &str) -> String {
    assembled(parts, lang, Ordinal::Html)
}

/// How the end of an ordinal number is written.
#[derive(Clone, Copy)]
pub(super) enum Ordinal {
    Plain,
    Html,
}

pub(super) fn assembled((year, month, day): Parts, lang: &str, ordinal: Ordinal) -> String {
    let Some(month) = month.filter(|month| (1..=12).contains(month)) else {
        return years(year, lang);
    };
    let name = calendar::month(month, lang);
    let numbered = day.filter(|day| (1..=31).contains(day));
    match (primary(lang), numbered) {
        ("zh" | "ja", None) => format!("{year}年{month}月"),
        ("zh" | "ja", Some(day)) => format!("{year}年{month}月{day}日"),
        ("es" | "pt", None) => format!("{name} de {year}"),
        ("es" | "pt", Some(day)) => format!("{day} de {name} de {year}"),
        (_, None) => format!("{name} {year}"),
        _ if american(lang) => format!("{name} {} {year}", numbered.map_or(String::new(), |day| format!("{day},"))),
        (_, Some(number)) => format!("{} {name} {year}", self::day(number, lang, ordinal)),
    }
}

/// The day of the month as a date of `lang` begins: `24`, `1er`, `24.`.
pub(super) fn day(day: u32, lang: &str, ordinal: Ordinal) -> String {
    match (primary(lang), ordinal) {
        ("fr", Ordinal::Plain) if day == 1 => "1er".to_owned(),
        ("fr", Ordinal::Html) if day == 1 => "1<sup>er</sup>".to_owned(),
        ("de" | "da" | "nb" | "nn" | "cs" | "fi", _) => format!("{day}."),
        _ => day.to_string(),
    }
}

/// Whether the month goes before the day.
pub(super) fn american(lang: &str) -> bool {
    matches!(lang, "en-US" | "en_US")
}

fn years(year: i32, lang: &str) -> String {
    match primary(lang) {
        "zh" | "ja" => format!("{year}年"),
        _ => year.to_string(),
    }
}
