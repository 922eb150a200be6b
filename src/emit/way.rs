//! What stands in the way of a file: a directory where it must go, a file or link where its directories must be.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::ops::Bound::{Included, Unbounded};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::disk::is_absent;
use super::error::failed;
use super::{Disk, EmitError, OutPath};

/// The ways to the files of one output directory, and what may be removed to clear them.
pub(super) struct Ways<'a> {
    out: &'a Path,
    removals: &'a BTreeSet<OutPath>,
    /// Directories that were found or made, so that each is looked at once.
    known: HashSet<String>,
}

/// What is at a path, without following links.
enum There {
    Nothing,
    Directory,
    File,
    Link,
}

impl<'a> Ways<'a> {
    pub(super) fn new(out: &'a Path, removals: &'a BTreeSet<OutPath>) -> Ways<'a> {
        Ways { out, removals, known: HashSet::new() }
    }

    /// Fails if something that no earlier build made stands in the way of `path`.
    pub(super) fn inspect(&mut self, path: &OutPath) -> Result<(), EmitError> {
        for directory in path.directories() {
            if self.known.contains(directory) {
                continue;
            }
            let place = self.out.join(directory);
            match there(&place)? {
                There::Directory => self.known.insert(directory.to_owned()),
                There::Nothing => return Ok(()),
                There::File if self.removals.contains(directory) => return Ok(()),
                There::File | There::Link => return Err(EmitError::Blocked(place)),
            };
        }
        let place = path.below(self.out);
        match there(&place)? {
            There::Directory => self.inspect_replaced(&place),
            There::Nothing | There::File | There::Link => Ok(()),
        }
    }

    /// Fails unless all in the directory goes away.
    fn inspect_replaced(&self, directory: &Path) -> Result<(), EmitError> {
        let mut going: HashSet<PathBuf> = HashSet::new();
        for removal in self.removals {
            going.insert(removal.below(self.out));
            going.extend(removal.directories().map(|directory| self.out.join(directory)));
        }
        for entry in WalkDir::new(directory) {
            let entry = entry.map_err(|error| failed("read", directory)(error.into()))?;
            if !going.contains(entry.path()) {
                return Err(EmitError::Blocked(entry.into_path()));
            }
        }
        Ok(())
    }

    /// Removes what stands in the way of `path` and makes its directories.
    pub(super) fn clear(&mut self, disk: &Disk, path: &OutPath) -> Result<(), EmitError> {
        for directory in path.directories() {
            if self.known.contains(directory) {
                continue;
            }
            let place = self.out.join(directory);
            match there(&place)? {
                There::Directory => {}
                There::Nothing => disk.create_dir(&place)?,
                There::File if self.removals.contains(directory) => {
                    disk.remove_file(&place)?;
                    disk.create_dir(&place)?;
                }
                There::File | There::Link => return Err(EmitError::Blocked(place)),
            }
            self.known.insert(directory.to_owned());
        }
        let place = path.below(self.out);
        if let There::Directory = there(&place)? {
            let inside = format!("{path}/");
            for removal in self.removals.range::<str, _>((Included(inside.as_str()), Unbounded)) {
                if !removal.as_str().starts_with(&inside) {
                    break;
                }
                self.remove(disk, removal)?;
            }
        }
        Ok(())
    }

    /// Removes a file of an earlier build, and the directories that this leaves empty.
    ///
    /// Where a link has taken the place of a directory since, the file behind it is not ours.
    pub(super) fn remove(&mut self, disk: &Disk, path: &OutPath) -> Result<(), EmitError> {
        for directory in path.directories() {
            match there(&self.out.join(directory))? {
                There::Directory => {}
                There::Nothing | There::File | There::Link => return Ok(()),
            }
        }
        let place = path.below(self.out);
        match there(&place)? {
            There::File | There::Link => disk.remove_file(&place)?,
            There::Nothing | There::Directory => {}
        }
        for directory in path.directories().rev() {
            if !disk.remove_empty_dir(&self.out.join(directory))? {
                break;
            }
            self.known.remove(directory);
        }
        Ok(())
    }
}

fn there(path: &Path) -> Result<There, EmitError> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_dir() => Ok(There::Directory),
        Ok(meta) if meta.is_symlink() => Ok(There::Link),
        Ok(_) => Ok(There::File),
        Err(error) if is_absent(&error) => Ok(There::Nothing),
        Err(error) => Err(failed("read", path)(error)),
    }
}
