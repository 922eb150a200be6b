//! The names of months and weekdays.

use chrono::{Datelike, Locale, NaiveDate, Weekday};

use super::primary;

/// The name of month 1 to 12 in `lang`; the number itself if there is no such month.
pub fn month(month: u32, lang: &str) -> String {
    match NaiveDate::from_ymd_opt(2019, month, 1) {
        Some(date) => date.format_localized("%B", locale(lang)).to_string(),
        None => month.to_string(),
    }
}

/// The name of a weekday in `lang`.
pub fn weekday(weekday: Weekday, lang: &str) -> String {
    let monday = NaiveDate::from_ymd_opt(2019, 12, 23).expect("a Monday of the calendar");
    debug_assert_eq!(monday.weekday(), Weekday::Mon);
    let date = monday + chrono::Days::new(u64::from(weekday.num_days_from_monday()));
    date.format_localized("%A", locale(lang)).to_string()
}

/// The locale whose names a language tag stands for; that of ISO dates if none is known.
fn locale(lang: &str) -> Locale {
    let tag = lang.replace('-', "_");
    let by_default = match primary(lang) {
        "en" => "en_GB",
        "ar" => "ar_EG",
        "fa" => "fa_IR",
        "he" => "he_IL",
        "zh" => "zh_CN",
        "ja" => "ja_JP",
        "ko" => "ko_KR",
        "uk" => "uk_UA",
        "sv" => "sv_SE",
        "da" => "da_DK",
        "nb" | "no" => "nb_NO",
        "cs" => "cs_CZ",
        "el" => "el_GR",
        "ku" => "ku_TR",
        _ => "",
    };
    // Most languages have a country of the same name: fr_FR, de_DE, tr_TR.
    let doubled = format!("{}_{}", primary(lang), primary(lang).to_uppercase());
    [tag.as_str(), by_default, &doubled]
        .into_iter()
        .find_map(|name| Locale::try_from(name).ok())
        .unwrap_or(Locale::POSIX)
}
