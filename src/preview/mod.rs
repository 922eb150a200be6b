//! The driver of the preview: pages made from the checked corpus in memory, when they are asked for.
//!
//! One thread, the stage, owns the corpus and everything made from it; the server's threads ask it for pages.
//! So nothing is shared, a page is always of one state of the files, and the last good state goes on being
//! shown while the files have errors.
//!
//! The first pages are shown when the records hang together, before a rule has run; then the whole is judged.
//! A change is acted upon twice. At once the stage amends what it shows, where one claim can be put in the
//! place of another and the rules about one claim allow it. Then, beside it, the desk reads what changed,
//! judges the whole, and the stage shows that instead.

mod amend;
mod desk;
mod outside;
mod pages;
mod report;
mod stage;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::judge::{Folder, JudgeOptions};
use crate::links::Asker;
use crate::resolve::Drafts;
use crate::serve::{DeskPage, News, Refresh, Reply, Site};

use desk::{Desk, Marks, Reading};
use outside::Outside;
use stage::{Question, Stage};

/// A site that is shown while it is written.
#[derive(Debug)]
pub struct Preview {
    questions: Sender<Question>,
    desk: Arc<Mutex<Desk>>,
    /// The page of the desk, as the last judgement made it.
    page: Arc<Mutex<DeskPage>>,
    /// The links out of the site, where they are to be asked.
    outside: Option<Arc<Outside>>,
    /// What changed since the desk began to read.
    changed: Mutex<Vec<PathBuf>>,
    root: PathBuf,
    vault: PathBuf,
    out: PathBuf,
}

/// Why a preview is of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// It is today.
    Today,
    /// It was asked for, and pages say so.
    Asked,
}

impl Preview {
    /// Reads a folder and starts the thread that makes its pages; `out` is left unwatched.
    pub fn start(root: &Path, out: PathBuf, options: JudgeOptions, day: Day) -> Self {
        Self::start_asking(root, out, options, day, None)
    }

    /// The same; whoever is given asks the links out of the site meanwhile.
    pub fn start_asking(root: &Path, out: PathBuf, options: JudgeOptions, day: Day, asker: Option<Asker>) -> Self {
        let marks =
            Marks { drafts: options.drafts == Drafts::Included, as_of: (day == Day::Asked).then_some(options.as_of) };
        let (questions, asked) = channel();
        let vault = options.captures.vault(root);
        let stage = Stage::new(root, &options, asked);
        let outside = asker.map(|asker| Outside::start(root, asker));
        let desk = Arc::new(Mutex::new(Desk::new(root, Folder::new(root, options), marks, outside.clone())));
        let page = Arc::default();
        let (first, made) = (Arc::clone(&desk), Arc::clone(&page));
        std::thread::spawn(move || {
            let mut reading = locked(&first).first();
            keep(&made, &mut reading);
            stage.run(reading);
        });
        Self { questions, desk, page, outside, changed: Mutex::default(), root: root.to_path_buf(), vault, out }
    }

    fn ask<T>(&self, question: impl FnOnce(Sender<T>) -> Question) -> Option<T> {
        let (answer, answered) = channel();
        self.questions.send(question(answer)).ok()?;
        answered.recv().ok()
    }
}

impl Site for Preview {
    fn page(&self, path: &str) -> Reply {
        let answer = self.ask(|answer| Question::Page(path.to_owned(), answer));
        answer.unwrap_or_else(|| pages::failed(&pages::text("the preview has stopped")))
    }

    fn refresh(&self, changed: &[PathBuf]) -> Refresh {
        locked(&self.changed).extend_from_slice(changed);
        self.ask(|answer| Question::Amend(changed.to_vec(), answer)).unwrap_or_else(stopped)
    }

    fn settle(&self) -> Refresh {
        let mut desk = locked(&self.desk);
        let changed = std::mem::take(&mut *locked(&self.changed));
        let mut reading = desk.reading(&changed);
        keep(&self.page, &mut reading);
        let (answer, answered) = channel();
        {
            // What changed while the whole was judged is amended in it as it was in what it replaces; a refresh
            // that comes now waits until the question is asked.
            let since = locked(&self.changed);
            if self.questions.send(Question::Replace(Box::new(reading), since.clone(), answer)).is_err() {
                return stopped();
            }
        }
        answered.recv().unwrap_or_else(|_| stopped())
    }

    fn desk(&self) -> DeskPage {
        let mut page = locked(&self.page).clone();
        if let Some(outside) = &self.outside {
            page.html.push_str(&outside.section());
        }
        page
    }

    fn on_news(&self, news: News) {
        if let Some(outside) = &self.outside {
            outside.tell(news);
        }
    }

    fn watched(&self) -> Vec<PathBuf> {
        let folders = ["content", "templates", "static"].map(|folder| self.root.join(folder));
        // A capture that arrives is compared with.
        folders.into_iter().chain([self.vault.clone()]).collect()
    }

    fn ignored(&self) -> Vec<PathBuf> {
        vec![self.out.clone(), self.root.join(".recoupe")]
    }
}

/// Keeps the page of the desk, if there is a new one.
fn keep(page: &Mutex<DeskPage>, reading: &mut Reading) {
    if let Some(made) = reading.desk.take() {
        *locked(page) = made;
    }
}

/// A panic of another thread is shown by the server; what it left is read again with the next change.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn stopped() -> Refresh {
    let findings_html = Some(pages::text("the preview has stopped"));
    Refresh { findings_html, settled: true, ..Refresh::default() }
}
