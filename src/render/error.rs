//! What can be wrong with a template.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use thiserror::Error;

use super::rules::TEMPLATE;
use crate::diagnostic::{Diagnostic, Place};

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
    /// What the view has, by the name under which the template finds it; empty where no view is to blame.
    pub fields: Box<[(String, Vec<String>)]>,
}

impl RenderError {
    /// The finding, at its place in one of the texts of `templates`.
    pub fn finding(&self, templates: &BTreeMap<String, Cow<'static, str>>) -> Diagnostic {
        let file = format!("templates/{}", self.template).into();
        let text = templates.get(&self.template).map_or("", |text| text);
        let place = match self.line {
            Some(line) => Place::bytes(&file, column(text, line, self.column.unwrap_or(1))),
            None => Place::file(&file),
        };
        let finding = Diagnostic::new(&TEMPLATE, place, self.message.clone());
        self.fields
            .iter()
            .fold(finding, |finding, (name, fields)| finding.with_help(format!("`{name}` has {}", fields.join(", "))))
    }

    /// Something that is wrong with `template` as a whole.
    pub(super) fn whole(template: &str, message: impl Into<String>) -> Self {
        let message = message.into();
        let report = format!("{template}: {message}");
        Self { template: template.to_owned(), line: None, column: None, message, report, fields: Box::default() }
    }

    /// The same, with what the view has that the template was given.
    pub(super) fn with_fields(mut self, fields: impl FnOnce() -> Vec<(String, Vec<String>)>) -> Self {
        if self.line.is_some() {
            self.fields = fields().into();
        }
        self
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
                fields: Box::default(),
            },
            tera::ErrorKind::MissingParent { current, .. } => Self {
                template: current.clone(),
                line: None,
                column: None,
                message: report.clone(),
                report,
                fields: Box::default(),
            },
            _ => Self {
                template: template.to_owned(),
                line: None,
                column: None,
                message: report.clone(),
                report,
                fields: Box::default(),
            },
        }
    }
}

/// The bytes from a line and column, both from 1, to the end of the line.
fn column(text: &str, line: usize, column: usize) -> Range<usize> {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let line = text[start..].lines().next().unwrap_or_default();
    let skipped: usize = line.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
    start + skipped..start + line.len()
}
