//! Findings: what is wrong, where, and the way out.
//!
//! A finding is data. It names a place by file and field path, never by line: line and column are
//! found in the file's text when the finding is shown (see [`locate`]).

mod locate;
mod marks;
mod place;
mod report;
mod rule;

use std::cmp::Ordering;

use locate::Locator;
pub use locate::{Located, Texts, locate};
pub use marks::{Marks, SyntaxError, syntax_error};
pub use place::{At, FieldPath, FilePath, Part, Place, Step};
pub use report::{Colour, Format, report};
pub(crate) use rule::rules;
pub use rule::{Rule, Severity};

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The rule that found it; its code and its explanation.
    pub rule: &'static Rule,
    /// How bad it is; usually the rule's own severity.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in one lower-case sentence without a full stop, names in backticks.
    pub message: String,
    /// Words under the underlined text; empty for none.
    pub label: String,
    /// Ways out: what to type.
    pub help: Vec<String>,
    /// Other places that belong to the finding, each with its words.
    pub related: Vec<(Place, String)>,
}

impl Diagnostic {
    /// A finding of a rule, at its severity.
    pub fn new(rule: &'static Rule, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            place,
            message: message.into(),
            label: String::new(),
            help: Vec::new(),
            related: Vec::new(),
        }
    }

    /// Adds words under the underlined text.
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a way out.
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds a way out, if there is one.
    pub fn with_optional_help(self, help: Option<String>) -> Self {
        match help {
            Some(help) => self.with_help(help),
            None => self,
        }
    }

    /// Adds another place that belongs to the finding.
    pub fn with_related(mut self, place: Place, words: impl Into<String>) -> Self {
        self.related.push((place, words.into()));
        self
    }

    /// An order for findings whose files are not at hand: by file, by place, by rule, by words.
    pub fn order(&self, other: &Self) -> Ordering {
        let key = |d: &Self| (d.place.clone(), d.rule.code, d.message.clone());
        key(self).cmp(&key(other))
    }
}

/// Puts findings into the order in which they are shown: by file, by line, by rule.
///
/// Findings at one place keep their order, which is that of the declaration for missing fields.
pub fn sort(findings: &mut Vec<Diagnostic>, texts: &Texts<'_>) {
    let starts: Vec<usize> = {
        let locator = Locator::new(findings, texts);
        findings.iter().map(|finding| locator.locate(&finding.place).range.start).collect()
    };
    let mut placed: Vec<(usize, Diagnostic)> = starts.into_iter().zip(std::mem::take(findings)).collect();
    placed.sort_by(|(a_start, a), (b_start, b)| {
        (&a.place.file, a_start, a.rule.code).cmp(&(&b.place.file, b_start, b.rule.code))
    });
    findings.extend(placed.into_iter().map(|(_, finding)| finding));
}

/// Whether any of the findings is an error.
pub fn has_errors(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}
