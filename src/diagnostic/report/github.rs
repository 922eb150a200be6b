//! Findings as GitHub workflow commands.
//!
//! Form and escapes: GitHub Docs, “Workflow commands for GitHub Actions”.

use std::fmt::Write;

use crate::diagnostic::{Diagnostic, Locator, Severity, Texts};

pub fn report(findings: &[Diagnostic], texts: &Texts<'_>) -> String {
    let mut out = String::new();
    let locator = Locator::new(findings, texts);
    for finding in findings {
        let located = locator.locate(&finding.place);
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let mut words = finding.message.clone();
        for help in &finding.help {
            words.push('\n');
            words.push_str(help);
        }
        writeln!(
            out,
            "::{command} file={},line={},col={},title={}::{}",
            property(&finding.place.file),
            located.line,
            located.column,
            property(finding.rule.code),
            message(&words),
        )
        .expect("a String takes everything");
    }
    out
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
