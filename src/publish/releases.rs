//! Earlier releases that a target keeps, and the way back to one of them.
//!
//! A rollback is for emergencies. It sends nothing that was not published before, so it needs no build, and nothing is
//! checked but that the earlier release is whole; what readers lose by it is for the desk to see and to decide.

use std::num::NonZeroUsize;

use crate::emit::Manifest;

use super::{Bucket, Plan, PublishError, Release, State, Target, directory, git, tree};

/// A release that a target has kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What it is called there: `000003`, or a commit.
    pub name: String,
    /// Whether readers see it; where a publication was interrupted, some of it.
    pub is_served: bool,
    /// Whether somebody went back from it to an earlier one.
    pub is_withdrawn: bool,
    /// What the target says of it, such as its day.
    pub note: String,
}

/// A place that keeps releases.
pub(super) trait Releases {
    /// What people call it.
    fn place(&self) -> String;
    /// The releases, oldest first.
    fn kept(&self) -> Result<Vec<Kept>, PublishError>;
    /// Whether readers see the release that is served and nothing of another, and nothing is left to do.
    fn is_whole(&self) -> bool {
        true
    }
    /// How many files are kept for earlier releases alone, and their length, where that is known.
    fn aside(&self) -> Option<(usize, u64)> {
        None
    }
    /// What a release says of itself.
    fn manifest(&self, kept: &Kept) -> Result<Option<Manifest>, PublishError>;
    /// From what readers see to that release.
    fn plan(&self, kept: &Kept) -> Result<Plan, PublishError>;
    /// Gives back the lease that an interrupted run of this desk left, where nothing else is to be done.
    fn give_back(&self) -> Result<(), PublishError> {
        Ok(())
    }
    /// Serves a release, and notes which have been left behind.
    fn go_back(&self, kept: &Kept, withdrawn: &[String]) -> Result<State, PublishError>;
}

/// The releases of a target as they are now: nothing is changed yet.
pub struct History<'a> {
    there: Box<dyn Releases + 'a>,
    kept: Vec<Kept>,
}

/// Reads which releases a target keeps; the site of `release` need not be built.
///
/// # Errors
///
/// The target keeps none, or cannot be read.
pub fn history<'a>(release: &Release<'a>, target: &'a Target) -> Result<History<'a>, PublishError> {
    let there: Box<dyn Releases + 'a> = match target {
        Target::Directory(directory) => Box::new(directory::There::find(release, directory)?),
        Target::Git(branch) => Box::new(git::History::fetch(release, branch)?),
        Target::SftpReleases(target) => Box::new(tree::FolderHistory::find(*release, target)?),
        Target::Sftp(folder) => return Err(keeps_none(format!("{}:{}", folder.host, folder.path))),
        Target::WebDav(folder) => return Err(keeps_none(folder.url.clone())),
        Target::Bucket(bucket) => {
            let keep = bucket.keep.ok_or_else(|| keeps_none(bucket.bucket.clone()))?;
            kept_in(*release, bucket, keep)?
        }
    };
    History::of(there)
}

#[cfg(feature = "cloud")]
fn kept_in<'a>(
    release: Release<'a>,
    bucket: &'a Bucket,
    keep: NonZeroUsize,
) -> Result<Box<dyn Releases + 'a>, PublishError> {
    Ok(Box::new(tree::Earlier::find(release, Box::new(tree::Cloud::new(bucket)?), keep)?))
}

#[cfg(not(feature = "cloud"))]
fn kept_in<'a>(_: Release<'a>, _: &'a Bucket, _: NonZeroUsize) -> Result<Box<dyn Releases + 'a>, PublishError> {
    Err(PublishError::NoCloud)
}

fn keeps_none(place: String) -> PublishError {
    PublishError::KeepsNone { place }
}

impl<'a> History<'a> {
    pub(super) fn of(there: Box<dyn Releases + 'a>) -> Result<History<'a>, PublishError> {
        let kept = there.kept()?;
        Ok(History { there, kept })
    }

    /// The releases, oldest first.
    pub fn kept(&self) -> &[Kept] {
        &self.kept
    }

    /// What readers see.
    pub fn served(&self) -> Option<&Kept> {
        self.kept.iter().find(|kept| kept.is_served)
    }

    /// Whether readers see this release and nothing of another.
    pub fn is_served(&self, kept: &Kept) -> bool {
        kept.is_served && self.there.is_whole()
    }

    /// How many files are kept for earlier releases alone, and their length, where that is known.
    pub fn aside(&self) -> Option<(usize, u64)> {
        self.there.aside()
    }

    /// The release that `wanted` means: its name, the beginning of it, or how many releases to go back. Those that
    /// were left behind before do not count.
    ///
    /// # Errors
    ///
    /// There is no such release.
    pub fn find(&self, wanted: &str) -> Result<&Kept, PublishError> {
        let unknown = || PublishError::NoSuchRelease {
            place: self.there.place(),
            wanted: wanted.to_owned(),
            kept: self.kept.iter().filter(|kept| !kept.is_served).map(|kept| kept.name.clone()).collect(),
        };
        if let Some(kept) = self.kept.iter().find(|kept| kept.name == wanted) {
            return Ok(kept);
        }
        // As short as git writes them.
        let mut beginning = self.kept.iter().filter(|kept| wanted.len() >= 7 && kept.name.starts_with(wanted));
        if let (Some(kept), None) = (beginning.next(), beginning.next()) {
            return Ok(kept);
        }
        let steps: usize = wanted.parse().map_err(|_| unknown())?;
        let served = self.kept.iter().position(|kept| kept.is_served).ok_or_else(unknown)?;
        let mut earlier = self.kept[..served].iter().rev().filter(|kept| !kept.is_withdrawn);
        earlier.nth(steps.wrapping_sub(1)).ok_or_else(unknown)
    }

    /// What a release says of itself.
    ///
    /// # Errors
    ///
    /// It says nothing that this recoupe understands.
    pub fn manifest(&self, kept: &Kept) -> Result<Option<Manifest>, PublishError> {
        self.there.manifest(kept)
    }

    /// What going back would change.
    ///
    /// # Errors
    ///
    /// The releases cannot be read.
    pub fn plan(&self, kept: &Kept) -> Result<Plan, PublishError> {
        self.there.plan(kept)
    }

    /// Serves a release again.
    ///
    /// # Errors
    ///
    /// The release is damaged, the target refuses, or somebody published meanwhile; readers see what they saw.
    pub fn go_back(&self, kept: &Kept) -> Result<State, PublishError> {
        if self.is_served(kept) {
            self.there.give_back()?;
            return Ok(State::Unchanged);
        }
        let at = |wanted: &Kept| self.kept.iter().position(|kept| kept.name == wanted.name).unwrap_or_default();
        let (to, from) = (at(kept), self.served().map_or(0, at));
        // Forward, nothing is left behind; and what is served is no longer withdrawn.
        let left = |(place, release): &(usize, &Kept)| *place > to && (release.is_withdrawn || *place <= from);
        let before = |(place, release): &(usize, &Kept)| *place < to && release.is_withdrawn;
        let withdrawn = self.kept.iter().enumerate().filter(|release| left(release) || before(release));
        let withdrawn: Vec<String> = withdrawn.map(|(_, kept)| kept.name.clone()).collect();
        self.there.go_back(kept, &withdrawn)
    }
}
