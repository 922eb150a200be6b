//! What a build says of its claims: the same for the same values, another for other values.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::subsequence;
use recoupe::site::{Ledger, LedgerEntry};
use support::fixture::{Contents, Fixture};

const CLAIM: &str = "content/claims/ferry-aground.md";

/// One line for each field, each of which can stand anywhere.
const FIELDS: [&str; 9] = [
    "title: The ferry ran aground",
    "claim: \"The ferry ran aground off Port Velm, with 40 aboard.\"",
    "published: 2024-03-05",
    "authors: desk",
    "said: { by: harbour-office, in: gazette-2024-03-02, quote: she has run aground }",
    "event: grounding",
    "figures: [{ measure: injured, of: people, value: at least 8, date: 2024-03-02 }, { measure: injured, value: 9 }]",
    "verdict: attributed",
    "evidence: [{ document: gazette-2024-03-02, stance: supports, origin: harbour-office, quote: aground }]",
];

/// What the ledger says of the claim, of these lines of front matter.
fn ledger_of(lines: &[String]) -> LedgerEntry {
    let mut files = Fixture::read("-- base --\n").files;
    files.insert(CLAIM.to_owned(), Contents::Text(format!("---\n{}\n---\nA body.\n", lines.join("\n"))));
    let texts: BTreeMap<String, String> = files
        .into_iter()
        .map(|(path, contents)| match contents {
            Contents::Text(text) => (path, text),
            _ => panic!("the base has texts only"),
        })
        .collect();
    let judged = support::judge_texts(texts);
    Ledger::of(&judged.corpus).of.get("ferry-aground").unwrap().clone()
}

fn lines() -> Vec<String> {
    FIELDS.map(str::to_owned).to_vec()
}

/// The ledger with one text in place of another.
fn with(from: &str, to: &str) -> LedgerEntry {
    let changed: Vec<String> = FIELDS.iter().map(|line| line.replace(from, to)).collect();
    assert_ne!(changed, lines(), "nothing to replace: {from}");
    ledger_of(&changed)
}

/// The parts of the ledger that differ from what it says of the claim as it stands.
fn changed(entry: &LedgerEntry) -> Vec<&'static str> {
    let then = ledger_of(&lines());
    let (a, b) = (&then.digests, &entry.digests);
    let parts = [
        ("verdict", a.verdict != b.verdict),
        ("figures", a.figures != b.figures),
        ("quotations", a.quotations != b.quotations),
        ("claimant", a.claimant != b.claimant),
        ("proposition", a.proposition != b.proposition),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

#[test]
fn another_value_is_another_digest_of_its_part_alone() {
    for (from, to, part) in [
        ("verdict: attributed", "verdict: corroborated", "verdict"),
        ("verdict: attributed", "verdict: attributed\nsubstance: corroborated", "verdict"),
        (
            "verdict: attributed",
            "verdict: attributed\nmedia: { kind: image, document: gazette-2024-03-02, authenticity: staged-content }",
            "verdict",
        ),
        ("at least 8", "8", "figures"),
        ("at least 8", "more than 8", "figures"),
        ("value: 9", "value: 9, derived: true", "figures"),
        ("value: 9", "value: 9, window: inferred", "figures"),
        ("measure: injured, of: people", "measure: injured", "figures"),
        ("date: 2024-03-02 }", "date: 2024-03 }", "figures"),
        ("she has run aground", "she may have run aground", "quotations"),
        ("quote: aground", "quote: [aground, again]", "quotations"),
        ("by: harbour-office", "by: gazette", "claimant"),
        ("by: harbour-office", "by: unstated", "claimant"),
        ("by: harbour-office", "by: harbour-office, speaker: gazette", "claimant"),
        ("with 40 aboard", "with 41 aboard", "proposition"),
    ] {
        assert_eq!(changed(&with(from, to)), [part], "{from} → {to}");
    }
}

#[test]
fn what_means_the_same_has_the_same_digests() {
    for (from, to) in [
        ("at least 8", "au moins huit"),
        ("date: 2024-03-02 }", "from: 2024-03-02, to: 2024-03-02, window: stated }"),
        ("by: harbour-office", "by: [harbour-office]"),
        ("quote: she has run aground", "quote: [\"she  has run aground\"]"),
        ("title: The ferry ran aground", "title: The ferry aground"),
        ("off Port Velm", "off  Port\u{a0}Velm"),
        ("stance: supports", "stance: refines"),
    ] {
        assert_eq!(changed(&with(from, to)), [] as [&str; 0], "{from} → {to}");
    }
}

/// An upgrade of recoupe must not make every published claim look edited: another form is another version.
#[test]
fn the_canonical_form_is_the_one_that_was_published() {
    let digests = ledger_of(&lines()).digests;
    let sums = [&digests.verdict, &digests.figures, &digests.quotations, &digests.claimant, &digests.proposition["en"]];
    let published = [
        "dbc32a060e709a55b0ad605d08d6eb9cd63a30158533dbe91ef08bbdc1d1c472",
        "4724ef198e806651d1f3bdf3b51bf72d54d9be7cb0fb92219b763954b4aff89b",
        "e638c022cc4f8a38aecdc6bbd7fcfb4c61df761d463bef413e3cb7fed8a07665",
        "0a5f56c38816e9206399013aa953ee9a33807361f7d9e7160253f5377bfe37c8",
        "147900b6a770b84478dbee93be220ed2f1a3a8e38578ec0660d731744b5dabf8",
    ];
    assert_eq!(sums, published);
}

#[test]
fn a_ledger_survives_its_manifest_and_another_version_is_refused() {
    let judged = support::judge_texts([]);
    let mut json = serde_json::to_value(Ledger::of(&judged.corpus)).unwrap();
    assert_eq!(Ledger::from_json(&json).unwrap(), Ledger::of(&judged.corpus));
    json["version"] = 2.into();
    assert!(Ledger::from_json(&json).unwrap_err().contains("version 2"));
    assert!(Ledger::from_json(&serde_json::json!([])).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_and_white_space_make_no_difference(
        lines in Just(lines()).prop_shuffle(),
        blank in subsequence((0..FIELDS.len()).collect::<Vec<_>>(), 0..FIELDS.len()),
        spaces in 1..4_usize,
    ) {
        let wide = " ".repeat(spaces);
        let mut lines: Vec<String> = lines.iter().map(|line| line.replacen(": ", &format!(":{wide}"), 1)).collect();
        for at in blank.into_iter().rev() {
            lines.insert(at, "# a comment\n".to_owned());
        }
        prop_assert_eq!(ledger_of(&lines), ledger_of(&self::lines()));
    }

    #[test]
    fn two_numbers_have_two_digests(a in 0..100_000_u32, b in 0..100_000_u32) {
        let figures = |number: u32| with("value: 9", &format!("value: {number}")).digests.figures;
        prop_assert_eq!(figures(a) == figures(b), a == b);
    }
}
