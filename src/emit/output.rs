//! The output directory while a build fills it.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use super::disk::is_absent;
use super::error::failed;
use super::files::{Files, Kept};
use super::journal::{Journal, Move, STAGE, Staged};
use super::lock::Lock;
use super::{Change, Disk, EmitError, Incoming, Manifest, Order, OutPath, Sum, Summary, journal, manifest, open};

/// An output directory that is being filled. Dropped without [`Output::commit`], it leaves the old site as it was.
#[derive(Debug)]
pub struct Output {
    disk: Disk,
    out: PathBuf,
    stage: Stage,
    previous: Manifest,
    files: Mutex<Files>,
    /// Directories below the stage that were made, so that each is made once.
    made: Mutex<HashSet<PathBuf>>,
    /// Keeps other builds out.
    _lock: Option<Lock>,
}

/// Where new files wait.
#[derive(Debug)]
enum Stage {
    /// Inside the directory, to be moved one by one.
    Inside(PathBuf),
    /// Beside the directory that does not exist yet, to be renamed as one.
    Beside(PathBuf),
    /// The commit has begun, or ended: there is nothing to throw away.
    Committed,
}

impl Output {
    /// Opens `dir` for a build, first completing one that was interrupted.
    ///
    /// Refuses a directory with files that recoupe did not make, and one that is or holds a `protected` directory.
    pub fn open(dir: &Path, protected: &[&Path]) -> Result<Output, EmitError> {
        Output::open_with(Disk::default(), dir, protected)
    }

    pub(super) fn open_with(disk: Disk, dir: &Path, protected: &[&Path]) -> Result<Output, EmitError> {
        let out = open::resolved(dir)?;
        open::protect(&out, protected)?;
        let (stage, previous, lock) = match fs::symlink_metadata(&out) {
            Ok(meta) if !meta.is_dir() => return Err(EmitError::NotADirectory(out)),
            Ok(_) => {
                let lock = Lock::take(&out)?;
                open::complete_with(&disk, &out)?;
                (Stage::Inside(journal::files(&out)), open::previous(&out)?, lock)
            }
            Err(error) if is_absent(&error) => {
                let beside = beside(&out)?;
                // Held until it is gone, so that of two builds one gives way.
                let earlier = Lock::take(&beside).map_err(|error| match error {
                    EmitError::Busy(_) => EmitError::Busy(out.clone()),
                    other => other,
                })?;
                disk.remove_tree(&beside)?;
                drop(earlier);
                fs::create_dir_all(&beside).map_err(failed("create", &beside))?;
                let lock = Lock::take(&beside)?;
                (Stage::Beside(beside), Manifest::default(), lock)
            }
            Err(error) => return Err(failed("open", &out)(error)),
        };
        let (files, made) = (Mutex::default(), Mutex::default());
        Ok(Output { disk, out, stage, previous, files, made, _lock: lock })
    }

    /// Adds a file to the site; it is staged if it differs from the one in place.
    ///
    /// Can be called from many threads at once.
    pub fn put(&self, path: &OutPath, bytes: &[u8], order: Order) -> Result<Change, EmitError> {
        if *path == manifest::path() {
            return Err(EmitError::Reserved(path.clone()));
        }
        self.keep(path, bytes, order)
    }

    /// Keeps a file of the site before as it is; false where there is none, which is then to be put.
    ///
    /// Nobody looks into it: who asks for this knows that its bytes are what they would be.
    pub fn leave(&self, path: &OutPath, order: Order) -> Result<bool, EmitError> {
        let Some(sum) = self.previous.files.get(path).copied() else { return Ok(false) };
        let there = self.in_place(path).is_some();
        if there {
            self.kept(path, sum, order, Change::Unchanged)?;
        }
        Ok(there)
    }

    /// Begins a file of the site that comes piece by piece.
    pub fn stream(&self, path: &OutPath, order: Order) -> Result<Incoming<'_>, EmitError> {
        if *path == manifest::path() {
            return Err(EmitError::Reserved(path.clone()));
        }
        Incoming::new(self, path, order)
    }

    /// The files that were put so far, in the order of their paths.
    pub fn files(&self) -> Vec<(OutPath, Order)> {
        let files = held(&self.files);
        let mut files: Vec<_> = files.iter().map(|(path, kept)| (path.clone(), kept.order)).collect();
        files.sort_unstable();
        files
    }

    /// The bytes of a file that was put.
    pub fn read(&self, path: &OutPath) -> Result<Vec<u8>, EmitError> {
        let change = held(&self.files).get(path).map(|kept| kept.change);
        let file = match &self.stage {
            Stage::Inside(stage) | Stage::Beside(stage) if change != Some(Change::Unchanged) => path.below(stage),
            Stage::Inside(_) | Stage::Beside(_) | Stage::Committed => path.below(&self.out),
        };
        fs::read(&file).map_err(failed("read", &file))
    }

    /// Makes the site what was put: all of it or, if this fails before the journal is written, nothing.
    pub fn commit(self) -> Result<Summary, EmitError> {
        self.commit_with(None::<&()>)
    }

    /// [`Output::commit`] with what the manifest shall say of the claims.
    pub fn commit_with(mut self, claims: Option<&impl Serialize>) -> Result<Summary, EmitError> {
        let sums = held(&self.files).iter().map(|(path, kept)| (path.clone(), kept.sum)).collect();
        self.keep(&manifest::path(), &manifest::json(&sums, claims), Order::Manifest)?;

        let summary = self.summary(&sums);
        if let Stage::Beside(beside) = &self.stage {
            self.disk.rename(beside, &self.out)?;
            self.stage = Stage::Committed;
            return Ok(summary);
        }
        // A file that goes away is named in the manifest before and not in the new one, which is then written.
        if summary.written == 0 {
            return Ok(summary);
        }
        let journal = self.journal(&sums);
        journal.inspect(&self.out)?;
        // From the first byte of the journal, its completion and not this process decides what is thrown away.
        self.stage = Stage::Committed;
        journal.write(&self.disk, &self.out)?;
        journal.carry_out(&self.disk, &self.out, Staged::JustNow)?;
        Ok(summary)
    }

    fn keep(&self, path: &OutPath, bytes: &[u8], order: Order) -> Result<Change, EmitError> {
        let change = match &self.stage {
            Stage::Beside(_) => Change::Added,
            Stage::Inside(_) | Stage::Committed => compare(&path.below(&self.out), bytes)?,
        };
        let kept = Kept { sum: Sum::of(bytes), order, change };
        held(&self.files).insert(path, kept)?;
        match &self.stage {
            Stage::Inside(stage) | Stage::Beside(stage) if change != Change::Unchanged => {
                let file = path.below(stage);
                self.make_parent(&file)?;
                self.disk.write(&file, bytes)?;
            }
            Stage::Inside(_) | Stage::Beside(_) | Stage::Committed => {}
        }
        Ok(change)
    }

    /// The directory that is filled.
    pub(super) fn dir(&self) -> &Path {
        &self.out
    }

    /// Where a file of the site before may stand; nowhere in a new directory.
    pub(super) fn in_place(&self, path: &OutPath) -> Option<PathBuf> {
        let place = path.below(&self.out);
        match &self.stage {
            // What is no file is replaced like one that differs, and is not followed.
            Stage::Inside(_) => fs::symlink_metadata(&place).is_ok_and(|meta| meta.is_file()).then_some(place),
            Stage::Beside(_) | Stage::Committed => None,
        }
    }

    /// Begins a staged file.
    pub(super) fn begin(&self, path: &OutPath) -> Result<(File, PathBuf), EmitError> {
        let (Stage::Inside(stage) | Stage::Beside(stage)) = &self.stage else {
            unreachable!("a commit takes the output, which an incoming file borrows");
        };
        let file = path.below(stage);
        self.make_parent(&file)?;
        Ok((self.disk.begin(&file)?, file))
    }

    /// Adds to a staged file.
    pub(super) fn append(&self, file: &mut File, path: &Path, bytes: &[u8]) -> Result<(), EmitError> {
        self.disk.append(file, path, bytes)
    }

    /// Says of a staged file, or of one in place, that it belongs to the site.
    pub(super) fn kept(&self, path: &OutPath, sum: Sum, order: Order, change: Change) -> Result<(), EmitError> {
        held(&self.files).insert(path, Kept { sum, order, change })
    }

    /// Makes the directories of a staged file, up to those that are there.
    fn make_parent(&self, file: &Path) -> Result<(), EmitError> {
        let mut made = held(&self.made);
        let missing: Vec<&Path> =
            file.ancestors().skip(1).take_while(|dir| !made.contains(*dir) && !dir.is_dir()).collect();
        for dir in missing.into_iter().rev() {
            self.disk.create_dir(dir)?;
        }
        if let Some(parent) = file.parent() {
            made.insert(parent.to_owned());
        }
        Ok(())
    }

    fn journal(&self, sums: &BTreeMap<OutPath, Sum>) -> Journal {
        let files = held(&self.files);
        let mut staged: Vec<(&OutPath, &Kept)> =
            files.iter().filter(|(_, kept)| kept.change != Change::Unchanged).collect();
        staged.sort_by_key(|(path, kept)| (kept.order, *path));
        let moves = staged.into_iter().map(|(path, kept)| Move { path: path.clone(), sha256: kept.sum.sha256 });
        Journal::new(moves.collect(), self.removals(sums))
    }

    fn removals(&self, sums: &BTreeMap<OutPath, Sum>) -> BTreeSet<OutPath> {
        self.previous.files.keys().filter(|path| !sums.contains_key(*path)).cloned().collect()
    }

    fn summary(&self, sums: &BTreeMap<OutPath, Sum>) -> Summary {
        let mut summary = Summary { removed: self.removals(sums).len(), ..Summary::default() };
        for (_, kept) in held(&self.files).iter() {
            summary.files += 1;
            summary.bytes += kept.sum.bytes;
            match kept.change {
                Change::Added | Change::Changed => summary.written += 1,
                Change::Unchanged => summary.unchanged += 1,
            }
        }
        summary
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        let stage = match &self.stage {
            Stage::Inside(_) => self.out.join(STAGE),
            Stage::Beside(beside) => beside.clone(),
            Stage::Committed => return,
        };
        // What cannot be removed now is thrown away by the next build.
        let _ = self.disk.remove_tree(&stage);
    }
}

/// Where a new output directory is filled: a hidden sibling, for a rename stays within one file system.
fn beside(out: &Path) -> Result<PathBuf, EmitError> {
    let Some(name) = out.file_name() else {
        return Err(EmitError::Foreign(out.to_owned()));
    };
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(".recoupe-new");
    Ok(out.with_file_name(hidden))
}

fn compare(place: &Path, bytes: &[u8]) -> Result<Change, EmitError> {
    match fs::symlink_metadata(place) {
        Ok(meta) if !meta.is_file() || meta.len() != bytes.len() as u64 => Ok(Change::Changed),
        Ok(_) => match fs::read(place).map_err(failed("read", place))? == bytes {
            true => Ok(Change::Unchanged),
            false => Ok(Change::Changed),
        },
        Err(error) if is_absent(&error) => Ok(Change::Added),
        Err(error) => Err(failed("read", place)(error)),
    }
}

/// A thread that panicked while it held the map has at worst not added its file.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
