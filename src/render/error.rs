//! What can be wrong with a template.

use thiserror::Error;

/// A template that cannot be read, or that asks for something its page does not have.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{report}")]
pub struct RenderError {
    /// The name of the template: `claim.html`; empty if none is to blame.
    pub template: String,
    /// The line, from 1; absent if the template as a whole is to blame.
    pub line: Option<usize>,
    /// The column, from 1; absent with the line.
    pub column: Option<usize>,
    /// What is wrong, in one line.
    pub message: String,
    /// The same with the line of the template and the way that led there.
    pub report: String,
}

impl RenderError {
    /// Something that is wrong with `template` as a whole.
    pub(super) fn whole(template: &str, message: impl Into<String>) -> Self {
        let message = message.into();
        let report = format!("{template}: {message}");
        Self { template: template.to_owned(), line: None, column: None, message, report }
    }

    /// What Tera found wrong while it read or rendered `template`.
    pub(super) fn from_tera(template: &str, error: &tera::Error) -> Self {
        let report = error.to_string();
        match error.kind() {
            tera::ErrorKind::SyntaxError(found) | tera::ErrorKind::RenderingError(found) => Self {
                template: found.filename().to_owned(),
                line: Some(found.span().start_line),
                column: Some(found.span().start_col + 1),
                message: found.message().to_owned(),
                report,
            },
            tera::ErrorKind::MissingParent { current, .. } => {
                Self { template: current.clone(), line: None, column: None, message: report.clone(), report }
            }
            _ => Self { template: template.to_owned(), line: None, column: None, message: report.clone(), report },
        }
    }
}
