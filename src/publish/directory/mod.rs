//! Releases side by side, and a symbolic link to the one that is served.

mod place;
mod rollback;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::emit::{Disk, EmitError, Lock, Manifest, Sum, failed, is_absent};

use super::built::{Built, files_of};
use super::{Directory, Plan, Publication, PublishError, Release, SIGNATURE, State};
use place::Place;

/// A release that is not whole yet, or no longer.
const UNFINISHED: &str = ".unfinished";

/// A directory target as it is now.
pub(super) struct There<'a> {
    place: Place,
    /// The release that readers see.
    served: Option<PathBuf>,
    target: &'a Directory,
}

impl<'a> There<'a> {
    pub(super) fn find(release: &Release, target: &'a Directory) -> Result<There<'a>, PublishError> {
        let place = Place::new(&release.root.join(&target.path))?;
        let served = place.served()?;
        Ok(There { place, served, target })
    }

    /// The manifest of the release that is served.
    pub(super) fn manifest(&self) -> Result<Option<Manifest>, PublishError> {
        Ok(self.served.as_deref().map(Manifest::read).transpose()?.flatten())
    }

    pub(super) fn plan(&self, built: &Built) -> Result<Plan, PublishError> {
        plan_from(built, self.served.as_deref())
    }

    pub(super) fn publish(&self, built: &Built) -> Result<Publication, PublishError> {
        self.publish_with(&Disk::default(), built)
    }

    pub(super) fn publish_with(&self, disk: &Disk, built: &Built) -> Result<Publication, PublishError> {
        let There { place, served, target } = self;
        fs::create_dir_all(&place.releases).map_err(failed("create", &place.releases))?;
        let _lock = self.hold()?;
        disk.remove_tree(&place.releases.join(UNFINISHED))?;

        let plan = self.plan(built)?;
        if plan.changes_nothing() && served.is_some() {
            place.remove_old(disk, target)?;
            return Ok(Publication { plan, state: State::Unchanged });
        }
        let unfinished = place.releases.join(UNFINISHED);
        disk.create_dir(&unfinished)?;
        for (path, sum) in &built.files {
            let bytes = built.read(path, sum)?;
            let old = served.as_ref().map(|dir| dir.join(path));
            fill(disk, &unfinished.join(path), &bytes, old)?;
        }
        let name = format!("{:06}", place.numbers()?.last().map_or(1, |(number, _)| number + 1));
        let new = place.releases.join(&name);
        disk.rename(&unfinished, &new)?;
        place.switch(disk, &name)?;
        place.shows(built)?;
        place.remove_old(disk, target)?;
        Ok(Publication { plan, state: State::Release(new) })
    }

    /// Keeps others away, if nobody published since this was read.
    fn hold(&self) -> Result<Option<Lock>, PublishError> {
        let There { place, served, .. } = self;
        let lock = Lock::take(&place.releases).map_err(|error| match error {
            EmitError::Busy(_) => PublishError::Busy(place.link.clone()),
            other => other.into(),
        })?;
        if place.served()? != *served {
            return Err(PublishError::Moved(place.link.clone()));
        }
        Ok(lock)
    }

    /// The bytes of a file that readers see.
    pub(super) fn file(&self, path: &str) -> Result<Option<Vec<u8>>, PublishError> {
        self.served.as_ref().map_or(Ok(None), |dir| read(&dir.join(path)))
    }
}

fn read(file: &Path) -> Result<Option<Vec<u8>>, PublishError> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(failed("read", file)(error).into()),
    }
}

fn plan_from(built: &Built, served: Option<&Path>) -> Result<Plan, PublishError> {
    let there = served.map_or(Ok(BTreeMap::new()), files_in)?;
    Ok(Plan::between(&sized(&there), &sized(&built.files)))
}

/// What a release holds, with its signature.
fn files_in(release: &Path) -> Result<BTreeMap<String, Sum>, PublishError> {
    let mut files = files_of(release)?.unwrap_or_default();
    if let Some(bytes) = read(&release.join(SIGNATURE))? {
        files.insert(SIGNATURE.to_owned(), Sum::of(&bytes));
    }
    Ok(files)
}

fn sized(files: &BTreeMap<String, Sum>) -> BTreeMap<String, (Sum, u64)> {
    files.iter().map(|(path, sum)| (path.clone(), (*sum, sum.bytes))).collect()
}

/// Puts one file into the new release: the one of the served release under a second name, if it has the same bytes.
fn fill(disk: &Disk, file: &Path, bytes: &[u8], served: Option<PathBuf>) -> Result<(), EmitError> {
    let missing: Vec<&Path> = file.ancestors().skip(1).take_while(|dir| !dir.is_dir()).collect();
    for dir in missing.into_iter().rev() {
        disk.create_dir(dir)?;
    }
    // Compared, not believed: a release that somebody touched is not handed on.
    match served.filter(|served| fs::read(served).is_ok_and(|served| served == bytes)) {
        // Where the file system has no hard links, a copy does as well.
        Some(served) => disk.hard_link(&served, file).or_else(|_| disk.write(file, bytes)),
        None => disk.write(file, bytes),
    }
}
