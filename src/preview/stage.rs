//! The thread that shows: it alone has the corpus, and answers one question after the other.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};

use super::amend::{AtOnce, amend};
use super::desk::Reading;
use super::pages::{Pages, failed, template_error};
use crate::build;
use crate::check::Provisional;
use crate::judge::JudgeOptions;
use crate::search::Indexes;
use crate::serve::{self, Effect, Refresh, Reply};
use crate::text::PartialDate;
use crate::theme::Theme;
use crate::view::{Rows, ViewContext};

/// What the stage is asked.
pub(super) enum Question {
    /// What is at a path of the site.
    Page(String, Sender<Reply>),
    /// These files changed: show at once what can be.
    Amend(Vec<PathBuf>, Sender<Refresh>),
    /// The whole was judged: show that, with what changed since.
    Replace(Box<Reading>, Vec<PathBuf>, Sender<Refresh>),
}

/// Everything that is shown.
pub(super) struct Stage {
    root: PathBuf,
    as_of: PartialDate,
    asked: Receiver<Question>,
    findings_html: Option<String>,
    words: serve::Words,
    judging: String,
    /// Whether every rule has run over the content.
    judged: bool,
}

/// A state without errors.
pub(super) struct Good {
    pub content: Provisional,
    pub theme: Theme,
    /// The last theme whose templates could be read, if those of the theme cannot.
    before: Option<Theme>,
}

/// What is told of a change once it is known whether its templates can be read.
type Told = Option<(Sender<Refresh>, Refresh)>;

impl Stage {
    pub fn new(root: &Path, options: &JudgeOptions, asked: Receiver<Question>) -> Self {
        Self {
            root: root.to_path_buf(),
            as_of: options.as_of,
            asked,
            findings_html: None,
            words: serve::Words::default(),
            judging: String::new(),
            judged: true,
        }
    }

    /// Answers until nobody asks any more.
    pub fn run(mut self, first: Reading) {
        let mut good = None;
        self.replace(&mut good, first);
        let mut told = None;
        // What is made from a state lives until it changes.
        while let Some(change) = match &mut good {
            Some(good) => self.show(good, told.take()),
            None => self.wait(told.take()),
        } {
            told = Some(match change {
                Question::Page(..) => unreachable!("pages are answered where they are asked for"),
                Question::Amend(changed, answer) => (answer, self.amended(&mut good, &changed)),
                Question::Replace(reading, since, answer) => {
                    let effect = self.replace(&mut good, *reading);
                    let refresh = self.amended(&mut good, &since);
                    (answer, Refresh { effect: effect.max(refresh.effect), ..refresh })
                }
            });
        }
    }

    /// Puts what was read in the place of what is shown, as far as it is good.
    fn replace(&mut self, good: &mut Option<Good>, reading: Reading) -> Effect {
        let Reading { content, theme, findings_html, desk: _, words, judging, judged } = reading;
        (self.findings_html, self.words, self.judging, self.judged) = (findings_html, words, judging, judged);
        if content.is_none() && theme.is_none() {
            return Effect::Nothing;
        }
        match (good, content, theme) {
            (Some(good), content, theme) => {
                if let Some(content) = content {
                    good.content = content;
                }
                if let Some(theme) = theme {
                    let before = std::mem::replace(&mut good.theme, theme);
                    good.before.get_or_insert(before);
                }
            }
            (good @ None, Some(content), Some(theme)) => *good = Some(Good { content, theme, before: None }),
            (None, ..) => {}
        }
        Effect::Reload
    }

    /// Shows at once what can be shown of a change.
    fn amended(&self, good: &mut Option<Good>, changed: &[PathBuf]) -> Refresh {
        let findings_html = self.findings_html.clone();
        let (settled, words) = (self.judged, self.words.clone());
        let mut refresh = Refresh { findings_html, settled, words, ..Refresh::default() };
        for path in changed {
            let at_once = good.as_mut().map_or(AtOnce::Unclear, |good| amend(&self.root, path, good, self.as_of));
            match at_once {
                AtOnce::Shown(effect) => {
                    refresh.effect = refresh.effect.max(effect);
                    refresh.settled &= effect == Effect::Restyle;
                }
                AtOnce::Refused(findings_html) => {
                    refresh.findings_html = findings_html.or(refresh.findings_html);
                    refresh.settled = false;
                }
                AtOnce::Unclear => refresh.settled = false,
            }
        }
        if !refresh.settled {
            refresh.words.badge.clone_from(&self.judging);
        }
        refresh
    }

    /// Answers from one state until it is to change.
    fn show(&self, good: &mut Good, told: Told) -> Option<Question> {
        let mut theme = &good.theme;
        let words = &good.theme.words;
        let context = ViewContext::new(&good.content, |lang| &words[lang]);
        let mut engine = build::engine(theme, &context);
        let mut error_html = None;
        if let Err(error) = &engine {
            error_html = Some(template_error(error, theme));
            if let Some(before) = &good.before {
                (theme, engine) = (before, build::engine(before, &context));
            }
        }
        if let Some((answer, mut refresh)) = told {
            refresh.findings_html = refresh.findings_html.or_else(|| error_html.clone());
            // Whoever asked may be gone.
            answer.send(refresh).ok();
        }
        let rows = Rows::new(&context, |lang, row| {
            engine.as_ref().ok().and_then(|engine| engine.row(lang, row).ok()).unwrap_or_default()
        });
        let indexes = Indexes::new(&context);
        let change = loop {
            match self.asked.recv().ok()? {
                Question::Page(path, answer) => {
                    let reply = match &engine {
                        Ok(engine) => {
                            let pages = Pages { context: &context, engine, rows: &rows, indexes: &indexes, theme };
                            pages.reply(&path)
                        }
                        Err(_) => failed(error_html.as_deref().unwrap_or_default()),
                    };
                    answer.send(reply).ok();
                }
                change => break change,
            }
        };
        // Once its templates were read, a theme needs no other to stand in for it.
        let is_good = error_html.is_none();
        drop(rows);
        if is_good {
            good.before = None;
        }
        Some(change)
    }

    /// Answers with the findings while there has not been a good state yet.
    fn wait(&self, told: Told) -> Option<Question> {
        if let Some((answer, refresh)) = told {
            answer.send(refresh).ok();
        }
        loop {
            match self.asked.recv().ok()? {
                Question::Page(_, answer) => {
                    answer.send(super::pages::waiting(self.findings_html.as_deref().unwrap_or_default())).ok();
                }
                change => return Some(change),
            }
        }
    }
}
