//! From a folder to the texts in it.
//!
//! Looks into no file: a text that is not UTF-8, a file that nobody reads and a link that leaves the
//! folder are findings; everything else is handed on as it is, in the order of its path.

mod rules;
mod single;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, FilterEntry, IntoIter, WalkDir};

pub use rules::RULES;
pub use single::{Single, single};

use crate::corpus::SourceFile;
use crate::diagnostic::{Diagnostic, FilePath, Place};
use crate::model::RecordKind;
use crate::text::nearest;

/// The folders of a site that are read.
const FOLDERS: [&str; 3] = ["content", "templates", "static"];

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
    let mut found = Vec::new();
    for folder in FOLDERS {
        let mut entries = visible(&root.join(folder));
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) if entry.path_is_symlink() && !leads_inside(entry.path(), &real_root) => {
                    project.refuse_link(root, entry.path(), "this link leads out of the site's folder");
                    if entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Ok(entry) if entry.file_type().is_file() => found.push((folder, entry.into_path())),
                Ok(_) => {}
                Err(error) => match error.path().filter(|path| path.is_symlink() && !path.exists()) {
                    Some(link) => project.refuse_link(root, link, "this link leads nowhere"),
                    // A site without `templates/` or `static/` is as good as one with them.
                    None if error.depth() == 0 && !root.join(folder).exists() => {}
                    None => return Err(disk_error(root, error)),
                },
            }
        }
    }
    let texts: Vec<_> = found.par_iter().map(|(folder, file)| (site_path(root, file), text(folder, file))).collect();
    for ((folder, file), (path, text)) in found.iter().zip(texts) {
        project.take(path, folder, file, text?);
    }
    Ok(project)
}

/// A text as it was read.
struct Text {
    /// What is not UTF-8 in it has become U+FFFD, so that the rest can still be judged.
    text: Arc<str>,
    /// Where the first of that stands.
    wrong: Option<usize>,
}

/// The text of a file of a folder; none of an asset, which is read when it is copied.
fn text(folder: &str, file: &Path) -> Result<Option<Text>, ReadError> {
    (folder != "static").then(|| bytes(file).map(|bytes| Text::of(&bytes))).transpose()
}

impl Text {
    fn of(bytes: &[u8]) -> Self {
        match str::from_utf8(bytes) {
            Ok(text) => Self { text: text.into(), wrong: None },
            Err(error) => Self { text: String::from_utf8_lossy(bytes).into(), wrong: Some(error.valid_up_to()) },
        }
    }
}

/// Reads one text again, after it has changed.
///
/// # Errors
///
/// The operating system does not let us.
pub fn bytes(file: &Path) -> Result<Vec<u8>, ReadError> {
    fs::read(file).map_err(|source| ReadError::Disk { file: file.to_path_buf(), source })
}

/// Reads a capture of the vault by its SHA-256 sum; none if it is not there.
///
/// # Errors
///
/// It is there, and the operating system does not let us read it.
pub fn capture(vault: &Path, sum: &str) -> Result<Option<Vec<u8>>, ReadError> {
    let file = capture_file(vault, sum);
    if !file.is_file() {
        return Ok(None);
    }
    bytes(&file).map(Some)
}

/// Where a capture lies in the vault: `sha256/ab/cdef…`.
pub fn capture_file(vault: &Path, sum: &str) -> PathBuf {
    let (folder, name) = sum.split_at(2);
    vault.join("sha256").join(folder).join(name)
}

impl Project {
    fn refuse_link(&mut self, root: &Path, link: &Path, message: &str) {
        let finding = Diagnostic::new(&rules::LINK_OUTSIDE, Place::file(&site_path(root, link)), message);
        self.findings.push(finding.with_help("copy the file into the folder, or remove the link"));
    }

    /// Takes a file, with what it says if it is a text.
    fn take(&mut self, path: FilePath, folder: &str, file: &Path, text: Option<Text>) {
        let inside = &path[folder.len() + 1..];
        let Some(Text { text, wrong }) = text else {
            self.assets.push(Asset { path: inside.to_owned(), file: file.to_path_buf() });
            return;
        };
        if let Some(good) = wrong {
            let place = Place::bytes(&path, good..good + char::REPLACEMENT_CHARACTER.len_utf8());
            let finding = Diagnostic::new(&rules::NOT_UTF8, place, "this is not UTF-8");
            self.findings.push(finding.with_help("save the file as UTF-8 in your editor"));
        }
        if folder == "templates" {
            self.templates.push(SourceFile { path: inside.into(), text });
        } else if is_record(&path) {
            self.content.push(SourceFile { path, text });
        } else if &*path != "content/README.md" {
            let finding = Diagnostic::new(&rules::STRAY_FILE, Place::file(&path), "nobody reads this file");
            self.findings.push(finding.with_help(way_for(&path)));
        }
    }
}

/// Names with a leading dot that hosts read, so that a site may bring them in `static/`.
const FOR_HOSTS: [&str; 4] = [".well-known", ".nojekyll", ".htaccess", ".domains"];

/// What is below a folder in the order of the paths, without hidden files and editors' copies.
fn visible(folder: &Path) -> FilterEntry<IntoIter, fn(&DirEntry) -> bool> {
    let is_visible: fn(&DirEntry) -> bool =
        |entry| entry.depth() == 0 || is_visible(&entry.file_name().to_string_lossy());
    WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_visible)
}

fn is_visible(name: &str) -> bool {
    let hidden = name.starts_with('.') && !FOR_HOSTS.contains(&name);
    !(hidden || name.starts_with('#') || name.ends_with('~'))
}

fn leads_inside(link: &Path, real_root: &Path) -> bool {
    fs::canonicalize(link).is_ok_and(|target| target.starts_with(real_root))
}

fn is_record(path: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    let folder = parts.next().unwrap_or_default();
    let known = RecordKind::of_folder(folder).is_some() && parts.next().is_some();
    path == "content/site.yaml" || (known && path.ends_with(".md"))
}

/// Where a file that is no record could go.
fn way_for(path: &str) -> String {
    let mut parts = path.split('/').skip(1);
    let folder = parts.next().unwrap_or_default();
    let name = parts.last();
    let folders = RecordKind::ALL.into_iter().map(RecordKind::folder);
    if RecordKind::of_folder(folder).is_some() {
        return "a record's name ends in `.md`; files for the site itself belong in `static/`".to_owned();
    }
    if let (Some(name), Some(near)) = (name, nearest(folder, folders.clone())) {
        return format!("did you mean `content/{near}/{name}`?");
    }
    let folders: Vec<_> = folders.map(|folder| format!("`{folder}`")).collect();
    format!("records stand in {} of `content`; files for the site itself belong in `static/`", folders.join(", "))
}

/// The path of a file below the site's root, with `/` between its parts.
pub fn site_path(root: &Path, file: &Path) -> FilePath {
    let relative = file.strip_prefix(root).unwrap_or(file);
    let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").into()
}

fn disk_error(root: &Path, error: walkdir::Error) -> ReadError {
    let file = error.path().unwrap_or(root).to_path_buf();
    let source = error.into_io_error().unwrap_or_else(|| io::Error::other("a link leads back to its own folder"));
    ReadError::Disk { file, source }
}
