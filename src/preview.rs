//! The driver of the preview: pages made from the checked corpus in memory, when they are asked for.
//!
//! One thread owns the corpus and everything made from it; the server's threads ask it for pages. So
//! nothing is shared, a page is always of one state of the files, and the last good state goes on being
//! shown while the files have errors.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::build::engine;
use crate::check::Checked;
use crate::datasets;
use crate::diagnostic::{Colour, Diagnostic, Format, Texts, report};
use crate::emit::OutPath;
use crate::judge::{self, JudgeOptions};
use crate::serve::{Effect, Refresh, Reply, Site};
use crate::site::{Route, Subject};
use crate::text::html::escape_text;
use crate::theme::{self, Theme};
use crate::view::{self, Rows, ViewContext};

/// A site that is shown while it is written.
#[derive(Debug)]
pub struct Preview {
    questions: Sender<Question>,
    root: PathBuf,
    vault: PathBuf,
    out: PathBuf,
}

enum Question {
    Page(String, Sender<Reply>),
    Refresh(Vec<PathBuf>, Sender<Refresh>),
}

impl Preview {
    /// Reads a folder and starts the thread that makes its pages; `out` is left unwatched.
    pub fn start(root: &Path, out: PathBuf, options: JudgeOptions) -> Self {
        let (questions, asked) = channel();
        let vault = options.captures.vault(root);
        let worker = Worker { root: root.to_path_buf(), options, asked };
        std::thread::spawn(move || worker.run());
        Self { questions, root: root.to_path_buf(), vault, out }
    }

    fn ask<T>(&self, question: impl FnOnce(Sender<T>) -> Question) -> Option<T> {
        let (answer, answered) = channel();
        self.questions.send(question(answer)).ok()?;
        answered.recv().ok()
    }
}

impl Site for Preview {
    fn page(&self, path: &str) -> Reply {
        self.ask(|answer| Question::Page(path.to_owned(), answer)).unwrap_or_else(|| broken("the preview has stopped"))
    }

    fn refresh(&self, changed: &[PathBuf]) -> Refresh {
        let answer = self.ask(|answer| Question::Refresh(changed.to_vec(), answer));
        answer.unwrap_or(Refresh { effect: Effect::Nothing, findings_html: None })
    }

    fn watched(&self) -> Vec<PathBuf> {
        let folders = ["content", "templates", "static"].map(|folder| self.root.join(folder));
        // A capture that arrives is compared with at once.
        folders.into_iter().chain([self.vault.clone()]).collect()
    }

    fn ignored(&self) -> Vec<PathBuf> {
        vec![self.out.clone(), self.root.join(".recoupe")]
    }
}

struct Worker {
    root: PathBuf,
    options: JudgeOptions,
    asked: Receiver<Question>,
}

/// A state of the files without errors.
struct Good {
    checked: Checked,
    theme: Theme,
}

/// What reading the files gave: a state to show or none, and its findings.
struct Reading {
    good: Option<Good>,
    findings: Option<String>,
}

impl Worker {
    fn run(self) {
        let Reading { mut good, mut findings } = self.read();
        // Each turn shows one state of the files, until there is a newer one or nobody asks any more.
        while let Some((next, found)) = match &good {
            Some(shown) => self.show(shown, findings.clone()),
            None => self.wait(findings.clone().unwrap_or_default()),
        } {
            good = next.or(good);
            findings = found;
        }
    }

    fn read(&self) -> Reading {
        let site = match judge::folder(&self.root, &self.options) {
            Ok(site) => site,
            Err(error) => return Reading { good: None, findings: Some(text(&error.to_string())) },
        };
        let (theme, found) = match theme::of(&site.project, &site.judged.corpus.site.languages) {
            Ok(theme) => theme,
            Err(error) => return Reading { good: None, findings: Some(text(&error.to_string())) },
        };
        let mut judged = site.judged;
        judged.findings.extend(found);
        let findings = shown(&judged.findings, &judged.corpus.texts());
        match judged.into_checked() {
            Ok(checked) => {
                // Warnings alone do not cover the page that is being written.
                Reading { good: Some(Good { checked, theme }), findings: None }
            }
            Err(_) => Reading { good: None, findings },
        }
    }

    /// Answers until the files change; gives the next good state, or none to go on with this one.
    fn show(&self, good: &Good, findings: Option<String>) -> Option<(Option<Good>, Option<String>)> {
        let context = ViewContext::new(&good.checked, |lang| &good.theme.words[lang]);
        let engine = engine(&good.theme, &context);
        let rows = Rows::new(&context, |lang, row| {
            engine.as_ref().ok().and_then(|engine| engine.row(lang, row).ok()).unwrap_or_default()
        });
        let template_findings = engine.as_ref().err().map(|error| text(&error.report));
        let mut findings = findings.or(template_findings);
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
                    answer.send(reply).ok();
                }
                Question::Refresh(changed, answer) if changed.is_empty() => {
                    answer.send(Refresh { effect: Effect::Nothing, findings_html: findings.clone() }).ok();
                }
                Question::Refresh(changed, answer) => {
                    let reading = self.read();
                    findings.clone_from(&reading.findings);
                    let effect = match &reading.good {
                        None => Effect::Nothing,
                        Some(_) if only_styles(&changed) => Effect::Restyle,
                        Some(_) => Effect::Reload,
                    };
                    answer.send(Refresh { effect, findings_html: reading.findings.clone() }).ok();
                    if reading.good.is_some() {
                        return Some((reading.good, reading.findings));
                    }
                }
            }
        }
    }

    /// Answers with the findings while there has not been a good state yet.
    fn wait(&self, mut findings: String) -> Option<(Option<Good>, Option<String>)> {
        loop {
            match self.asked.recv().ok()? {
                Question::Page(_, answer) => {
                    answer.send(Reply::Found { bytes: page_of(&findings), media_type: HTML.to_owned() }).ok();
                }
                Question::Refresh(changed, answer) if changed.is_empty() => {
                    let findings = Some(findings.clone());
                    answer.send(Refresh { effect: Effect::Nothing, findings_html: findings }).ok();
                }
                Question::Refresh(_, answer) => {
                    let reading = self.read();
                    let refresh = Refresh { effect: Effect::Reload, findings_html: reading.findings.clone() };
                    answer.send(refresh).ok();
                    if reading.good.is_some() {
                        return Some((reading.good, reading.findings));
                    }
                    findings = reading.findings.unwrap_or_default();
                }
            }
        }
    }
}

const HTML: &str = "text/html; charset=utf-8";

/// One state of the files, ready to answer.
struct Pages<'a> {
    context: &'a ViewContext<'a>,
    engine: &'a crate::render::Engine,
    rows: &'a Rows<'a>,
    theme: &'a Theme,
}

impl Pages<'_> {
    fn reply(&self, path: &str) -> Reply {
        let map = self.context.map();
        if let Some(route) = map.route_of(path) {
            let address = map.path(&route);
            if address != path {
                return Reply::Redirect(address);
            }
            return match self.render(&route) {
                Ok(bytes) => Reply::Found { bytes, media_type: HTML.to_owned() },
                Err(error) => broken(&error),
            };
        }
        if let Some(dataset) = map.dataset_of(path) {
            let media_type = media_type(dataset.out_path()).to_owned();
            return Reply::Found { bytes: datasets::bytes(self.context, dataset), media_type };
        }
        if let Some((lang, claim)) = map.record_of(path)
            && let Some(entry) = map.corpus().claims.get(&claim)
        {
            let bytes = crate::render::record(&view::record(self.context, &lang, entry));
            return Reply::Found { bytes, media_type: media_type(path).to_owned() };
        }
        let root = map.root();
        if let Some(bytes) = path.strip_prefix(root.as_str()).and_then(|path| self.theme.assets.get(path)) {
            let media_type = media_type(&path[root.len()..]).to_owned();
            return Reply::Found { bytes: bytes.to_vec(), media_type };
        }
        if let Some(redirect) = map.redirects().iter().find(|redirect| redirect.from == path) {
            return Reply::Redirect(map.path(&redirect.to));
        }
        if path == "/" && root != "/" {
            return Reply::Redirect(root);
        }
        let missing = self.render(&Route::new(&map.languages()[0], Subject::NotFound));
        Reply::Missing(missing.unwrap_or_default())
    }

    fn render(&self, route: &Route) -> Result<Vec<u8>, String> {
        let page = view::page(self.context, self.rows, route).ok_or("there is no such page")?;
        let mut bytes = Vec::new();
        self.engine.render(&page, &mut bytes).map_err(|error| error.report)?;
        Ok(bytes)
    }
}

/// The media type of a file below the root.
fn media_type(path: &str) -> &'static str {
    OutPath::new(path).map_or("application/octet-stream", |path| path.media_type())
}

fn only_styles(changed: &[PathBuf]) -> bool {
    changed.iter().all(|path| path.extension().is_some_and(|extension| extension == "css"))
}

/// Findings as HTML; none without any.
fn shown(findings: &[Diagnostic], texts: &Texts<'_>) -> Option<String> {
    let report = report(findings, texts, Format::Human, Colour::Never);
    (!report.is_empty()).then(|| text(&report))
}

fn text(report: &str) -> String {
    format!("<pre>{}</pre>", escape_text(report))
}

fn broken(report: &str) -> Reply {
    Reply::Found { bytes: page_of(&text(report)), media_type: HTML.to_owned() }
}

fn page_of(findings: &str) -> Vec<u8> {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>recoupe</title><body><h1>The site cannot be shown yet</h1>{findings}</body></html>"
    )
    .into_bytes()
}
