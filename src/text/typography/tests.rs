use super::*;

fn fr(text: &str) -> String {
    let once = apply(text, "fr").into_owned();
    assert_eq!(apply(&once, "fr"), once, "applied twice to {text:?}");
    once.replace('\u{202f}', "_").replace('\u{a0}', "~")
}

#[test]
fn french_marks_have_their_spaces() {
    assert_eq!(fr("Qui ? Quoi ! Où ; là : ici"), "Qui_? Quoi_! Où_; là~: ici");
    assert_eq!(fr("Qui? Quoi! Où; là: ici"), "Qui_? Quoi_! Où_; là~: ici");
    assert_eq!(fr("« oui »"), "«~oui~»");
    assert_eq!(fr("«oui»"), "«~oui~»");
    assert_eq!(fr("« oui ! »"), "«~oui_!~»");
    assert_eq!(fr("Vraiment ?!"), "Vraiment_?!");
    assert_eq!(fr("(oui !)"), "(oui_!)");
    assert_eq!(fr("« »"), "«~»");
}

#[test]
fn apostrophes_stand_between_letters() {
    assert_eq!(fr("l'armée d'Idleb aujourd'hui"), "l’armée d’Idleb aujourd’hui");
    assert_eq!(fr("'quoted' d'«oui»"), "'quoted' d’«~oui~»");
    assert_eq!(apply("don't 'x'", "en"), "don’t 'x'");
}

#[test]
fn numbers_and_addresses_stay() {
    assert_eq!(fr("à 11:19 heures"), "à 11:19 heures");
    assert_eq!(fr("https://a.b/c?d=e;f! x@y.z?"), "https://a.b/c?d=e;f! x@y.z?");
    assert_eq!(fr("plus de 40 000 personnes, 70 %"), "plus de 40_000 personnes, 70~%");
    assert_eq!(fr("2 700 000 en 2019 300 fois"), "2_700_000 en 2019 300 fois");
    assert_eq!(fr("3,141 592"), "3,141 592");
    assert_eq!(fr(":-) :x"), ":-) :x");
}

#[test]
fn a_continued_line_knows_what_went_before() {
    assert_eq!(apply_after(Some('n'), ": huit", "fr"), "\u{a0}: huit");
    assert_eq!(apply_after(None, ": huit", "fr"), ": huit");
    assert_eq!(apply_after(Some('l'), "'armée", "fr"), "’armée");
}

#[test]
fn other_languages_are_left_alone() {
    assert_eq!(apply("¿Qué? l'x", "es"), "¿Qué? l'x");
    assert_eq!(apply("What? Yes: 40 000", "en"), "What? Yes: 40 000");
    assert_eq!(apply("Quoi ?", "fr-CA"), "Quoi\u{202f}?");
}
