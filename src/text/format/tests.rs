use super::*;
use chrono::Weekday;

#[test]
fn numbers_follow_the_language() {
    assert_eq!(number(40_000.0, "fr"), "40\u{202f}000");
    assert_eq!(number(40_000.0, "en"), "40,000");
    assert_eq!(number(2_700_000.0, "de"), "2.700.000");
    assert_eq!(number(72.8, "fr"), "72,8");
    assert_eq!(number(72.8, "en-GB"), "72.8");
    assert_eq!(number(999.999, "en"), "1,000");
    assert_eq!(number(-1206.5, "en"), "−1,206.5");
    assert_eq!(number(-0.001, "en"), "0");
    assert_eq!(number(8.0, "xx"), "8");
    assert_eq!(number(f64::INFINITY, "fr"), "∞");
}

#[test]
fn dates_say_what_is_known() {
    assert_eq!(date((2019, Some(12), Some(24)), "fr"), "24 décembre 2019");
    assert_eq!(date((2019, Some(12), Some(24)), "en"), "24 December 2019");
    assert_eq!(date((2019, Some(12), Some(24)), "en-US"), "December 24, 2019");
    assert_eq!(date((2019, Some(12), Some(1)), "fr"), "1er décembre 2019");
    assert_eq!(date_html((2019, Some(12), Some(1)), "fr"), "1<sup>er</sup> décembre 2019");
    assert_eq!(date((2019, Some(12), None), "fr"), "décembre 2019");
    assert_eq!(date((2019, None, None), "fr"), "2019");
    assert_eq!(date((2019, Some(13), Some(1)), "fr"), "2019");
    assert_eq!(date((2019, Some(12), Some(24)), "es"), "24 de diciembre de 2019");
    assert_eq!(date((2019, Some(12), Some(24)), "de"), "24. Dezember 2019");
    assert_eq!(date((2019, Some(12), Some(24)), "ar"), "24 ديسمبر 2019");
    assert_eq!(date((2019, Some(12), Some(24)), "ar-SY"), "24 كانون الأول 2019");
}

#[test]
fn windows_say_nothing_twice() {
    let day = |month, day| (2019, Some(month), Some(day));
    assert_eq!(date_range(day(12, 16), day(12, 24), "fr"), "16–24 décembre 2019");
    assert_eq!(date_range(day(11, 28), day(12, 3), "fr"), "28 novembre – 3 décembre 2019");
    assert_eq!(date_range((2018, Some(12), Some(28)), day(1, 3), "en"), "28 December 2018 – 3 January 2019");
    assert_eq!(date_range((2018, None, None), (2019, None, None), "en"), "2018–2019");
    assert_eq!(date_range(day(12, 16), day(12, 24), "en-US"), "December 16–24, 2019");
    assert_eq!(date_range_html(day(12, 1), day(12, 3), "fr"), "1<sup>er</sup>–3 décembre 2019");
    assert_eq!(date_range(day(12, 3), day(12, 3), "fr"), "3 décembre 2019");
}

#[test]
fn windows_in_words() {
    let day = |month, day| (2019, Some(month), Some(day));
    let month = |month| (2019, Some(month), None);
    assert_eq!(date_range_words(day(12, 19), day(12, 24), "fr"), "du 19 au 24 décembre 2019");
    assert_eq!(date_range_words(day(11, 28), day(12, 1), "fr"), "du 28 novembre au 1er décembre 2019");
    assert_eq!(date_range_words(month(4), month(8), "fr"), "d’avril à août 2019");
    assert_eq!(date_range_words(month(5), month(8), "fr"), "de mai à août 2019");
    assert_eq!(date_range_words(day(12, 19), day(12, 24), "en"), "19 to 24 December 2019");
    assert_eq!(date_range_words((2018, None, None), (2019, None, None), "fr"), "de 2018 à 2019");
}

#[test]
fn names_of_days_and_months() {
    assert_eq!(weekday(Weekday::Tue, "fr"), "mardi");
    assert_eq!(weekday(Weekday::Sun, "en"), "Sunday");
    assert_eq!(month(8, "fr"), "août");
    assert_eq!(month(0, "fr"), "0");
    assert_eq!(month(8, "not a language"), "August");
}

#[test]
fn lists_join_their_last_item() {
    assert_eq!(list(&["a", "b", "c"], "fr"), "a, b et c");
    assert_eq!(list(&["a", "b"], "en"), "a and b");
    assert_eq!(list(&["أ", "ب", "ج"], "ar"), "أ، ب وج");
    assert_eq!(list(&["a"], "en"), "a");
    assert_eq!(list::<&str>(&[], "en"), "");
}
