//! Numbers, grouped.

use super::primary;

/// A number with the grouping and decimal mark of `lang`, rounded to two decimals.
///
/// Two decimals, because three after a comma would read as a thousand. Years are not numbers in this
/// sense: write them as they are.
pub fn number(value: f64, lang: &str) -> String {
    if !value.is_finite() {
        return if value.is_nan() { "?".to_owned() } else { if value > 0.0 { "∞" } else { "−∞" }.to_owned() };
    }
    let (group, point) = marks(lang);
    let plain = format!("{:.2}", value.abs());
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let decimals = decimals.trim_end_matches('0');
    let mut out = String::with_capacity(plain.len() + 8);
    if value < 0.0 && (whole != "0" || !decimals.is_empty()) {
        out.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push(point);
        out.push_str(decimals);
    }
    out
}

/// The group separator and decimal mark of a language.
fn marks(lang: &str) -> (char, char) {
    match primary(lang) {
        "en" | "ar" | "he" | "zh" | "ja" | "ko" | "hi" | "th" => (',', '.'),
        "de" | "es" | "it" | "nl" | "pt" | "tr" | "id" | "da" | "el" | "ro" => ('.', ','),
        "ru" | "uk" | "pl" | "cs" | "sk" | "sv" | "nb" | "nn" | "fi" | "hu" | "bg" => ('\u{a0}', ','),
        "fr" => ('\u{202f}', ','),
        // The international form: a thin space, a point.
        _ => ('\u{202f}', '.'),
    }
}
