//! `recoupe build`: the site, or everything that is in its way.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use clap::Args;

use super::common::{Failure, SiteArgs, show_findings, told};
use crate::build::{self, BuildOptions, Built, Fingerprint, Outcome, Remembered};
use crate::emit::Summary;
use crate::model::{Coding, Site};

/// Build the site.
#[derive(Args, Debug)]
pub struct Build {
    #[command(flatten)]
    site: SiteArgs,
    /// The directory to write; below the site's folder unless it is absolute. Default: public.
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
    /// The address to use instead of `base_url` of `site.yaml`.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

impl Build {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let started = Instant::now();
        let options = options(&self.site, &self.out, self.base_url.clone())?;
        let program = std::env::current_exe().ok();
        let fingerprint = program.and_then(|program| Fingerprint::take(&program, &self.site.root, &options));
        let unchanged = fingerprint.as_ref().and_then(Fingerprint::unchanged);
        if let Some(Remembered { records, pages, files, bytes, report }) = unchanged {
            anstream::eprint!("{report}");
            let summary = Summary { files, bytes, written: 0, unchanged: files, removed: 0 };
            summarize(&options.out, records, pages, &summary, started);
            return Ok(ExitCode::SUCCESS);
        }
        let Some(Finished { built, report }) =
            site(&self.site, self.out, self.base_url, &Site::codings, fingerprint.as_ref())?
        else {
            return Ok(ExitCode::from(1));
        };
        if let Some(fingerprint) = &fingerprint {
            fingerprint.remember(&built, &report);
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn options(site: &SiteArgs, out: &Path, base_url: Option<String>) -> Result<BuildOptions, Failure> {
    Ok(BuildOptions { judge: site.judge_options(base_url)?, out: site.root.join(out) })
}

fn summarize(out: &Path, records: usize, pages: usize, summary: &Summary, started: Instant) {
    let Summary { files, bytes: length, written, unchanged, removed } = summary;
    println!(
        "{}: {records} records, {pages} pages, {files} files, {} ({written} written, {unchanged} unchanged, {removed} \
         removed) in {}",
        out.display(),
        bytes(*length),
        seconds(started.elapsed()),
    );
}

/// A site that was built.
pub struct Finished {
    pub built: Box<Built>,
    /// What was said of its findings.
    pub report: String,
}

/// Builds the site and prints its findings and its summary; none if errors are in the way.
pub fn site(
    site: &SiteArgs,
    out: PathBuf,
    base_url: Option<String>,
    codings: &dyn Fn(&Site) -> Vec<Coding>,
    fingerprint: Option<&Fingerprint>,
) -> Result<Option<Finished>, Failure> {
    let started = Instant::now();
    let options = options(site, &out, base_url)?;
    let progress = Progress::new("pages");
    let show_progress = |done, all| progress.show(done, all);
    let outcome =
        build::folder_with(&site.root, &options, codings, fingerprint, &show_progress).map_err(Failure::of)?;
    progress.clear();
    match outcome {
        Outcome::Refused(refused) => {
            let mut texts = refused.judged.corpus.texts();
            texts.extend(refused.templates.iter().map(|(name, text)| (name.as_str(), text.as_str())));
            show_findings(&refused.judged.findings, &texts);
            anstream::eprintln!("nothing was written; {} is as it was", options.out.display());
            Ok(None)
        }
        Outcome::Built(built) => {
            let report = told(&built.judged.findings, &built.judged.corpus.texts());
            anstream::eprint!("{report}");
            summarize(&options.out, built.judged.corpus.records(), built.pages, &built.summary, started);
            Ok(Some(Finished { built, report }))
        }
    }
}

/// A number of bytes for people, in powers of a thousand.
pub fn bytes(bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1_000);
    if kilobytes < 1_000 {
        format!("{kilobytes} kB")
    } else {
        format!("{}.{} MB", kilobytes / 1_000, kilobytes % 1_000 / 100)
    }
}

fn seconds(time: Duration) -> String {
    if time < Duration::from_secs(1) {
        format!("{} ms", time.as_millis())
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}

/// A line on the terminal that counts, once the work has taken a second.
pub struct Progress {
    things: &'static str,
    shown: Option<Mutex<Instant>>,
}

impl Progress {
    const EVERY: Duration = Duration::from_millis(500);

    /// Counts `things`, in the plural.
    pub fn new(things: &'static str) -> Self {
        // Standard error may be a file or a build log, where a moving line is noise.
        let shown = std::io::stderr().is_terminal().then(|| Mutex::new(Instant::now() + Self::EVERY));
        Self { things, shown }
    }

    /// Shows how much is done.
    pub fn show(&self, done: usize, all: usize) {
        let Some(shown) = &self.shown else { return };
        let Ok(mut next) = shown.try_lock() else { return };
        if Instant::now() >= *next {
            *next = Instant::now() + Self::EVERY;
            eprint!("\r{done} of {all} {} ", self.things);
            std::io::stderr().flush().ok();
        }
    }

    /// Leaves the line empty.
    pub fn clear(&self) {
        if self.shown.is_some() {
            eprint!("\r{:40}\r", "");
        }
    }
}
