//! The gate for any text, and the quotations of the real content against the real dispatch.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::sample::select;
use recoupe::capture::{CaptureText, Level, Miss, text_directive, text_of};
use recoupe::check::Judged;
use recoupe::diagnostic::{Severity, has_errors};
use recoupe::judge::{self, CaptureOptions, JudgeOptions};
use recoupe::model::DocumentId;
use recoupe::resolve::Drafts;
use recoupe::text::PartialDate;
use recoupe::weigh::Verification;

/// The vault of this machine; without one the test is left out, aloud.
fn vault() -> Option<PathBuf> {
    let vault = std::env::var_os("RECOUPE_CAPTURES").map(PathBuf::from);
    if vault.is_none() {
        eprintln!("LEFT OUT: RECOUPE_CAPTURES names no vault, so the dispatch itself was compared with nothing");
    }
    vault
}

fn real_site(captures: CaptureOptions) -> Judged {
    let as_of = PartialDate::parse("2027").unwrap();
    let options = JudgeOptions { as_of, drafts: Drafts::Included, base_url: None, published: None, captures };
    judge::folder(Path::new(env!("CARGO_MANIFEST_DIR")), &options).unwrap().judged
}

#[test]
fn every_quotation_and_paragraph_of_the_dispatch_verifies() {
    let Some(vault) = vault() else { return };
    let judged = real_site(CaptureOptions { vault: Some(vault), required: true });
    let about_captures = |code: &str| {
        code.starts_with("capture-")
            || code.starts_with("quotation-")
            || code.contains("-in-")
            || code.contains("paragraph")
    };
    let found: Vec<_> = judged.findings.iter().filter(|finding| about_captures(finding.rule.code)).collect();
    assert!(found.is_empty(), "{found:#?}");
    let dispatch = DocumentId::new("afp-2019-12-24");
    let (mut quotations, mut paragraphs) = (0, 0);
    for entry in &judged.corpus.claims {
        let compared = judged.assessments.quotations(&judged.corpus, &entry.id);
        for (said, compared) in entry.record.said.iter().zip(&compared.said) {
            if said.document == dispatch {
                quotations += compared.len();
                paragraphs += said.paragraphs.len();
                assert!(
                    compared.iter().all(|one| matches!(one, Verification::Verified(_))),
                    "{}: {compared:?}",
                    entry.id
                );
            }
        }
        for (evidence, compared) in entry.record.evidence.iter().zip(&compared.evidence) {
            let all = compared.iter().all(|one| matches!(one, Verification::Verified(_)));
            assert!(evidence.document != dispatch || all, "{}: {compared:?}", entry.id);
        }
    }
    assert!(quotations >= 7 && paragraphs >= 19, "{quotations} quotations, {paragraphs} paragraphs");
    let capture = &judged.corpus.documents.get(&dispatch).unwrap().record;
    let text = judged.assessments.captures().text(&capture.captures[0].sha256, capture.url.as_deref()).unwrap();
    assert_eq!((text.blocks(), text.paragraphs(&capture.headings).len()), (31, 29));
}

#[test]
fn nothing_of_a_private_capture_is_published_but_level_and_sum() {
    let Some(vault) = vault() else { return };
    let judged = real_site(CaptureOptions { vault: Some(vault), required: true });
    for entry in &judged.corpus.claims {
        for one in judged.assessments.quotations(&judged.corpus, &entry.id).said.iter().flatten() {
            if let Verification::Verified(verified) = one {
                assert!(verified.passage.is_none(), "{}", entry.id);
            }
        }
    }
}

#[test]
fn without_a_vault_nothing_is_verified_and_nothing_breaks() {
    let nowhere = tempfile::tempdir().unwrap();
    let captures = |required| CaptureOptions { vault: Some(nowhere.path().to_path_buf()), required };
    let judged = real_site(captures(false));
    assert!(!has_errors(&judged.findings));
    for entry in &judged.corpus.claims {
        let compared = judged.assessments.quotations(&judged.corpus, &entry.id);
        let all = compared.said.iter().chain(&compared.evidence).flatten();
        assert!(all.into_iter().all(|one| matches!(one, Verification::NotRead | Verification::NoCapture)));
    }
    let required = real_site(captures(true)).findings;
    let missing = required.iter().find(|finding| finding.rule.code == "capture-missing").unwrap();
    assert_eq!(missing.severity, Severity::Error);
}

/// Words of several scripts; none of them turns or softens anything.
const WORDS: [&str; 12] =
    ["army", "l’armée", "Idleb", "طائرات", "mardi", "school", "était", "village", "ont", "said", "حلب", "the"];

fn capture(words: &[&str]) -> CaptureText {
    text_of(words.join(" ").as_bytes(), "text/plain", None).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_part_of_a_text_between_words_verifies(
        words in prop::collection::vec(select(&WORDS[..]), 1..40), from in any::<usize>(), length in 1_usize..12,
    ) {
        let from = from % words.len();
        let part = &words[from..(from + length).min(words.len())];
        let text = capture(&words);
        let found = text.find(&part.join(" "));
        prop_assert_eq!(found.as_ref().map(|found| found.level), Ok(Level::Exact));
        let shown = part.join("\u{a0}").replace('’', "'");
        prop_assert!(text.find(&shown).is_ok_and(|found| found.level <= Level::Typographic));
        prop_assert_eq!(&text.text()[found.unwrap().range], part.join(" "));
    }

    #[test]
    fn a_word_that_is_not_in_the_text_verifies_nothing(
        words in prop::collection::vec(select(&WORDS[..]), 1..40), from in any::<usize>(), length in 1_usize..12,
        at in any::<usize>(), gap in any::<bool>(),
    ) {
        let from = from % words.len();
        let mut part = words[from..(from + length).min(words.len())].to_vec();
        let at = at % part.len();
        part[at] = "Montagne";
        if gap && part.len() > 2 {
            part.insert(1, "[…]");
        }
        prop_assert_eq!(capture(&words).find(&part.join(" ")), Err(Miss::NotFound));
    }

    #[test]
    fn parts_that_change_places_verify_nothing(cut in 1_usize..11, gap in 1_usize..4) {
        // Every word stands once, so there is one order.
        prop_assume!(cut + gap < WORDS.len());
        let (first, second) = (WORDS[..cut].join(" "), WORDS[cut + gap..].join(" "));
        let text = capture(&WORDS);
        let found = text.find(&format!("{first} […] {second}")).map(|found| found.level);
        prop_assert_eq!(found, Ok(Level::Elided));
        prop_assert_eq!(text.find(&format!("{second} […] {first}")), Err(Miss::NotFound));
    }

    #[test]
    fn nothing_that_turns_a_sentence_is_left_out(
        words in prop::collection::vec(select(&WORDS[..]), 4..20), at in any::<usize>(),
        turn in select(vec!["not", "ne", "n’a", "pas", "selon", "about", "doesn't", "au moins", "according to", "لم", "ولم"]),
    ) {
        let at = 1 + at % (words.len() - 2);
        let mut turned = words.clone();
        turned.insert(at, turn);
        // With the words in their own order the parts can stand elsewhere only across the same word.
        let quotation = format!("{} […] {}", words[..at].join(" "), words[at..].join(" "));
        prop_assert!(matches!(capture(&turned).find(&quotation), Err(Miss::LosesQualifier(_) | Miss::NotFound)));
        prop_assert!(capture(&turned).find(&words.join(" ")).is_err());
    }

    #[test]
    fn any_text_and_any_quotation_are_compared_without_panic(
        text in "[ \"'«»“”’\\[\\]….,a-cé0-9\u{a0}\u{ad}عـّ\n-]{0,80}",
        quotation in "[ \"'«»“”’\\[\\]….,a-cé0-9\u{a0}\u{ad}عـّ\n-]{0,20}",
        html in any::<bool>(),
    ) {
        let media = if html { "text/html" } else { "text/plain" };
        let capture = text_of(text.as_bytes(), media, None).unwrap();
        if let Ok(found) = capture.find(&quotation) {
            prop_assert!(capture.text().get(found.range.clone()).is_some());
            let _ = text_directive(&capture, &found.range);
        }
        let _ = recoupe::capture::nearest_passage(&capture, &quotation);
    }
}
