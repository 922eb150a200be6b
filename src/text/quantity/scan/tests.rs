use super::*;

fn day(year: i32, month: u32, day: u32) -> Found {
    Found::Date(WrittenDate { year: Some(year), month: Some(month), day: Some(day) })
}

fn part(year: Option<i32>, month: u32, day: Option<u32>) -> Found {
    Found::Date(WrittenDate { year, month: Some(month), day })
}

fn found(text: &str, lang: &str) -> Vec<Found> {
    numbers_in(text, lang).into_iter().map(|(_, found)| found).collect()
}

/// Both texts say the same.
fn same(fr: &str, en: &str, expected: &[Found]) {
    assert_eq!(found(fr, "fr"), expected, "{fr}");
    assert_eq!(found(en, "en"), expected, "{en}");
}

#[test]
fn numbers_are_equal_in_both_languages() {
    use Found::Number as N;
    same("Au moins huit civils", "At least eight civilians", &[N(8.0)]);
    same("plus de 40 000 personnes", "more than 40,000 people", &[N(40_000.0)]);
    same("une quarantaine de villages", "about forty villages", &[N(40.0)]);
    same("quelque trois millions", "some three million", &[N(3e6)]);
    same("2,7 millions", "2.7 million", &[N(2.7e6)]);
    same("un millier de civils", "a thousand civilians", &[N(1000.0)]);
    same("quatre-vingt-dix-neuf et soixante et onze", "ninety-nine and seventy-one", &[N(99.0), N(71.0)]);
    same("320 km2, 70 % à 11 h 19", "320 km², 70% at 11:19", &[N(320.0), N(70.0), N(11.0), N(19.0)]);
    same("110 membres et 148 djihadistes", "110 members and 148 jihadists", &[N(110.0), N(148.0)]);
    same("en 2018", "in 2018", &[N(2018.0)]);
    same("trois cent cinq", "three hundred and five", &[N(305.0)]);
    same("11h19", "11:19", &[N(11.0), N(19.0)]);
}

#[test]
fn articles_shares_and_vague_plurals_are_no_numbers() {
    same("un poste, une école, l’un d’eux", "a post, one school, one of them", &[]);
    same("dont la moitié", "half of whom", &[]);
    same("des centaines de milliers d’enfants", "hundreds of thousands of children", &[]);
    same("des dizaines", "dozens", &[]);
}

#[test]
fn dates_are_equal_in_both_languages() {
    let christmas_eve = day(2019, 12, 24);
    same("le 24 décembre 2019", "on 24 December 2019", &[christmas_eve]);
    same("mardi 24 décembre 2019", "Tuesday, December 24, 2019", &[christmas_eve]);
    same("24/12/2019", "2019-12-24", &[christmas_eve]);
    same("le 24 déc. 2019.", "on Dec. 24th, 2019.", &[christmas_eve]);
    same("le 1er décembre", "on 1 December", &[part(None, 12, Some(1))]);
    same("le premier décembre", "the 1st of December", &[part(None, 12, Some(1))]);
    same("en décembre 2019", "in December 2019", &[part(Some(2019), 12, None)]);
    same("entre avril et août", "between April and August", &[part(None, 4, None), part(None, 8, None)]);
    same(
        "le 16 décembre, huit civils",
        "on 16 December, eight civilians",
        &[part(None, 12, Some(16)), Found::Number(8.0)],
    );
}

#[test]
fn both_ends_of_a_window_are_dates() {
    let ends = [day(2019, 12, 19), day(2019, 12, 24)];
    same("du 19 au 24 décembre 2019", "from 19 to 24 December 2019", &ends);
    same("19–24 décembre 2019", "December 19–24, 2019", &ends);
    same("le 19 et le 24 décembre 2019", "on the 19th and 24th of December 2019", &ends);
    same("du 19 et du 24 décembre 2019", "of 19 and 24 December 2019", &ends);
    same("les 18, 19 et 24 décembre 2019", "on 18, 19 and 24 December 2019", &[day(2019, 12, 18), ends[0], ends[1]]);
    same("il en a tué 12, le 24 décembre 2019", "it killed 12, 24 December 2019", &[Found::Number(12.0), ends[1]]);
    same("du 1er au 3 mai 2019", "1–3 May 2019", &[day(2019, 5, 1), day(2019, 5, 3)]);
}

#[test]
fn verbs_are_no_months() {
    assert_eq!(found("They may march. May 3 people march?", "en"), [part(None, 5, Some(3))]);
    assert_eq!(found("May the guns fall silent in May", "en"), [part(None, 5, None)]);
    assert_eq!(found("May to August. March to Rome", "en"), [part(None, 5, None), part(None, 8, None)]);
}

#[test]
fn other_languages_have_digits_and_months() {
    assert_eq!(found("٢٤ ديسمبر 2019، ٤٠ شخصا", "ar"), [day(2019, 12, 24), Found::Number(40.0)]);
    assert_eq!(found("el 24 de diciembre de 2019", "es"), [day(2019, 12, 24)]);
    assert_eq!(found("am 24. Dezember 2019", "de"), [day(2019, 12, 24)]);
}

#[test]
fn weekdays_are_found_before_dates() {
    let christmas_eve = WrittenDate { year: Some(2019), month: Some(12), day: Some(24) };
    for (text, lang) in [
        ("le mardi 24 décembre 2019.", "fr"),
        ("Mardi, le 24 décembre 2019", "fr"),
        ("mar. 24 déc. 2019", "fr"),
        ("Tuesday 24 December 2019", "en"),
        ("On Tuesday, 24 December 2019", "en"),
        ("Tue, December 24, 2019", "en"),
    ] {
        let [(range, weekday, date)] = &weekdays_in(text, lang)[..] else { panic!("{text}") };
        assert_eq!((*weekday, *date), (Weekday::Tue, christmas_eve), "{text}");
        assert!(text[range.clone()].to_lowercase().starts_with(['m', 't']), "{text}");
    }
    assert_eq!(christmas_eve.day().map(|day| chrono::Datelike::weekday(&day)), Some(Weekday::Tue));
    assert_eq!(weekdays_in("Tuesday, 24 December", "en")[0].2.year, None);
    assert!(weekdays_in("mardi, huit civils; mardi dernier", "fr").is_empty());
}

#[test]
fn ranges_are_the_words_themselves() {
    let text = "Le 24 décembre, au moins quatre-vingt-un civils";
    let words: Vec<_> = numbers_in(text, "fr").into_iter().map(|(range, _)| &text[range]).collect();
    assert_eq!(words, ["24 décembre", "quatre-vingt-un"]);
}
