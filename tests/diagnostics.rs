//! Every finding as its author sees it: `diagnostics/<code>/input.txt` and `output.txt`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use recoupe::reference;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

fn fixtures() -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.file_type().unwrap().is_dir());
    folders.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

fn rules() -> BTreeSet<String> {
    reference::all_rules().iter().map(|rule| rule.code.to_owned()).collect()
}

#[test]
fn every_rule_has_a_fixture_and_every_fixture_a_rule() {
    let (rules, fixtures) = (rules(), fixtures());
    let without_fixture: Vec<_> = rules.difference(&fixtures).collect();
    let without_rule: Vec<_> = fixtures.difference(&rules).collect();
    assert!(without_fixture.is_empty(), "rules without a folder in tests/diagnostics: {without_fixture:?}");
    assert!(without_rule.is_empty(), "folders of tests/diagnostics that name no rule: {without_rule:?}");
}

#[test]
fn the_base_of_the_fixtures_is_clean() {
    assert_eq!(support::check("-- base --\n"), "");
}

#[test]
fn every_finding_is_shown_as_it_was_read_and_found_good() {
    let mut wrong = Vec::new();
    for code in fixtures() {
        let fixture = folder().join(&code);
        let input = fs::read_to_string(fixture.join("input.txt")).unwrap();
        let seen = support::check(&input);
        if !seen.contains(&format!("[{code}]")) {
            wrong.push(format!("tests/diagnostics/{code} does not show its own rule:\n{seen}"));
        }
        wrong.extend(support::snapshot::difference(&fixture.join("output.txt"), &seen));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
