//! What a rule says of itself.

use std::fmt;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Worth mending; the site is built all the same.
    Warning,
    /// The site is not built.
    Error,
}

impl Severity {
    /// The word shown to an author.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A rule: its code, and what `recoupe explain CODE` says.
#[derive(Debug, PartialEq)]
pub struct Rule {
    /// The name an author sees, in lower case with hyphens.
    pub code: &'static str,
    /// The severity of its findings, unless a finding says otherwise.
    pub severity: Severity,
    /// What it holds, in one sentence.
    pub summary: &'static str,
    /// Why it is there and what to do, in a paragraph or two.
    pub explanation: &'static str,
}

/// Declares the rules of a stage and their table: name, code, severity, summary, explanation.
///
/// The order of the declaration is the order of the reference.
macro_rules! rules {
    ($($name:ident, $code:literal, $severity:ident, $summary:literal, $explanation:literal;)+) => {
        $(#[doc = $summary]
        pub static $name: $crate::diagnostic::Rule = $crate::diagnostic::Rule {
            code: $code,
            severity: $crate::diagnostic::Severity::$severity,
            summary: $summary,
            explanation: $explanation,
        };)+

        /// All of them, in the order of the reference.
        pub static RULES: &[&$crate::diagnostic::Rule] = &[$(&$name),+];
    };
}

pub(crate) use rules;
