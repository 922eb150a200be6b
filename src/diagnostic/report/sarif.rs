//! Findings as SARIF 2.1.0 (OASIS), the six objects that dashboards read.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Locator, Place, Severity, Texts};

pub fn report(findings: &[Diagnostic], texts: &Texts<'_>) -> String {
    let rules: BTreeMap<&str, &Diagnostic> = findings.iter().map(|finding| (finding.rule.code, finding)).collect();
    let rules: Vec<Value> = rules
        .values()
        .map(|finding| {
            json!({
                "id": finding.rule.code,
                "shortDescription": { "text": finding.rule.summary },
                "fullDescription": { "text": finding.rule.explanation },
            })
        })
        .collect();
    let locator = Locator::new(findings, texts);
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, &locator)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "recoupe",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut out = serde_json::to_string_pretty(&log).expect("plain JSON");
    out.push('\n');
    out
}

fn result(finding: &Diagnostic, locator: &Locator<'_>) -> Value {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let mut text = finding.message.clone();
    for help in &finding.help {
        text.push_str("\nhelp: ");
        text.push_str(help);
    }
    json!({
        "ruleId": finding.rule.code,
        "level": level,
        "message": { "text": text },
        "locations": [location(&finding.place, locator)],
    })
}

fn location(place: &Place, locator: &Locator<'_>) -> Value {
    let start = locator.locate(place);
    let end = locator.locate(&Place::bytes(&place.file, start.range.end..start.range.end));
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&place.file) },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    } })
}

/// A path as a URI reference (RFC 3986): everything but unreserved characters and `/` as `%C3%A9`.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => write!(uri, "%{byte:02X}").expect("a String takes everything"),
        }
    }
    uri
}
