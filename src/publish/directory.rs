//! Releases side by side, and a symbolic link to the one that is served.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use crate::emit::{Disk, EmitError, Lock, MANIFEST, Manifest, Sum, failed, is_absent};

use super::built::{Built, files_of};
use super::sample::sample;
use super::{Directory, Plan, Publication, PublishError, Release, SIGNATURE, State};

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
        let _lock = Lock::take(&place.releases).map_err(|error| match error {
            EmitError::Busy(_) => PublishError::Busy(place.link.clone()),
            other => other.into(),
        })?;
        if place.served()? != *served {
            return Err(PublishError::Moved(place.link.clone()));
        }
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
    let mut there = match served {
        Some(dir) => files_of(dir)?.unwrap_or_default(),
        None => BTreeMap::new(),
    };
    if let Some(bytes) = served.map_or(Ok(None), |dir| read(&dir.join(SIGNATURE)))? {
        there.insert(SIGNATURE.to_owned(), Sum::of(&bytes));
    }
    let sized = |files: &BTreeMap<String, Sum>| -> BTreeMap<String, (Sum, u64)> {
        files.iter().map(|(path, sum)| (path.clone(), (*sum, sum.bytes))).collect()
    };
    Ok(Plan::between(&sized(&there), &sized(&built.files)))
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

/// The link that is served and the releases beside it.
struct Place {
    link: PathBuf,
    releases: PathBuf,
}

impl Place {
    fn new(link: &Path) -> Result<Place, PublishError> {
        let Some(name) = link.file_name() else { return Err(PublishError::Foreign(link.to_owned())) };
        let releases = link.with_file_name(with(name, ".releases"));
        Ok(Place { link: link.to_owned(), releases })
    }

    /// The release that is served; none if nothing, or an empty directory, is at the place.
    fn served(&self) -> Result<Option<PathBuf>, PublishError> {
        let foreign = || PublishError::Foreign(self.link.clone());
        match fs::symlink_metadata(&self.link) {
            Ok(meta) if meta.is_symlink() => {
                let target = fs::read_link(&self.link).map_err(failed("read", &self.link))?;
                let release = self.link.with_file_name("").join(target);
                let ours = release.parent() == Some(&self.releases) && number(&release).is_some();
                ours.then_some(Some(release)).ok_or_else(foreign)
            }
            Ok(meta) if meta.is_dir() => {
                let mut entries = fs::read_dir(&self.link).map_err(failed("read", &self.link))?;
                entries.next().is_none().then_some(None).ok_or_else(foreign)
            }
            Ok(_) => Err(foreign()),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(failed("read", &self.link)(error).into()),
        }
    }

    /// The releases and their numbers, oldest first.
    fn numbers(&self) -> Result<Vec<(u64, PathBuf)>, PublishError> {
        let entries = fs::read_dir(&self.releases).map_err(failed("read", &self.releases))?;
        let paths = entries.collect::<Result<Vec<_>, _>>().map_err(failed("read", &self.releases))?;
        let mut numbers: Vec<(u64, PathBuf)> =
            paths.into_iter().filter_map(|entry| Some((number(&entry.path())?, entry.path()))).collect();
        numbers.sort();
        Ok(numbers)
    }

    /// Serves another release from one moment to the next.
    fn switch(&self, disk: &Disk, release: &str) -> Result<(), PublishError> {
        let new = self.releases.join("next");
        // Read from the directory that holds the link, so that all of it can be moved elsewhere.
        let target = Path::new(self.releases.file_name().unwrap_or_default()).join(release);
        disk.remove_file(&new)?;
        disk.link_dir(&target, &new)?;
        // A link replaces a link at once; only an empty directory has to go first.
        if self.link.is_dir() && !self.link.is_symlink() {
            disk.remove_empty_dir(&self.link)?;
        }
        disk.rename(&new, &self.link)?;
        Ok(())
    }

    /// Reads some of the site, and what vouches for it, as the server does.
    fn shows(&self, built: &Built) -> Result<(), PublishError> {
        let ours = [MANIFEST, SIGNATURE].into_iter().filter(|path| built.files.contains_key(*path));
        let drawn = sample(built.files.get(MANIFEST), built.files.keys()).into_iter().map(String::as_str);
        for path in drawn.chain(ours) {
            let there = read(&self.link.join(path))?;
            if there.is_none_or(|bytes| Some(&Sum::of(&bytes)) != built.files.get(path)) {
                let place = self.link.display().to_string();
                return Err(PublishError::Differs { place, path: path.to_owned() });
            }
        }
        Ok(())
    }

    /// Removes the oldest releases, never the one that is served.
    fn remove_old(&self, disk: &Disk, target: &Directory) -> Result<(), PublishError> {
        let served = self.served()?;
        let mut others: Vec<PathBuf> = self.numbers()?.into_iter().map(|(_, path)| path).collect();
        others.retain(|path| Some(path) != served.as_ref());
        let too_many = (others.len() + 1).saturating_sub(target.keep.get());
        for release in &others[..too_many.min(others.len())] {
            // Half a release must not look like one.
            let unfinished = self.releases.join(UNFINISHED);
            disk.rename(release, &unfinished)?;
            disk.remove_tree(&unfinished)?;
        }
        Ok(())
    }
}

fn number(release: &Path) -> Option<u64> {
    release.file_name()?.to_str()?.parse().ok()
}

fn with(name: &OsStr, ending: &str) -> OsString {
    let mut name = name.to_owned();
    name.push(ending);
    name
}
