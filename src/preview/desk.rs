//! Reading what changed, and judging the whole.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::outside::Outside;
use super::pages::text;
use super::report;
use crate::check::{Judged, Provisional};
use crate::diagnostic::{Colour, Diagnostic, Format, Texts, has_errors, report as written};
use crate::judge::{Changed, Folder, Joined};
use crate::read::ReadError;
use crate::render;
use crate::serve::{self, DeskPage};
use crate::text::html::escape_text;
use crate::text::{Lang, PartialDate};
use crate::theme::{self, Theme};
use crate::view::Words;

/// A folder, and what the last judgement of it was.
#[derive(Debug)]
pub(super) struct Desk {
    root: PathBuf,
    folder: Folder,
    /// What is said of the way in which the folder is read: drafts included, another day.
    marks: Marks,
    /// Whether the last reading failed, and the next has to begin anew.
    failed: bool,
    /// Whether every rule has run over the content.
    judged: bool,
    languages: Vec<Lang>,
    /// What the content was found wrong with, as HTML; the theme is asked each time.
    findings_html: Option<String>,
    words: serve::Words,
    /// Who asks the links out of the site, where they are to be asked.
    outside: Option<Arc<Outside>>,
}

/// What makes a preview show another site than a build of today.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    pub drafts: bool,
    /// A day that was asked for.
    pub as_of: Option<PartialDate>,
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
    /// The page of the desk, if the content was judged anew.
    pub desk: Option<DeskPage>,
    /// What open pages say from now on.
    pub words: serve::Words,
    /// What stands in their corner while the next change is judged.
    pub judging: String,
    /// Whether every rule has run over the content.
    pub judged: bool,
}

/// New content, as far as it was looked at.
enum Content {
    Joined(Joined),
    Judged(Judged),
}

impl Desk {
    /// A desk that has read nothing yet.
    pub fn new(root: &Path, folder: Folder, marks: Marks, outside: Option<Arc<Outside>>) -> Self {
        Self {
            root: root.to_path_buf(),
            folder,
            marks,
            failed: true,
            judged: false,
            languages: Vec::new(),
            findings_html: None,
            words: serve::Words::default(),
            outside,
        }
    }

    /// Reads everything for the first time, so that pages can be shown before a rule has run.
    ///
    /// Where there are errors already, every rule runs, so that all of them can be told.
    pub fn first(&mut self) -> Reading {
        self.failed = false;
        match self.folder.read().and_then(|()| self.folder.joined()) {
            Ok(joined) if has_errors(&joined.findings) => self.after(Changed::Content),
            Ok(joined) => self.with(Some(Content::Joined(joined))),
            Err(error) => self.unreadable(&error),
        }
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
        if changed != Changed::Content && self.judged {
            return self.with(None);
        }
        match self.folder.judged() {
            Ok(judged) => self.with(Some(Content::Judged(judged))),
            Err(error) => self.unreadable(&error),
        }
    }

    /// A reading of the theme and of new content.
    fn with(&mut self, content: Option<Content>) -> Reading {
        match &content {
            Some(Content::Joined(Joined { corpus, .. }) | Content::Judged(Judged { corpus, .. })) => {
                self.languages = corpus.site.languages.to_vec();
            }
            None => {}
        }
        let (theme, found) = match theme::of(self.folder.project(), &self.languages) {
            Ok(read) => read,
            Err(error) => return self.unreadable(&error),
        };
        let own = self.languages.first().and_then(|lang| theme.words.get(lang));
        let default;
        let words = match own {
            Some(words) => words,
            None => {
                default = default_words();
                &default
            }
        };
        let judging = self.marked(words.get("desk_judging"), words);
        let corner =
            |badge| serve::Words { badge, last_good: words.get("desk_last_good"), desk: words.get("desk_title") };
        let (mut shown_from_now_on, mut desk) = (None, None);
        match content {
            Some(Content::Joined(Joined { corpus, assessments, .. })) => {
                (self.words, self.findings_html, self.judged) = (corner(judging.clone()), None, false);
                let lang = corpus.first_lang().to_string();
                let html = format!("<p>{}</p>", escape_text(&judging));
                desk = Some(DeskPage { lang, title: words.get("desk_title"), html });
                shown_from_now_on = Some(Provisional { corpus, assessments });
            }
            Some(Content::Judged(judged)) => {
                let findings: Vec<Diagnostic> = judged.findings.iter().chain(&found).cloned().collect();
                desk = Some(report::desk(&self.root, &judged, &findings, words));
                if let Some(outside) = &self.outside {
                    outside.take(&judged.corpus, words);
                }
                self.words = corner(self.marked(report::tally(&findings, words), words));
                let findings_html = || shown(&judged.findings, &judged.corpus.texts());
                // Warnings alone do not cover the page that is being written.
                self.findings_html = has_errors(&judged.findings).then(findings_html).flatten();
                self.judged = true;
                shown_from_now_on = judged.into_checked().ok().map(Provisional::from);
            }
            None => {}
        }
        let findings_html = self.findings_html.clone().or_else(|| shown(&found, &Texts::new()));
        let theme = found.is_empty().then_some(theme);
        let (words, judged) = (self.words.clone(), self.judged);
        Reading { content: shown_from_now_on, theme, findings_html, desk, words, judging, judged }
    }

    /// A text with what is said of the way in which the folder is read.
    fn marked(&self, text: String, words: &Words) -> String {
        let drafts = self.marks.drafts.then(|| words.get("desk_with_drafts"));
        let date = self.marks.as_of.map(|date| date.to_string());
        let as_of = date.map(|date| words.with("desk_as_of", &[("date", (&date).into())]));
        [Some(text), drafts, as_of].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn unreadable(&mut self, error: &ReadError) -> Reading {
        self.failed = true;
        self.findings_html = Some(text(&error.to_string()));
        Reading {
            content: None,
            theme: None,
            findings_html: self.findings_html.clone(),
            desk: None,
            words: self.words.clone(),
            judging: self.words.badge.clone(),
            judged: true,
        }
    }
}

/// The English words of the default theme, where the site's own cannot be read.
fn default_words() -> Words {
    let english = render::theme::strings().find(|(lang, _)| *lang == "en");
    let (lang, source) = english.expect("the default theme has English");
    Words::new(lang, source).expect("the words of the default theme can be read, which a test holds")
}

/// Findings as HTML; none without any.
pub(super) fn shown(findings: &[Diagnostic], texts: &Texts<'_>) -> Option<String> {
    let report = written(findings, texts, Format::Human, Colour::Never);
    (!report.is_empty()).then(|| text(&report))
}
