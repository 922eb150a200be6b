//! The thread that shows: it alone has the corpus, and answers one question after the other.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};

use super::amend::{AtOnce, amend};
use super::desk::Reading;
use super::pages::{Pages, broken, text};
use crate::build::engine;
use crate::check::Provisional;
use crate::judge::JudgeOptions;
use crate::serve::{Effect, Refresh, Reply};
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
}

/// A state without errors.
pub(super) struct Good {
    pub content: Provisional,
    pub theme: Theme,
}

impl Stage {
    pub fn new(root: &Path, options: &JudgeOptions, asked: Receiver<Question>) -> Self {
        Self { root: root.to_path_buf(), as_of: options.as_of, asked, findings_html: None }
    }

    /// Answers until nobody asks any more.
    pub fn run(mut self, first: Reading) {
        let mut good = None;
        self.replace(&mut good, first);
        // What is made from a state lives until it changes.
        while let Some(change) = match &good {
            Some(good) => self.show(good),
            None => self.wait(),
        } {
            match change {
                Question::Page(..) => unreachable!("pages are answered where they are asked for"),
                Question::Amend(changed, answer) => drop(answer.send(self.amended(&mut good, &changed))),
                Question::Replace(reading, since, answer) => {
                    let effect = self.replace(&mut good, *reading);
                    let later = self.amended(&mut good, &since);
                    let settled = since.is_empty();
                    let findings_html = later.findings_html;
                    drop(answer.send(Refresh { effect: effect.max(later.effect), findings_html, settled }));
                }
            }
        }
    }

    /// Puts what was read in the place of what is shown, as far as it is good.
    fn replace(&mut self, good: &mut Option<Good>, reading: Reading) -> Effect {
        let Reading { content, theme, findings_html } = reading;
        self.findings_html = findings_html;
        if content.is_none() && theme.is_none() {
            return Effect::Nothing;
        }
        match (good, content, theme) {
            (Some(good), content, theme) => {
                if let Some(content) = content {
                    good.content = content;
                }
                if let Some(theme) = theme {
                    good.theme = theme;
                }
            }
            (good @ None, Some(content), Some(theme)) => *good = Some(Good { content, theme }),
            (None, ..) => {}
        }
        Effect::Reload
    }

    /// Shows at once what can be shown of a change.
    fn amended(&self, good: &mut Option<Good>, changed: &[PathBuf]) -> Refresh {
        let mut refresh = Refresh { effect: Effect::Nothing, findings_html: self.findings_html.clone(), settled: true };
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
        refresh
    }

    /// Answers from one state until it is to change.
    fn show(&mut self, good: &Good) -> Option<Question> {
        let context = ViewContext::new(&good.content, |lang| &good.theme.words[lang]);
        let engine = engine(&good.theme, &context);
        let rows = Rows::new(&context, |lang, row| {
            engine.as_ref().ok().and_then(|engine| engine.row(lang, row).ok()).unwrap_or_default()
        });
        if let Err(error) = &engine {
            self.findings_html.get_or_insert_with(|| text(&error.report));
        }
        loop {
            match self.asked.recv().ok()? {
                Question::Page(path, answer) => {
                    let reply = match &engine {
                        Ok(engine) => {
                            let pages = Pages { context: &context, engine, rows: &rows, theme: &good.theme };
                            pages.reply(&path)
                        }
                        Err(error) => broken(&error.report),
                    };
                    // Whoever asked may be gone.
                    answer.send(reply).ok();
                }
                change => return Some(change),
            }
        }
    }

    /// Answers with the findings while there has not been a good state yet.
    fn wait(&self) -> Option<Question> {
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
