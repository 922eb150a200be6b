//! A folder that is judged again and again: only what changed is read and parsed anew.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{Joined, JudgeOptions, Known};
use crate::check::Judged;
use crate::diagnostic::{Diagnostic, FilePath};
use crate::parse::{self, ParsedFile};
use crate::read::{self, Project, ReadError, Single};

/// A folder with everything that was read of it.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    options: JudgeOptions,
    /// Templates, assets and findings; its content has gone into `parsed`.
    project: Project,
    parsed: BTreeMap<InOrder, ParsedFile>,
    known: Known,
}

/// What a change of files can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Changed {
    /// Nothing.
    Nothing,
    /// How pages look.
    Theme,
    /// What they say.
    Content,
}

/// A path in the order in which reading a folder meets it: a folder before the names that begin as it does.
#[derive(Clone, Debug, PartialEq, Eq)]
struct InOrder(FilePath);

impl Ord for InOrder {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.split('/').cmp(other.0.split('/'))
    }
}

impl PartialOrd for InOrder {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Folder {
    /// A folder of which nothing was read yet.
    pub fn new(root: &Path, options: JudgeOptions) -> Self {
        let (project, parsed, known) = Default::default();
        Self { root: root.to_path_buf(), options, project, parsed, known }
    }

    /// Its templates and assets.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Reads the folder from end to end; a text that is the one of before is not parsed again.
    ///
    /// # Errors
    ///
    /// The folder cannot be read at all.
    pub fn read(&mut self) -> Result<(), ReadError> {
        let mut project = read::project(&self.root)?;
        let files = std::mem::take(&mut project.content);
        let before = std::mem::take(&mut self.parsed);
        let parsed = files.into_par_iter().map(|file| {
            let path = InOrder(file.path.clone());
            let known = before.get(&path).filter(|known| known.file.text == file.text).cloned();
            (path, known.unwrap_or_else(|| parse::file(file)))
        });
        // In their order already, they make a tree at once.
        self.parsed = parsed.collect::<Vec<_>>().into_iter().collect();
        self.project = project;
        Ok(())
    }

    /// Reads what changed; below a folder that changed, anything may have.
    ///
    /// # Errors
    ///
    /// The operating system does not let us; what was read before stays.
    pub fn read_again(&mut self, paths: &[PathBuf]) -> Result<Changed, ReadError> {
        let mut changed = Changed::Nothing;
        let vault = self.options.captures.vault(&self.root);
        for path in paths {
            if path.starts_with(&vault) {
                self.known = Known::default();
                changed = Changed::Content;
                continue;
            }
            let name = read::site_path(&self.root, path);
            let found = match read::single(&self.root, path)? {
                Single::Unclear => {
                    self.read()?;
                    return Ok(Changed::Content);
                }
                Single::Nothing => self.forget(&name),
                Single::File(project) => self.forget(&name).max(self.take(project)),
            };
            changed = changed.max(found);
        }
        Ok(changed)
    }

    /// Joins what was read and runs every rule.
    ///
    /// # Errors
    ///
    /// A capture is there and cannot be read.
    pub fn judged(&mut self) -> Result<Judged, ReadError> {
        let (parsed, found) = self.copies();
        super::judged(&self.root, &self.options, parsed, found, &mut self.known)
    }

    /// Joins what was read and runs no rule.
    ///
    /// # Errors
    ///
    /// A capture is there and cannot be read.
    pub fn joined(&mut self) -> Result<Joined, ReadError> {
        let (parsed, found) = self.copies();
        super::joined(&self.root, &self.options, parsed, found, &mut self.known)
    }

    fn copies(&self) -> (Vec<ParsedFile>, Vec<Diagnostic>) {
        let parsed: Vec<&ParsedFile> = self.parsed.values().collect();
        (parsed.into_par_iter().cloned().collect(), self.project.findings.clone())
    }

    /// Drops what was read of a file, or of everything in a folder.
    fn forget(&mut self, name: &str) -> Changed {
        let is_it = |path: &str| path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let sizes = |folder: &Self| (folder.parsed.len(), folder.project.templates.len() + folder.project.assets.len());
        let before = sizes(self);
        let findings = self.project.findings.len();
        if self.parsed.remove(&InOrder(name.into())).is_none() {
            self.parsed.retain(|path, _| !is_it(&path.0));
        }
        self.project.templates.retain(|file| !is_it(&format!("templates/{}", file.path)));
        self.project.assets.retain(|asset| !is_it(&format!("static/{}", asset.path)));
        self.project.findings.retain(|finding| !is_it(&finding.place.file));
        let after = sizes(self);
        match (before.0 == after.0 && findings == self.project.findings.len(), before.1 == after.1) {
            (false, _) => Changed::Content,
            (true, false) => Changed::Theme,
            (true, true) => Changed::Nothing,
        }
    }

    /// Adds what was read of one file.
    fn take(&mut self, project: Project) -> Changed {
        let Project { content, templates, assets, findings } = project;
        let changed = match (content.is_empty() && findings.is_empty(), templates.is_empty() && assets.is_empty()) {
            (false, _) => Changed::Content,
            (true, false) => Changed::Theme,
            (true, true) => Changed::Nothing,
        };
        self.parsed.extend(content.into_iter().map(|file| (InOrder(file.path.clone()), parse::file(file))));
        self.project.templates.extend(templates);
        self.project.assets.extend(assets);
        self.project.findings.extend(findings);
        changed
    }
}
