//! The driver of the stages up to `check`: from a folder to a corpus with its findings.

mod captures;
mod folder;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{self, Judged};
use crate::corpus::Corpus;
use crate::diagnostic::Diagnostic;
use crate::emit::Manifest;
use crate::parse::{self, ParsedFile};
use crate::read::{self, Project, ReadError};
use crate::resolve::{self, Drafts};
use crate::site::{Earlier, Ledger};
use crate::text::PartialDate;
use crate::weigh::{self, Assessments};

use captures::Known;
pub use folder::{Changed, Folder};

/// What decides how a folder is read.
#[derive(Clone, Debug)]
pub struct JudgeOptions {
    /// The day on which the site is built; it decides findings and nothing else.
    pub as_of: PartialDate,
    /// Whether drafts are part of the site.
    pub drafts: Drafts,
    /// The address to use instead of `base_url`.
    pub base_url: Option<String>,
    /// The site that readers know, to be held against; none compares with nothing.
    pub published: Option<Arc<Earlier>>,
    /// Where the captures are.
    pub captures: CaptureOptions,
}

/// Where the captures are, and whether all must be there.
#[derive(Clone, Debug, Default)]
pub struct CaptureOptions {
    /// The vault; by default `captures/` in the site's folder.
    pub vault: Option<PathBuf>,
    /// Whether a declared capture that is not in the vault is an error.
    pub required: bool,
}

impl CaptureOptions {
    /// The vault of a site's folder.
    pub fn vault(&self, root: &Path) -> PathBuf {
        self.vault.clone().unwrap_or_else(|| root.join("captures"))
    }
}

/// A folder that was read, and the corpus in it.
#[derive(Debug)]
pub struct Site {
    /// The folder; its content has gone into the corpus.
    pub project: Project,
    /// The corpus and everything wrong with it.
    pub judged: Judged,
}

/// Reads a folder, joins its records and runs every rule.
///
/// # Errors
///
/// The folder cannot be read at all; everything else is a finding.
pub fn folder(root: &Path, options: &JudgeOptions) -> Result<Site, ReadError> {
    let mut project = read::project(root)?;
    let files = std::mem::take(&mut project.content);
    let parsed = files.into_par_iter().map(parse::file).collect();
    let found = std::mem::take(&mut project.findings);
    let judged = judged(root, options, parsed, found, &mut Known::default())?;
    Ok(Site { project, judged })
}

/// Records that were joined and weighed, and over which no rule has run yet.
#[derive(Debug)]
pub struct Joined {
    /// The records.
    pub corpus: Corpus,
    /// What their evidence amounts to.
    pub assessments: Assessments,
    /// What reading, parsing and joining them found.
    pub findings: Vec<Diagnostic>,
}

/// Joins the files of a folder and runs every rule; `found` is what reading them found.
fn judged(
    root: &Path,
    options: &JudgeOptions,
    parsed: Vec<ParsedFile>,
    found: Vec<Diagnostic>,
    known: &mut Known,
) -> Result<Judged, ReadError> {
    let Joined { corpus, assessments, findings } = joined(root, options, parsed, found, known)?;
    Ok(check::corpus(corpus, assessments, options.as_of, options.published.as_deref(), findings))
}

/// Joins the files of a folder and weighs what they hold.
fn joined(
    root: &Path,
    options: &JudgeOptions,
    parsed: Vec<ParsedFile>,
    found: Vec<Diagnostic>,
    known: &mut Known,
) -> Result<Joined, ReadError> {
    let mut resolved = resolve::corpus(parsed, options.drafts);
    if let Some(base_url) = &options.base_url {
        resolved.corpus.site.base_url.clone_from(base_url);
    }
    let captures = known.captures(root, &resolved.corpus, &options.captures)?;
    let assessments = weigh::corpus(&resolved.corpus, captures);
    let mut findings = found;
    findings.append(&mut resolved.findings);
    Ok(Joined { corpus: resolved.corpus, assessments, findings })
}

/// What the manifest of a published site says, to hold another state of the site against it.
///
/// # Errors
///
/// Its claims are in a form that this recoupe does not know.
pub fn earlier(manifest: Manifest) -> Result<Earlier, String> {
    let ledger = manifest.claims.as_ref().map(Ledger::from_json).transpose()?;
    Ok(Earlier { files: manifest.files.into_keys().map(String::from).collect(), ledger })
}
