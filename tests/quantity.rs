//! Quantities, numbers and dates in text, for any text at all.

use proptest::prelude::*;
use recoupe::text::format;
use recoupe::text::quantity::scan::{Found, WrittenDate, numbers_in, weekdays_in};
use recoupe::text::quantity::{Grain, Interval, Quantity, Tolerances};

/// Texts that are nearly quantities, where mistakes hide.
fn nearly_a_quantity() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "au",
        "moins",
        "plus",
        "de",
        "d’",
        "d'",
        "environ",
        "entre",
        "et",
        "à",
        "près",
        "8",
        "40 000",
        "1,206",
        "72,8",
        "2019",
        "24",
        "12",
        "–",
        "-",
        "±",
        ">",
        "=",
        "+",
        "%",
        "un",
        "une",
        "huit",
        "vingt",
        "quatre",
        "soixante",
        "dix",
        "cent",
        "mille",
        "millions",
        "milliards",
        "dizaine",
        "dizaines",
        "demi",
        "a",
        "hundred",
        "and",
        "half",
        "two",
        "thousand",
        "billion",
        "dozen",
        "several",
        "dozens",
        "of",
        "décembre",
        "December",
        "May",
        "mardi",
        "Tuesday",
        ",",
        ".",
        "le",
        "er",
        "th",
        "km2",
        "ans",
        "tiers",
        "la",
        "moitié",
        "٤٠",
        "h",
        "ß",
        "\u{301}",
        "İ",
    ]);
    let gap = prop::sample::select(vec!["", " ", "\u{202f}", "-", "\n"]);
    prop::collection::vec((word, gap), 0..12)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![nearly_a_quantity(), any::<String>(), "\\PC*"]
}

fn slices(text: &str, range: &std::ops::Range<usize>) -> bool {
    !range.is_empty() && text.get(range.clone()).is_some()
}

proptest! {
    #[test]
    fn every_text_is_a_quantity_or_says_why_not(text in any_text()) {
        match Quantity::parse(&text) {
            Ok(quantity) => {
                prop_assert!(quantity.low <= quantity.high && quantity.low.is_finite());
                prop_assert_eq!(&quantity.text, text.trim());
                for grain in [Grain::Whole, Grain::Continuous] {
                    let interval = quantity.interval(grain, Tolerances { about: 0.2, nearly: 0.1 });
                    prop_assert!(!interval.is_empty() || quantity.low == quantity.high || quantity.high == 0.0);
                }
            }
            Err(error) => {
                prop_assert!(text.get(error.range.clone()).is_some());
                prop_assert!(!error.message.is_empty() && !error.help.is_empty());
            }
        }
    }

    #[test]
    fn numbers_and_dates_lie_in_the_text_in_order(text in any_text(), lang in "fr|en|ar|xx|") {
        let mut end = 0;
        for (range, found) in numbers_in(&text, &lang) {
            prop_assert!(slices(&text, &range) && range.start >= end);
            if let Found::Number(value) = found {
                prop_assert!(value.is_finite());
            }
            end = range.end;
        }
        for (range, _, date) in weekdays_in(&text, &lang) {
            prop_assert!(slices(&text, &range) && date.day.is_some());
        }
    }

    #[test]
    fn a_number_written_for_readers_reads_back(
        value in 0u64..1_000_000_000_000,
        cents in 0u32..100,
        lang in "fr|en|ar",
    ) {
        let value = value as f64 + f64::from(cents) / 100.0;
        let written = format::number(value, &lang);
        let quantity = Quantity::parse(&written).expect(&written);
        prop_assert_eq!(quantity.low, value, "{}", written);
        prop_assert_eq!(&numbers_in(&written, &lang)[0].1, &Found::Number(value));
    }

    #[test]
    fn a_date_written_for_readers_is_found(
        year in 1900i32..2100,
        month in 1u32..=12,
        day in 1u32..=28,
        lang in "fr|en|en-US|de|es",
    ) {
        let written = format::date((year, Some(month), Some(day)), &lang);
        let expected = Found::Date(WrittenDate { year: Some(year), month: Some(month), day: Some(day) });
        let found: Vec<_> = numbers_in(&written, &lang).into_iter().map(|(_, found)| found).collect();
        prop_assert_eq!(found, [expected], "{}", written);
    }

    #[test]
    fn an_intersection_lies_in_both(
        [a, b, c, d] in [-50.0..50.0f64, -50.0..50.0, -50.0..50.0, -50.0..50.0],
        open in any::<[bool; 4]>(),
    ) {
        let one = Interval { low: a.min(b), low_open: open[0], high: a.max(b), high_open: open[1] };
        let other = Interval { low: c.min(d), low_open: open[2], high: c.max(d), high_open: open[3] };
        prop_assert_eq!(one.intersection(&other), other.intersection(&one));
        if let Some(common) = one.intersection(&other) {
            prop_assert!(one.encloses(&common) && other.encloses(&common));
        }
        for value in [a, b, c, d, 0.0] {
            let in_both = one.contains(value) && other.contains(value);
            prop_assert!(!in_both || one.meets(&other));
        }
    }

    #[test]
    fn formatting_takes_anything(
        value in any::<f64>(),
        year in any::<i32>(),
        month in any::<Option<u32>>(),
        day in any::<Option<u32>>(),
        lang in any_text(),
    ) {
        format::number(value, &lang);
        format::date_html((year, month, day), &lang);
        format::date_range((year, month, day), (year, day, month), &lang);
        format::date_range_words((year, month, day), (year, day, month), &lang);
        format::list(&[lang.as_str(), "x"], &lang);
    }

    #[test]
    fn typography_settles_at_once(text in any_text(), french in "[«»;:!?%' a-z0-9\u{a0}\u{202f}\n]*") {
        use recoupe::text::typography::apply;
        for text in [text, french] {
            for lang in ["fr", "en", "ar"] {
                let once = apply(&text, lang).into_owned();
                let twice = apply(&once, lang);
                prop_assert_eq!(twice.as_ref(), once.as_str(), "{:?}", text);
            }
        }
    }

    #[test]
    fn the_nearest_is_one_of_the_candidates(
        word in "\\PC*",
        candidates in prop::collection::vec("[a-z-]{0,8}", 0..6),
    ) {
        let found = recoupe::text::nearest(&word, candidates.iter().map(String::as_str));
        prop_assert!(found.is_none_or(|found| candidates.iter().any(|candidate| candidate == found)));
    }
}
