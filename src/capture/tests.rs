use super::*;

const UNICEF: &str = "Pour l’UNICEF, « l’accès humanitaire doit être maintenu pour fournir une aide vitale à des \
    centaines de milliers d’enfants » qui neuf ans après le début de la guerre, « continuent de subir une violence, \
    des traumatismes et une détresse indescriptibles ».";

fn capture(text: &str) -> CaptureText {
    text_of(text.as_bytes(), "text/plain", None).expect("a text")
}

fn level(text: &str, quotation: &str) -> Result<Level, Miss> {
    capture(text).find(quotation).map(|found| found.level)
}

#[test]
fn typography_is_no_difference() {
    let text = "Il a dit : «\u{a0}L’accès doit\nêtre main\u{ad}tenu\u{a0}».";
    assert_eq!(level(text, "doit"), Ok(Level::Exact));
    assert_eq!(level(text, "L'accès doit être maintenu"), Ok(Level::Typographic));
    assert_eq!(level(text, "“L'accès doit être maintenu”."), Ok(Level::Typographic));
    assert_eq!(level("re\u{301}fugie\u{301}s", "réfugiés"), Ok(Level::Typographic));
    assert_eq!(level("مُحَمَّـــد في حلب", "محمد في حلب"), Ok(Level::Typographic));
}

#[test]
fn words_and_numbers_are_not_cut() {
    for (text, quotation) in [
        ("plus de 40 000 personnes", "40"),
        ("plus de 40\u{202f}000 personnes", "000 personnes"),
        ("un taux de 8,5 pour cent", "8"),
        ("a non-violent march", "violent march"),
        ("they don't know", "they don"),
        ("la ville-clé", "la ville"),
        ("huitante civils", "huit"),
        ("Aucun mot.", "…"),
    ] {
        assert_eq!(level(text, quotation), Err(Miss::NotFound), "{quotation} in {text}");
    }
    assert_eq!(level("dans l’école", "école"), Ok(Level::Exact));
}

#[test]
fn the_splice_of_two_sentences_is_no_quotation() {
    let first =
        "l’accès humanitaire doit être maintenu pour fournir une aide vitale à des centaines de milliers d’enfants";
    let second = "continuent de subir une violence, des traumatismes et une détresse indescriptibles";
    assert_eq!(level(UNICEF, first), Ok(Level::Exact));
    assert_eq!(level(UNICEF, second), Ok(Level::Exact));
    assert_eq!(level(UNICEF, &format!("{first} […] {second}")), Err(Miss::JoinsVoices));
    assert_eq!(level(UNICEF, &format!("{first} [...] {second}")), Err(Miss::JoinsVoices));
    assert_eq!(level(UNICEF, &format!("{first} {second}")), Err(Miss::NotFound));
    let without_marks = format!("{first} qui neuf ans après le début de la guerre, {second}");
    assert_eq!(level(UNICEF, &without_marks), Err(Miss::NotFound));
    let html = "<p><q>Aid must go on</q> as the war goes on, <q>children suffer</q></p>";
    let page = text_of(html.as_bytes(), "text/html", None).expect("a page");
    assert_eq!(page.find("Aid must go on […] children suffer"), Err(Miss::JoinsVoices));
}

#[test]
fn what_is_left_out_turns_nothing() {
    let text = "The army, which was on the road, took the town. The army did not take the bridge.\n\nIt took the hill.";
    assert_eq!(level(text, "The army […] took the town"), Ok(Level::Elided));
    assert_eq!(level(text, "took the hill […] The army"), Err(Miss::NotFound));
    assert_eq!(level(text, "The army did […] take the bridge"), Err(Miss::LosesQualifier("not".to_owned())));
    assert_eq!(level(text, "the bridge […] the hill"), Err(Miss::TooFarApart));
    let text = "L’armée n’a tué ni blessé personne. Selon lui, au moins huit civils sont morts.";
    assert!(matches!(level(text, "L’armée […] tué"), Err(Miss::LosesQualifier(_))));
    assert!(matches!(level(text, "huit civils sont morts"), Err(Miss::LosesQualifier(_))));
    assert_eq!(level(text, "au moins huit civils sont morts"), Ok(Level::Exact));
}

#[test]
fn an_elision_of_the_document_itself_is_verbatim() {
    let text = "« Le sentiment est indescriptible […]. C’est notre maison », dit-il.";
    assert_eq!(level(text, "Le sentiment est indescriptible […]. C’est notre maison"), Ok(Level::Exact));
}

#[test]
fn paragraphs_are_blocks_without_headings() {
    let capture = capture("One\ngoes on\n\n \nHeading\n\nTwo");
    assert_eq!(capture.blocks(), 3);
    assert_eq!(capture.paragraphs(&[2]), ["One\ngoes on", "Two"]);
}

#[test]
fn a_page_is_what_its_readers_see() {
    let html = "<title>T</title><p>Eight <b>peo</b>ple<br>died</p><script>var a = 'nine';</script>\
        <div hidden>ten<div>x</div></div><p>In &eacute;t&eacute; <del>eleven</del></p>";
    let page = text_of(html.as_bytes(), "text/html; charset=utf-8", None).expect("a page");
    assert_eq!(page.paragraphs(&[]), ["Eight people\ndied", "In été"]);
    assert!(text_of(b"\x89PNG", "image/png", None).is_err());
    assert!(text_of(b"\xff", "text/plain", None).is_err());
}

#[test]
fn the_nearest_passage_is_shown_word_by_word() {
    let text = capture("Lundi. Au moins huit civils ont été tués mardi dans des raids aériens.");
    let near = nearest_passage(&text, "Au moins neuf civils ont été tués").expect("near");
    assert_eq!(near.difference, "Au moins [-neuf-] {+huit+} civils ont été tués");
    assert_eq!(near.loses, None);
    let near = nearest_passage(&capture("Ils ne sont pas venus ici hier."), "Ils sont venus ici").expect("near");
    assert_eq!(near.difference, "Ils {+ne+} sont {+pas+} venus ici");
    assert_eq!(near.loses.as_deref(), Some("ne"));
    assert_eq!(nearest_passage(&text, "Rien de tel nulle part"), None);
}

#[test]
fn a_link_leads_to_one_passage_only() {
    let text = capture("He said yes, and then she said no. She said no again.");
    let link = |words: &str| {
        let at = text.text().find(words).expect("there");
        text_directive(&text, &(at..at + words.len()))
    };
    assert_eq!(link("said yes").as_deref(), Some("#:~:text=said%20yes"));
    assert_eq!(link("she said no").as_deref(), Some("#:~:text=then-,she%20said%20no"));
    assert_eq!(link("said").as_deref(), Some("#:~:text=He-,said"));
}
