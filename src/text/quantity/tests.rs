use super::*;
use Qualifier::*;

fn parse(text: &str) -> (Qualifier, f64, f64, Option<Unit>) {
    let quantity = Quantity::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(quantity.text, text.trim());
    (quantity.qualifier, quantity.low, quantity.high, quantity.unit)
}

#[test]
fn numbers_in_digits() {
    for (text, value) in [
        ("8", 8.0),
        ("40 000", 40_000.0),
        ("40\u{202f}000", 40_000.0),
        ("40\u{a0}000", 40_000.0),
        ("40'000", 40_000.0),
        ("1,206", 1206.0),
        ("1 206", 1206.0),
        ("1,206,000", 1_206_000.0),
        ("1.206.000", 1_206_000.0),
        ("1.206", 1.206),
        ("0,125", 0.125),
        ("72.8", 72.8),
        ("72,8", 72.8),
        ("40 000,5", 40_000.5),
        ("2,7 millions", 2_700_000.0),
        ("3 million", 3_000_000.0),
        ("40 mille", 40_000.0),
        ("٤٠", 40.0),
    ] {
        assert_eq!(parse(text), (Exactly, value, value, None), "{text}");
    }
}

#[test]
fn numbers_in_words() {
    for (text, value) in [
        ("zéro", 0.0),
        ("un", 1.0),
        ("huit", 8.0),
        ("dix-sept", 17.0),
        ("vingt et un", 21.0),
        ("vingt-et-une", 21.0),
        ("soixante-dix", 70.0),
        ("soixante et onze", 71.0),
        ("soixante-dix-sept", 77.0),
        ("quatre-vingts", 80.0),
        ("quatre-vingt-un", 81.0),
        ("quatre-vingt-dix-neuf", 99.0),
        ("septante-deux", 72.0),
        ("cent quatre", 104.0),
        ("deux cent quatre-vingt-quatre", 284.0),
        ("mille", 1000.0),
        ("mille neuf cent quatre-vingt-quatre", 1984.0),
        ("deux millions", 2e6),
        ("deux millions et demi", 2.5e6),
        ("trois cent mille", 300_000.0),
        ("twenty-one", 21.0),
        ("three hundred", 300.0),
        ("three hundred and five", 305.0),
        ("a million", 1e6),
        ("a hundred and ten thousand", 110_000.0),
        ("two and a half million", 2.5e6),
        ("two thousand and nineteen", 2019.0),
        ("Eight", 8.0),
    ] {
        assert_eq!(parse(text), (Exactly, value, value, None), "{text}");
    }
}

#[test]
fn qualifiers_before_and_behind() {
    const FOREVER: f64 = f64::INFINITY;
    for (text, qualifier, low, high) in [
        ("au moins 8", AtLeast, 8.0, FOREVER),
        ("au moins huit", AtLeast, 8.0, FOREVER),
        ("at least eight", AtLeast, 8.0, FOREVER),
        ("≥ 8", AtLeast, 8.0, FOREVER),
        (">=8", AtLeast, 8.0, FOREVER),
        ("8 ou plus", AtLeast, 8.0, FOREVER),
        ("8+", AtLeast, 8.0, FOREVER),
        ("8 au moins", AtLeast, 8.0, FOREVER),
        ("plus de 40 000", MoreThan, 40_000.0, FOREVER),
        ("plus d’une centaine", MoreThan, 100.0, FOREVER),
        ("plus d'un millier", MoreThan, 1000.0, FOREVER),
        ("+ de 300", MoreThan, 300.0, FOREVER),
        ("over 300", MoreThan, 300.0, FOREVER),
        ("> 300", MoreThan, 300.0, FOREVER),
        ("environ 80", About, 80.0, 80.0),
        ("80 environ", About, 80.0, 80.0),
        ("quelque trois millions", About, 3e6, 3e6),
        ("some 40", About, 40.0, 40.0),
        ("~40", About, 40.0, 40.0),
        ("plus ou moins 40", About, 40.0, 40.0),
        ("de l’ordre de 40", About, 40.0, 40.0),
        ("près de 300", Nearly, 300.0, 300.0),
        ("près d'une quarantaine", Nearly, 40.0, 40.0),
        ("nearly 300", Nearly, 300.0, 300.0),
        ("jusqu’à 12", UpTo, 0.0, 12.0),
        ("up to 12", UpTo, 0.0, 12.0),
        ("au plus 12", AtMost, 0.0, 12.0),
        ("≤12", AtMost, 0.0, 12.0),
        ("moins de 12", LessThan, 0.0, 12.0),
        ("fewer than twelve", LessThan, 0.0, 12.0),
        ("exactement 8", Exactly, 8.0, 8.0),
    ] {
        assert_eq!(parse(text), (qualifier, low, high, None), "{text}");
    }
}

#[test]
fn ranges() {
    for (text, low, high) in [
        ("8–12", 8.0, 12.0),
        ("8-12", 8.0, 12.0),
        ("8 à 12", 8.0, 12.0),
        ("de 8 à 12", 8.0, 12.0),
        ("entre huit et douze", 8.0, 12.0),
        ("between 8 and 12", 8.0, 12.0),
        ("from 8 to 12", 8.0, 12.0),
        ("deux ou trois", 2.0, 3.0),
        ("between one hundred and two hundred", 100.0, 200.0),
        ("entre 2 et 3 millions", 2e6, 3e6),
        ("entre 900 000 et 1 million", 900_000.0, 1e6),
        ("deux à trois mille", 2000.0, 3000.0),
        ("260 ± 20", 240.0, 280.0),
        ("entre vingt et un et vingt-trois", 21.0, 23.0),
    ] {
        assert_eq!(parse(text), (Range, low, high, None), "{text}");
    }
    assert_eq!(parse("10 à 20 %"), (Range, 10.0, 20.0, Some(Unit::Percent)));
}

#[test]
fn collectives_and_vague_plurals() {
    for (text, value) in [
        ("une dizaine", 10.0),
        ("une douzaine", 12.0),
        ("une vingtaine", 20.0),
        ("une quarantaine", 40.0),
        ("une centaine", 100.0),
        ("un millier", 1000.0),
        ("une dizaine de milliers", 10_000.0),
        ("a dozen", 12.0),
        ("two dozen", 24.0),
        ("half a dozen", 6.0),
        ("une demi-douzaine", 6.0),
        ("half a million", 500_000.0),
    ] {
        assert_eq!(parse(text), (About, value, value, None), "{text}");
    }
    for (text, low, high) in [
        ("des dizaines", 20.0, 99.0),
        ("dozens", 20.0, 99.0),
        ("plusieurs dizaines", 20.0, 99.0),
        ("des centaines", 200.0, 999.0),
        ("several hundred", 200.0, 999.0),
        ("hundreds", 200.0, 999.0),
        ("des milliers", 2000.0, 9999.0),
        ("des dizaines de milliers", 20_000.0, 99_999.0),
        ("hundreds of thousands", 200_000.0, 999_999.0),
    ] {
        assert_eq!(parse(text), (Vague, low, high, None), "{text}");
    }
}

#[test]
fn implied_units() {
    assert_eq!(parse("la moitié"), (Exactly, 50.0, 50.0, Some(Unit::Percent)));
    assert_eq!(parse("environ un tiers").1, 100.0 / 3.0);
    assert_eq!(parse("three quarters").1, 75.0);
    assert_eq!(parse("plus de 70 %"), (MoreThan, 70.0, f64::INFINITY, Some(Unit::Percent)));
    assert_eq!(parse("70 pour cent").3, Some(Unit::Percent));
    assert_eq!(parse("320 km2"), (Exactly, 320.0, 320.0, Some(Unit::SquareKilometres)));
    assert_eq!(parse("320 km²").3, Some(Unit::SquareKilometres));
    assert_eq!(parse("quatre kilomètres"), (Exactly, 4.0, 4.0, Some(Unit::Kilometres)));
    assert_eq!(parse("un an"), (Exactly, 12.0, 12.0, Some(Unit::Months)));
    assert_eq!(parse("a year and a half").1, 18.0);
    assert_eq!(parse("près de quatre mois"), (Nearly, 4.0, 4.0, Some(Unit::Months)));
    assert_eq!(parse("une semaine"), (Exactly, 7.0, 7.0, Some(Unit::Days)));
    assert_eq!(parse("une dizaine de jours"), (About, 10.0, 10.0, Some(Unit::Days)));
}

#[test]
fn what_cannot_be_read_is_named() {
    for (text, wrong, message, help) in [
        ("", "", "empty", "au moins 8"),
        ("beaucoup", "beaucoup", "holds no number", "au moins 8"),
        ("au moins 8 civils", "civils", "is not part", "`of`"),
        ("enviro 80", "enviro", "does not say how sure", "did you mean `environ`?"),
        ("douze à huit", "douze à huit", "backwards", "smaller number first"),
        ("environ 8 à 12", "environ", "a range takes no qualifier", "alone"),
        ("au moins des dizaines", "au moins", "a vague plural takes no qualifier", "au moins 20"),
        ("environ 40 au moins", "au moins", "two qualifiers", "keep"),
        ("24/12/2019", "24/12/2019", "a date", "au moins 8"),
        ("9999999999999999999", "9999999999999999999", "larger", "zeros"),
        ("5 jours à 2 mois", "5 jours à 2 mois", "different units", "same unit"),
        ("au moins", "au moins", "holds no number", "au moins 8"),
    ] {
        let error = Quantity::parse(text).expect_err(text);
        assert_eq!(&text[error.range.clone()], wrong, "{text}: {error}");
        assert!(error.message.contains(message), "{text}: {error}");
        assert!(error.help.contains(help), "{text}: {error}");
    }
}
