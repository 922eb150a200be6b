//! From a folder to the texts in it.
//!
//! Looks into no file: a text that is not UTF-8, a file that nobody reads and a link that leaves the
//! folder are findings; everything else is handed on as it is, in the order of its path.

mod rules;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

pub use rules::RULES;

use crate::corpus::SourceFile;
use crate::diagnostic::{Diagnostic, FilePath, Place};

/// A site's folder as it was read.
#[derive(Debug, Default)]
pub struct Project {
    /// The texts below `content/`.
    pub content: Vec<SourceFile>,
    /// The texts below `templates/`, their paths relative to it.
    pub templates: Vec<SourceFile>,
    /// The files below `static/`.
    pub assets: Vec<Asset>,
    /// What was found wrong.
    pub findings: Vec<Diagnostic>,
}

/// A file that goes into the site as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its path below `static/`, with `/` between its parts.
    pub path: String,
    /// Where it is on this machine.
    pub file: PathBuf,
}

/// Why a folder cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no `content/` in it.
    #[error("there is no folder `content` in {}; `recoupe init DIR` makes a small site to start from", .0.display())]
    NoContent(PathBuf),
    /// The operating system says no.
    #[error("cannot read {}: {source}", file.display())]
    Disk {
        /// The file or folder.
        file: PathBuf,
        /// What it says.
        source: io::Error,
    },
}

/// Reads the folder of a site.
///
/// # Errors
///
/// The folder has no `content/`, or the operating system does not let us read a file in it.
pub fn project(root: &Path) -> Result<Project, ReadError> {
    let content = root.join("content");
    if !content.is_dir() {
        return Err(ReadError::NoContent(root.to_path_buf()));
    }
    let mut project = Project::default();
    let real_root = fs::canonicalize(root).map_err(|source| ReadError::Disk { file: root.to_path_buf(), source })?;
    for folder in ["content", "templates", "static"] {
        for entry in files(&root.join(folder)) {
            let entry = entry.map_err(|error| disk_error(root, error))?;
            project.take(root, &real_root, folder, &entry)?;
        }
    }
    Ok(project)
}

/// Reads one text again, after it has changed.
///
/// # Errors
///
/// The operating system does not let us.
pub fn bytes(file: &Path) -> Result<Vec<u8>, ReadError> {
    fs::read(file).map_err(|source| ReadError::Disk { file: file.to_path_buf(), source })
}

impl Project {
    fn take(&mut self, root: &Path, real_root: &Path, folder: &str, entry: &DirEntry) -> Result<(), ReadError> {
        let path = site_path(root, entry.path());
        let leaves = entry.path_is_symlink()
            && fs::canonicalize(entry.path()).map_or(true, |target| !target.starts_with(real_root));
        if leaves {
            let finding =
                Diagnostic::new(&rules::LINK_OUTSIDE, Place::file(&path), "this link leads out of the site's folder");
            self.findings.push(finding.with_help("copy the file into the folder"));
            return Ok(());
        }
        let inside = path[folder.len() + 1..].to_owned();
        if folder == "static" {
            self.assets.push(Asset { path: inside, file: entry.path().to_path_buf() });
            return Ok(());
        }
        let Some(text) = self.text(&path, bytes(entry.path())?) else { return Ok(()) };
        if folder == "templates" {
            self.templates.push(SourceFile { path: inside.into(), text });
        } else if is_record(&path) {
            self.content.push(SourceFile { path, text });
        } else if &*path != "content/README.md" {
            let finding = Diagnostic::new(&rules::STRAY_FILE, Place::file(&path), "nobody reads this file");
            let help = "records are `content/<kind>/<id>.md`, with `claims`, `sources`, `documents`, `events`, `places` or `pages` for the kind; files for the site itself belong in `static/`";
            self.findings.push(finding.with_help(help));
        }
        Ok(())
    }

    fn text(&mut self, path: &FilePath, bytes: Vec<u8>) -> Option<Arc<str>> {
        match String::from_utf8(bytes) {
            Ok(text) => Some(text.into()),
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let line = error.as_bytes()[..good].iter().filter(|&&byte| byte == b'\n').count() + 1;
                let finding = Diagnostic::new(&rules::NOT_UTF8, Place::file(path), format!("line {line} is not UTF-8"));
                self.findings.push(finding.with_help("save the file as UTF-8 in your editor"));
                None
            }
        }
    }
}

/// The files below a folder in the order of their paths, without hidden files and editors' copies.
fn files(folder: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    let exists = folder.is_dir();
    let visible = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !(name.starts_with('.') || name.starts_with('#') || name.ends_with('~'))
    };
    WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(visible)
        .filter(move |entry| exists && entry.as_ref().map_or(true, |entry| entry.file_type().is_file()))
}

fn is_record(path: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    let folder = parts.next().unwrap_or_default();
    let known = crate::model::RecordKind::of_folder(folder).is_some() && parts.next().is_some();
    path == "content/site.yaml" || (known && path.ends_with(".md"))
}

fn site_path(root: &Path, file: &Path) -> FilePath {
    let relative = file.strip_prefix(root).unwrap_or(file);
    let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").into()
}

fn disk_error(root: &Path, error: walkdir::Error) -> ReadError {
    let file = error.path().unwrap_or(root).to_path_buf();
    let source = error.into_io_error().unwrap_or_else(|| io::Error::other("a link leads back to its own folder"));
    ReadError::Disk { file, source }
}
