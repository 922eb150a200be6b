//! Reading what changed, and judging the whole.

use std::path::PathBuf;

use crate::check::Provisional;
use crate::diagnostic::{Colour, Diagnostic, Format, Texts, report};
use crate::judge::{Changed, Folder};
use crate::read::ReadError;
use crate::text::Lang;
use crate::theme::{self, Theme};

use super::pages::text;

/// A folder, and what the last judgement of it was.
#[derive(Debug)]
pub(super) struct Desk {
    folder: Folder,
    /// Whether the last reading failed, and the next has to begin anew.
    failed: bool,
    languages: Vec<Lang>,
    /// What the content was found wrong with, as HTML; the theme is asked each time.
    findings_html: Option<String>,
}

/// What reading gave: what is new in it, and what to say of it.
#[derive(Debug)]
pub(super) struct Reading {
    /// The content, if it was judged anew and is without errors.
    pub content: Option<Provisional>,
    /// The theme, if it is without errors.
    pub theme: Option<Theme>,
    /// Findings worth covering the page with.
    pub findings_html: Option<String>,
}

impl Desk {
    /// A desk that has read nothing yet.
    pub fn new(folder: Folder) -> Self {
        Self { folder, failed: true, languages: Vec::new(), findings_html: None }
    }

    /// Reads what changed, or everything where nothing was read before.
    pub fn reading(&mut self, changed: &[PathBuf]) -> Reading {
        let read =
            if self.failed { self.folder.read().map(|()| Changed::Content) } else { self.folder.read_again(changed) };
        self.failed = false;
        match read {
            Ok(changed) => self.after(changed),
            Err(error) => self.unreadable(&error),
        }
    }

    fn after(&mut self, changed: Changed) -> Reading {
        let mut content = None;
        if changed == Changed::Content {
            let judged = match self.folder.judged() {
                Ok(judged) => judged,
                Err(error) => return self.unreadable(&error),
            };
            self.languages = judged.corpus.site.languages.to_vec();
            let findings_html = shown(&judged.findings, &judged.corpus.texts());
            // Warnings alone do not cover the page that is being written.
            (content, self.findings_html) = match judged.into_checked() {
                Ok(checked) => (Some(checked.into()), None),
                Err(_) => (None, findings_html),
            };
        }
        match theme::of(self.folder.project(), &self.languages) {
            Ok((theme, found)) => {
                let findings_html = self.findings_html.clone().or_else(|| shown(&found, &Texts::new()));
                Reading { content, theme: found.is_empty().then_some(theme), findings_html }
            }
            Err(error) => self.unreadable(&error),
        }
    }

    fn unreadable(&mut self, error: &ReadError) -> Reading {
        self.failed = true;
        self.findings_html = Some(text(&error.to_string()));
        Reading { content: None, theme: None, findings_html: self.findings_html.clone() }
    }
}

/// Findings as HTML; none without any.
pub(super) fn shown(findings: &[Diagnostic], texts: &Texts<'_>) -> Option<String> {
    let report = report(findings, texts, Format::Human, Colour::Never);
    (!report.is_empty()).then(|| text(&report))
}
