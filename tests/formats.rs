//! The same findings for programs: JSON Lines, SARIF 2.1.0, annotations of GitHub and GitLab.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use recoupe::diagnostic::Format;
use serde_json::Value;

/// Errors and a warning; a place in a field, in a text, of a whole file; signs that must be escaped.
const INPUT: &str = include_str!("formats/input.txt");

fn assert_seen(file: &str, format: Format) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(file);
    if let Some(difference) = support::snapshot::difference(&path, &support::check_as(INPUT, format)) {
        panic!("{difference}");
    }
}

#[test]
fn people_see_excerpts() {
    assert_seen("human.txt", Format::Human);
}

#[test]
fn json_has_one_object_a_line() {
    assert_seen("findings.jsonl", Format::Json);
    let text = support::check_as(INPUT, Format::Json);
    for line in text.lines() {
        let finding: Value = serde_json::from_str(line).unwrap();
        for key in ["code", "severity", "message", "file", "line", "column", "bytes"] {
            assert!(finding.get(key).is_some(), "{line} has no `{key}`");
        }
    }
}

#[test]
fn github_has_one_command_a_line() {
    assert_seen("github.txt", Format::Github);
    let text = support::check_as(INPUT, Format::Github);
    assert!(text.lines().all(|line| line.starts_with("::error ") || line.starts_with("::warning ")), "{text}");
}

#[test]
fn gitlab_has_what_its_documentation_requires() {
    assert_seen("gitlab.json", Format::Gitlab);
    let report: Value = serde_json::from_str(&support::check_as(INPUT, Format::Gitlab)).unwrap();
    let findings = report.as_array().unwrap();
    let names: BTreeSet<&str> = findings.iter().map(|finding| text(&finding["fingerprint"])).collect();
    assert_eq!(names.len(), findings.len(), "two findings have one name");
    for finding in findings {
        assert!(!text(&finding["description"]).is_empty() && !text(&finding["check_name"]).is_empty());
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&text(&finding["severity"])));
        assert!(finding["location"]["lines"]["begin"].as_u64().unwrap() > 0);
    }
    // A finding that moves with its text is the same to GitLab.
    let moved = support::check_as(&INPUT.replace("published:", "# a remark\npublished:"), Format::Gitlab);
    assert!(names.iter().all(|name| moved.contains(name)), "{moved}");
}

#[test]
fn sarif_has_what_its_schema_requires() {
    assert_seen("findings.sarif", Format::Sarif);
    let log: Value = serde_json::from_str(&support::check_as(INPUT, Format::Sarif)).unwrap();
    // SARIF 2.1.0 (OASIS): 3.13 the log, 3.14 a run, 3.19 the tool's component, 3.27 a result, 3.30 a region.
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert!(run["tool"]["driver"]["name"].is_string());
    assert!(matches!(run["columnKind"].as_str(), Some("unicodeCodePoints" | "utf16CodeUnits")));
    let rules: Vec<&str> =
        run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| text(&rule["id"])).collect();
    for result in run["results"].as_array().unwrap() {
        assert!(rules.contains(&text(&result["ruleId"])));
        assert!(["none", "note", "warning", "error"].contains(&text(&result["level"])));
        assert!(!text(&result["message"]["text"]).is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        let uri = text(&place["artifactLocation"]["uri"]);
        assert!(uri.is_ascii() && !uri.contains([' ', '\\']), "`{uri}` is no URI reference (RFC 3986)");
        let number = |key: &str| place["region"][key].as_u64().unwrap();
        let (start, end) = ((number("startLine"), number("startColumn")), (number("endLine"), number("endColumn")));
        assert!(start >= (1, 1) && start <= end, "{place}");
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
