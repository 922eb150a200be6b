//! The driver of the whole pipeline: from a folder to a site on the disk.

mod fingerprint;
mod kept;
mod press;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::check::{Checked, Judged};
use crate::datasets::{self, UnknownForm};
use crate::diagnostic::{Diagnostic, has_errors};
use crate::emit::{EmitError, Order, OutPath, Output, Sha256Sum, Summary};
use crate::inspect::Addresses;
use crate::judge::{self, JudgeOptions};
use crate::model::{Coding, Site};
use crate::precompress::{self, UnknownCoding};
use crate::read::ReadError;
use crate::render::{self, Engine, Language, RenderError};
use crate::search;
use crate::site::{Ledger, Redirect, Route, Signpost, SiteMap, serving};
use crate::theme::{self, Theme};
use crate::view::{self, Rows, ViewContext};

pub use fingerprint::{Fingerprint, Remembered};
use kept::{Kept, Memory};
use press::{Made, Press};

/// What decides how a site is built.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// How its folder is read.
    pub judge: JudgeOptions,
    /// The directory to write.
    pub out: PathBuf,
}

/// What came of a build.
#[derive(Debug)]
pub enum Outcome {
    /// The site was written.
    Built(Box<Built>),
    /// There are errors; nothing was written.
    Refused(Box<Refused>),
}

/// A site that was written.
#[derive(Debug)]
pub struct Built {
    /// The corpus, for showing its findings.
    pub judged: Judged,
    /// How many pages it has.
    pub pages: usize,
    /// How many of them an earlier build had made and this one did not have to.
    pub kept: usize,
    /// What was written.
    pub summary: Summary,
    /// What is to be remembered of its pages.
    memory: Option<Memory>,
}

/// A site that was not written.
#[derive(Debug)]
pub struct Refused {
    /// The corpus and the findings of all stages.
    pub judged: Judged,
    /// The templates, in which some findings are.
    pub templates: Vec<(String, String)>,
}

/// Why a build could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The folder cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The site cannot be written.
    #[error(transparent)]
    Emit(#[from] EmitError),
    /// The site asks for files that this program cannot compress.
    #[error(transparent)]
    Coding(#[from] UnknownCoding),
    /// The site asks for tables that this program cannot write.
    #[error(transparent)]
    Table(#[from] UnknownForm),
}

/// Builds the site of a folder; `progress` is told how many of how many pages are done.
///
/// # Errors
///
/// The disk says no. Mistakes in the content or the templates are an [`Outcome::Refused`].
pub fn folder(
    root: &Path,
    options: &BuildOptions,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Outcome, BuildError> {
    folder_with(root, options, &Site::codings, None, progress)
}

/// [`folder`] with a say in the codings in which compressed files lie beside others. By a fingerprint of what is there,
/// pages that would come out as they are are not made again.
///
/// # Errors
///
/// Those of [`folder`].
pub fn folder_with(
    root: &Path,
    options: &BuildOptions,
    codings: &dyn Fn(&Site) -> Vec<Coding>,
    fingerprint: Option<&Fingerprint>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Outcome, BuildError> {
    let judge::Site { project, judged } = judge::folder(root, &options.judge)?;
    let (theme, found) = theme::of(&project, &judged.corpus.site.languages)?;
    let templates =
        || theme.templates.iter().map(|(name, text)| (format!("templates/{name}"), text.to_string())).collect();
    let mut judged = judged;
    judged.findings.extend(found);
    let findings = judged.findings.clone();
    let checked = match judged.into_checked() {
        Ok(checked) => checked,
        Err(judged) => return Ok(Outcome::Refused(Box::new(Refused { judged: *judged, templates: templates() }))),
    };
    let codings = codings(&checked.corpus.site);
    precompress::known(&codings)?;
    datasets::known(&checked.corpus.site)?;
    let content = root.join("content");
    let output = Output::open(&options.out, &[root, &content])?;
    let found = pages(&checked, &theme, &output, fingerprint, progress)?;
    let Checked { corpus, assessments, .. } = checked;
    let mut judged = Judged { corpus, assessments, findings };
    judged.findings.extend(found.findings);
    if has_errors(&judged.findings) {
        return Ok(Outcome::Refused(Box::new(Refused { judged, templates: templates() })));
    }
    precompress::put(&output, &codings)?;
    let summary = output.commit_with(Some(&Ledger::of(&judged.corpus)))?;
    Ok(Outcome::Built(Box::new(Built { judged, pages: found.pages, kept: found.kept, summary, memory: found.memory })))
}

struct Pages {
    pages: usize,
    kept: usize,
    findings: Vec<Diagnostic>,
    memory: Option<Memory>,
}

/// Makes every page, looks at it, and stages it; its bytes are dropped at once.
fn pages(
    checked: &Checked,
    theme: &Theme,
    output: &Output,
    fingerprint: Option<&Fingerprint>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Pages, EmitError> {
    let context = ViewContext::new(checked, |lang| &theme.words[lang]);
    let engine = match engine(theme, &context) {
        Ok(engine) => engine,
        Err(error) => {
            let findings = vec![error.finding(&theme.templates)];
            return Ok(Pages { pages: 0, kept: 0, findings, memory: None });
        }
    };
    let map = context.map();
    let rows = Rows::new(&context, |lang, row| engine.row(lang, row).unwrap_or_default());
    let routes = map.routes();
    let redirects = map.redirects();
    let signposts = map.signposts();
    let addresses = addresses(map, &routes, &redirects, &signposts, theme);
    let kept = fingerprint.and_then(|fingerprint| Kept::of(fingerprint, checked, &context, &addresses));
    let press = Press { context: &context, rows: &rows, engine: &engine, theme, addresses: &addresses };
    let done = AtomicUsize::new(0);
    let made: Result<Vec<Made>, EmitError> = routes
        .par_iter()
        .map_init(Vec::new, |buffer, route| {
            let made = press.put(route, kept.as_ref(), buffer, output);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, routes.len());
            made
        })
        .collect();
    let mut made = made?;
    let mut findings: Vec<Diagnostic> = made.iter_mut().flat_map(|made| std::mem::take(&mut made.findings)).collect();
    for redirect in &redirects {
        let page = render::redirect(&map.url(&redirect.to), &map.path(&redirect.to), &map.root());
        output.put(&out_path(&redirect.out_path), page.as_bytes(), Order::Page)?;
    }
    for (path, bytes) in &theme.assets {
        output.put(&out_path(path), bytes, Order::Asset)?;
    }
    let host_files = map.host_files();
    let hosting = (!host_files.is_empty()).then(|| view::hosting(&context, &fingerprinted(theme)));
    for (file, hosting) in host_files.into_iter().filter_map(|file| Some((file, hosting.as_ref()?))) {
        output.put(&out_path(file.out_path()), &render::host_file(file, hosting), Order::List)?;
    }
    signposts.par_iter().try_for_each(|signpost| {
        let bytes = render::signpost(&view::signpost(&context, signpost));
        output.put(&out_path(&map.signpost_out_path(signpost)), &bytes, Order::Feed).map(drop)
    })?;
    map.embeds().par_iter().try_for_each(|(lang, claim)| {
        let Some(answer) = view::oembed(&context, lang, claim) else { return Ok(()) };
        output.put(&out_path(&map.oembed_out_path(lang, claim)), &render::oembed(&answer), Order::Data).map(drop)
    })?;
    datasets::put(&context, output)?;
    search::put(&context, &rows, output)?;
    findings.extend(press.dead_fragments(&routes, &made));
    // One broken template breaks every page that uses it; its first page is enough to mend it.
    findings.sort_by(Diagnostic::order);
    findings.dedup_by(|a, b| a.place == b.place && a.message == b.message);
    let left = made.iter().filter(|made| made.kept).count();
    let pages = routes.iter().zip(made).filter_map(|(route, made)| Some((map.path(route), made.page()?)));
    let memory = kept.map(|kept| kept.remembered(pages));
    Ok(Pages { pages: routes.len(), kept: left, findings, memory })
}

/// The files of the theme whose names tell their bytes.
fn fingerprinted(theme: &Theme) -> Vec<String> {
    let told = |path: &str, bytes: &[u8]| serving::tells_its_bytes(path, &Sha256Sum::of(bytes).to_string());
    theme.assets.iter().filter(|(path, bytes)| told(path, bytes)).map(|(path, _)| path.clone()).collect()
}

/// The engine of a theme, with what all pages of each language share.
pub fn engine(theme: &Theme, context: &ViewContext<'_>) -> Result<Engine, RenderError> {
    let templates = theme.templates.iter().map(|(name, text)| (name.as_str(), &**text));
    Engine::new(templates, context.languages().map(|(site, words)| Language { site, words }))
}

fn addresses(
    map: &SiteMap<'_>,
    routes: &[Route],
    redirects: &[Redirect],
    signposts: &[Signpost],
    theme: &Theme,
) -> Addresses {
    let root = map.root();
    let pages = routes.iter().map(|route| map.path(route));
    // What leads elsewhere has no ids, and so has no fragment.
    let moved = redirects.iter().map(|redirect| redirect.from.clone());
    let assets = theme.assets.keys().map(|path| format!("{root}{path}"));
    let datasets = map.datasets().into_iter().map(|dataset| map.dataset_path(dataset));
    let has_files = map.corpus().site.has_data_files();
    let claims = map.corpus().claims.iter().filter(|_| has_files);
    let editions = claims.flat_map(|entry| map.languages().iter().map(move |lang| (lang, &entry.id)));
    let records = editions.map(|(lang, id)| map.record_path(lang, id));
    let signposts = signposts.iter().map(|signpost| map.signpost_path(signpost));
    let others = moved.chain(assets).chain(datasets).chain(records).chain(signposts);
    Addresses::new(root.trim_end_matches('/'), pages, others)
}

fn out_path(path: &str) -> OutPath {
    OutPath::new(path).expect("segments and ids are plain ASCII, and the theme checks the names of its files")
}
