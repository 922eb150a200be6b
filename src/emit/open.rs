//! Before anything is written: is this directory ours, and did an earlier build leave work to finish?

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::disk::is_absent;
use super::error::failed;
use super::journal::{Journal, STAGE, Staged};
use super::lock::Lock;
use super::{Disk, EmitError, Manifest, OutPath};

/// What an interrupted build had left to do, and is done now.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// How many files were put into place.
    pub moved: usize,
    /// Files that a power cut damaged before they were in place; the next build writes them again.
    pub damaged: Vec<OutPath>,
}

/// Finishes what an interrupted build left in `dir`, or throws away what it had only staged.
///
/// Whoever reads a built site, to publish or to verify it, calls this first.
pub fn complete(dir: &Path) -> Result<Completion, EmitError> {
    let Some(_lock) = Lock::take(dir)? else {
        return Ok(Completion::default());
    };
    complete_with(&Disk::default(), dir)
}

pub(super) fn complete_with(disk: &Disk, dir: &Path) -> Result<Completion, EmitError> {
    match Journal::read(dir)? {
        Some(journal) => {
            let carried = journal.carry_out(disk, dir, Staged::Earlier)?;
            Ok(Completion { moved: carried.moved, damaged: carried.damaged })
        }
        None => {
            disk.remove_tree(&dir.join(STAGE))?;
            Ok(Completion::default())
        }
    }
}

/// The manifest of the build that `dir` holds; none for an empty directory, an error for one that is not ours.
pub(super) fn previous(dir: &Path) -> Result<Manifest, EmitError> {
    if let Some(manifest) = Manifest::read(dir)? {
        return Ok(manifest);
    }
    let mut entries = fs::read_dir(dir).map_err(failed("read", dir))?;
    match entries.next() {
        None => Ok(Manifest::default()),
        Some(_) => Err(EmitError::Foreign(dir.to_owned())),
    }
}

/// The real path of a directory that may not be there yet, free of links and `..`.
pub(crate) fn resolved(dir: &Path) -> Result<PathBuf, EmitError> {
    let absolute = std::path::absolute(dir).map_err(failed("find", dir))?;
    let mut missing = Vec::new();
    let mut there = absolute.as_path();
    loop {
        match fs::canonicalize(there) {
            Ok(real) => {
                return Ok(missing.iter().rev().fold(real, |path: PathBuf, name| path.join(name)));
            }
            Err(error) if is_absent(&error) => {}
            Err(error) => return Err(failed("find", there)(error)),
        }
        match (there.components().next_back(), there.parent()) {
            (Some(Component::Normal(name)), Some(parent)) => {
                missing.push(name.to_owned());
                there = parent;
            }
            _ => return Err(failed("find", dir)(std::io::ErrorKind::NotFound.into())),
        }
    }
}

/// Fails if `out` is or holds one of the directories that the site is made from.
pub(super) fn protect(out: &Path, protected: &[&Path]) -> Result<(), EmitError> {
    for dir in protected {
        let holds = resolved(dir)?;
        if holds.starts_with(out) {
            return Err(EmitError::Protected { out: out.to_owned(), holds });
        }
    }
    Ok(())
}
