//! Findings as text: for people, and for the programs that read them.

mod github;
mod gitlab;
mod human;
mod json;
mod sarif;

use super::{Diagnostic, Texts};

/// The forms in which findings can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// An excerpt with the place underlined, as rustc shows it.
    Human,
    /// One JSON object a line.
    Json,
    /// SARIF 2.1.0, for code-scanning dashboards.
    Sarif,
    /// Workflow commands that GitHub turns into annotations.
    Github,
    /// The report of code quality that GitLab shows in merge requests.
    Gitlab,
}

/// Whether a report for people may be coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    Never,
    /// With ANSI escapes.
    Always,
}

/// Writes findings in the order given.
///
/// `texts` holds the files that the findings were made from; a file that is not there is named
/// without an excerpt.
pub fn report(findings: &[Diagnostic], texts: &Texts<'_>, format: Format, colour: Colour) -> String {
    match format {
        Format::Human => human::report(findings, texts, colour),
        Format::Json => json::report(findings, texts),
        Format::Sarif => sarif::report(findings, texts),
        Format::Github => github::report(findings, texts),
        Format::Gitlab => gitlab::report(findings, texts),
    }
}
