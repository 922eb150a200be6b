//! The author's reference says what the declarations say.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use recoupe::reference;

const BEGIN: &str = "<!-- The part below is written from the declarations by `BLESS=1 cargo test`. -->\n";
const END: &str = "<!-- The part above is written from the declarations. -->\n";

fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The file with a part of it written anew; what a person wrote before and after is kept.
fn with_part(text: &str, part: &str) -> String {
    let (before, rest) = text.split_once(BEGIN).expect("a line that says where the part begins");
    let (_, after) = rest.split_once(END).expect("a line that says where the part ends");
    format!("{before}{BEGIN}\n{part}\n{END}{after}")
}

fn assert_fresh(path: &str, part: &str) {
    let file = file(path);
    let text = fs::read_to_string(&file).unwrap();
    if let Some(difference) = support::snapshot::difference(&file, &with_part(&text, part)) {
        panic!("{difference}");
    }
}

#[test]
fn the_reference_of_records_and_findings_is_fresh() {
    assert_fresh("content/README.md", &reference::content());
}

#[test]
fn the_reference_of_templates_is_fresh() {
    assert_fresh("templates/README.md", &support::views::reference());
}

#[test]
fn every_link_of_a_readme_leads_to_a_heading_or_a_file() {
    for path in ["README.md", "content/README.md", "src/README.md", "tests/README.md", "templates/README.md"] {
        let Ok(text) = fs::read_to_string(file(path)) else { continue };
        let anchors: Vec<String> = text.lines().filter(|line| line.starts_with('#')).map(anchor).collect();
        let distinct: BTreeSet<&String> = anchors.iter().collect();
        assert_eq!(distinct.len(), anchors.len(), "{path} has a heading twice");
        for (_, target) in text.match_indices("](").map(|(at, found)| (at, &text[at + found.len()..])) {
            let target = target.split(')').next().unwrap();
            if let Some(fragment) = target.strip_prefix('#') {
                assert!(anchors.iter().any(|anchor| anchor == fragment), "{path} links to `{target}`");
            } else if !target.contains(':') && !target.starts_with('/') {
                let target = target.split('#').next().unwrap();
                assert!(file(path).parent().unwrap().join(target).exists(), "{path} links to `{target}`");
            }
        }
    }
}

/// The address that code hosts give to a heading.
fn anchor(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn the_examples_of_the_reference_are_free_of_errors() {
    let text = fs::read_to_string(file("content/README.md")).unwrap();
    let examples: Vec<&str> =
        text.split("```markdown\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(!examples.is_empty());
    for example in examples {
        let site = format!("-- base --\n-- content/claims/example.md --\n{example}");
        assert_eq!(support::check(&site), "", "{example}");
    }
}

#[test]
fn every_code_is_named_once() {
    let codes: Vec<&str> = reference::all_rules().iter().map(|rule| rule.code).collect();
    let distinct: BTreeSet<&&str> = codes.iter().collect();
    assert_eq!(distinct.len(), codes.len());
}
