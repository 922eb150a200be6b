//! The link that readers come by, and the releases beside it.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use crate::emit::{Disk, MANIFEST, Sum, failed, is_absent};
use crate::publish::built::Built;
use crate::publish::sample::sample;
use crate::publish::{Directory, PublishError, SIGNATURE};

use super::{UNFINISHED, read};

/// The releases that a rollback left behind, one name a line.
const WITHDRAWN: &str = "withdrawn";

/// The link that is served and the releases beside it.
pub(super) struct Place {
    pub(super) link: PathBuf,
    pub(super) releases: PathBuf,
}

impl Place {
    pub(super) fn new(link: &Path) -> Result<Place, PublishError> {
        let Some(name) = link.file_name() else { return Err(PublishError::Foreign(link.to_owned())) };
        let releases = link.with_file_name(with(name, ".releases"));
        Ok(Place { link: link.to_owned(), releases })
    }

    /// The release that is served; none if nothing, or an empty directory, is at the place.
    pub(super) fn served(&self) -> Result<Option<PathBuf>, PublishError> {
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
    pub(super) fn numbers(&self) -> Result<Vec<(u64, PathBuf)>, PublishError> {
        let entries = fs::read_dir(&self.releases).map_err(failed("read", &self.releases))?;
        let paths = entries.collect::<Result<Vec<_>, _>>().map_err(failed("read", &self.releases))?;
        let mut numbers: Vec<(u64, PathBuf)> =
            paths.into_iter().filter_map(|entry| Some((number(&entry.path())?, entry.path()))).collect();
        numbers.sort();
        Ok(numbers)
    }

    /// Serves another release from one moment to the next.
    pub(super) fn switch(&self, disk: &Disk, release: &str) -> Result<(), PublishError> {
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
    pub(super) fn shows(&self, built: &Built) -> Result<(), PublishError> {
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

    /// The releases that a rollback left behind.
    pub(super) fn withdrawn(&self) -> Result<Vec<String>, PublishError> {
        let bytes = read(&self.releases.join(WITHDRAWN))?.unwrap_or_default();
        Ok(String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect())
    }

    /// Notes which releases are left behind from now on.
    pub(super) fn withdraw(&self, disk: &Disk, releases: &[String]) -> Result<(), PublishError> {
        let (file, new) = (self.releases.join(WITHDRAWN), self.releases.join(format!("{WITHDRAWN}.new")));
        disk.write_durably(&new, releases.join("\n").as_bytes())?;
        Ok(disk.rename(&new, &file)?)
    }

    /// Removes the oldest releases, never the one that is served.
    pub(super) fn remove_old(&self, disk: &Disk, target: &Directory) -> Result<(), PublishError> {
        let served = self.served()?;
        let mut others: Vec<PathBuf> = self.numbers()?.into_iter().map(|(_, path)| path).collect();
        others.retain(|path| Some(path) != served.as_ref());
        // What was withdrawn is missed least.
        let withdrawn = self.withdrawn()?;
        others.sort_by_key(|path| !withdrawn.contains(&name(path)));
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

/// What people call a release.
pub(super) fn name(release: &Path) -> String {
    release.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn number(release: &Path) -> Option<u64> {
    release.file_name()?.to_str()?.parse().ok()
}

fn with(name: &OsStr, ending: &str) -> OsString {
    let mut name = name.to_owned();
    name.push(ending);
    name
}
