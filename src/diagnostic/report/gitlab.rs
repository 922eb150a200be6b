//! Findings as a report of code quality.
//!
//! Form: GitLab Docs, “Code Quality report format”.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Locator, Severity, Texts};

pub fn report(findings: &[Diagnostic], texts: &Texts<'_>) -> String {
    let locator = Locator::new(findings, texts);
    let mut equal: BTreeMap<String, usize> = BTreeMap::new();
    let mut issue = |finding: &Diagnostic| -> Value {
        let (code, file) = (finding.rule.code, &*finding.place.file);
        // Without the line, so that GitLab knows a finding again after its text has moved; equal ones are counted.
        let name = format!("{code}\n{file}\n{}", finding.message);
        let before = equal.entry(name.clone()).or_default();
        let fingerprint = blake3::hash(format!("{name}\n{before}").as_bytes()).to_hex();
        *before += 1;
        let severity = match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        };
        let words: Vec<&str> =
            [finding.message.as_str()].into_iter().chain(finding.help.iter().map(String::as_str)).collect();
        json!({
            "check_name": code,
            "description": words.join("; "),
            "fingerprint": fingerprint.as_str(),
            "location": { "path": file, "lines": { "begin": locator.locate(&finding.place).line } },
            "severity": severity,
        })
    };
    let issues: Vec<Value> = findings.iter().map(&mut issue).collect();
    format!("{:#}\n", Value::from(issues))
}
