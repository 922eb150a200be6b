//! What a commit is about to do, written down first, so that it can be done to the end by the next command.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::is_absent;
use super::error::failed;
use super::way::Ways;
use super::{Disk, EmitError, OutPath, Sha256Sum};

/// Where changed files wait, inside the output directory. No [`OutPath`] can name it.
pub(super) const STAGE: &str = ".recoupe-stage";

const FORMAT: u32 = 1;

/// The moves of one commit, in their order, and then its removals.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Journal {
    format: u32,
    moves: Vec<Move>,
    removals: BTreeSet<OutPath>,
}

/// One staged file that goes to its place.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Move {
    pub(super) path: OutPath,
    pub(super) sha256: Sha256Sum,
}

/// What carrying out a journal did.
#[derive(Debug, Default)]
pub(super) struct Carried {
    pub(super) moved: usize,
    /// Staged files that were not what the journal says, and were left out.
    pub(super) damaged: Vec<OutPath>,
}

/// Whether staged files are what this process has just written, or what an earlier one left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Staged {
    JustNow,
    Earlier,
}

impl Journal {
    pub(super) fn new(moves: Vec<Move>, removals: BTreeSet<OutPath>) -> Journal {
        Journal { format: FORMAT, moves, removals }
    }

    /// The journal that an interrupted commit left in `out`.
    pub(super) fn read(out: &Path) -> Result<Option<Journal>, EmitError> {
        let path = journal_path(out);
        let unreadable = |why: String| EmitError::Unreadable { path: path.clone(), why };
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if is_absent(&error) => return Ok(None),
            Err(error) => return Err(failed("read", &path)(error)),
        };
        let journal: Journal = serde_json::from_slice(&bytes).map_err(|error| unreadable(error.to_string()))?;
        match journal.format {
            FORMAT => Ok(Some(journal)),
            other => Err(unreadable(format!("its format is {other}, this recoupe knows {FORMAT}"))),
        }
    }

    /// Writes the journal: from here on, the commit will happen.
    pub(super) fn write(&self, disk: &Disk, out: &Path) -> Result<(), EmitError> {
        let json = serde_json::to_vec(self).expect("a journal of texts is JSON");
        let draft = out.join(STAGE).join("journal.new");
        disk.write_durably(&draft, &json)?;
        // A journal is there as a whole or not at all.
        disk.rename(&draft, &journal_path(out))?;
        disk.sync_dir(&out.join(STAGE))
    }

    /// Fails before anything has changed if something foreign is in the way of a move.
    pub(super) fn inspect(&self, out: &Path) -> Result<(), EmitError> {
        let mut ways = Ways::new(out, &self.removals);
        self.moves.iter().try_for_each(|Move { path, .. }| ways.inspect(path))
    }

    /// Does all that is not done yet, then deletes the journal and the stage.
    pub(super) fn carry_out(&self, disk: &Disk, out: &Path, staged: Staged) -> Result<Carried, EmitError> {
        let mut carried = Carried::default();
        let mut ways = Ways::new(out, &self.removals);
        for Move { path, sha256 } in &self.moves {
            let waiting = path.below(&files(out));
            if staged == Staged::Earlier {
                match fs::read(&waiting) {
                    Ok(bytes) if Sha256Sum::of(&bytes) == *sha256 => {}
                    Ok(_) => {
                        carried.damaged.push(path.clone());
                        continue;
                    }
                    // It was moved before the interruption.
                    Err(error) if is_absent(&error) => continue,
                    Err(error) => return Err(failed("read", &waiting)(error)),
                }
            }
            ways.clear(disk, path)?;
            disk.rename(&waiting, &path.below(out))?;
            carried.moved += 1;
        }
        for path in &self.removals {
            ways.remove(disk, path)?;
        }
        disk.remove_file(&journal_path(out))?;
        disk.remove_tree(&out.join(STAGE))?;
        Ok(carried)
    }
}

/// The directory of staged files.
pub(super) fn files(out: &Path) -> PathBuf {
    out.join(STAGE).join("files")
}

fn journal_path(out: &Path) -> PathBuf {
    out.join(STAGE).join("journal.json")
}
