//! Two dates with what lies between them.

use super::date::{Ordinal, Parts, american, assembled, day};
use super::{calendar, primary};

/// A window in its short form: `16–24 décembre 2019`, `28 novembre – 3 décembre 2019`, `2018–2019`.
pub fn date_range(from: Parts, to: Parts, lang: &str) -> String {
    short(from, to, lang, Ordinal::Plain)
}

/// [`date_range`] with ordinals raised. Safe as HTML.
pub fn date_range_html(from: Parts, to: Parts, lang: &str) -> String {
    short(from, to, lang, Ordinal::Html)
}

/// A window in words: `du 19 au 24 décembre 2019`, `19 to 24 December 2019`, `d’avril à août 2019`.
///
/// Languages without such words here get the short form.
pub fn date_range_words(from: Parts, to: Parts, lang: &str) -> String {
    if from == to {
        return assembled(from, lang, Ordinal::Plain);
    }
    let start = shortened(from, to, lang, Ordinal::Plain);
    let end = assembled(to, lang, Ordinal::Plain);
    match primary(lang) {
        "fr" => {
            let opening = match (from.2, start.chars().next()) {
                (Some(_), _) => "du ",
                (None, Some('a' | 'o')) => "d’",
                (None, _) => "de ",
            };
            let joining = if to.2.is_some() { "au" } else { "à" };
            format!("{opening}{start} {joining} {end}")
        }
        "en" => format!("{start} to {end}"),
        _ => short(from, to, lang, Ordinal::Plain),
    }
}

fn short(from: Parts, to: Parts, lang: &str, ordinal: Ordinal) -> String {
    let end = assembled(to, lang, ordinal);
    if from == to {
        return end;
    }
    if american(lang) && same_month(from, to) {
        let (year, _, _) = to;
        let [first, last] = [from.2, to.2].map(|day| day.map_or(String::new(), |day| day.to_string()));
        return format!("{} {first}–{last}, {year}", calendar::month(to.1.unwrap_or(0), lang));
    }
    let start = shortened(from, to, lang, ordinal);
    // A dash between single words needs no spaces; between longer parts it does.
    let dash = if start.contains(' ') { " – " } else { "–" };
    format!("{start}{dash}{end}")
}

/// The first date without what the second one says as well.
fn shortened(from: Parts, to: Parts, lang: &str, ordinal: Ordinal) -> String {
    // In these the year leads, or `de` joins the parts: say everything twice.
    if american(lang) || matches!(primary(lang), "zh" | "ja" | "ko" | "hu" | "es" | "pt") {
        return assembled(from, lang, ordinal);
    }
    match from {
        (_, Some(_), Some(first)) if same_month(from, to) => day(first, lang, ordinal),
        (year, Some(month), first) if year == to.0 && to.1.is_some() => {
            let name = calendar::month(month, lang);
            match first {
                Some(first) => format!("{} {name}", day(first, lang, ordinal)),
                None => name,
            }
        }
        _ => assembled(from, lang, ordinal),
    }
}

fn same_month(from: Parts, to: Parts) -> bool {
    from.0 == to.0 && from.1 == to.1 && from.1.is_some() && from.2.is_some() && to.2.is_some()
}
