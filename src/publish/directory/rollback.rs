//! Back to an earlier release: the link is switched, and nothing else changes.

use std::path::PathBuf;

use crate::emit::{Disk, Manifest};
use crate::publish::releases::{Kept, Releases};
use crate::publish::{Plan, PublishError, State, verify};

use super::place::name;
use super::{There, files_in, sized};

impl There<'_> {
    /// The releases, oldest first.
    fn releases(&self) -> Result<Vec<PathBuf>, PublishError> {
        match self.place.releases.is_dir() {
            true => Ok(self.place.numbers()?.into_iter().map(|(_, path)| path).collect()),
            false => Ok(Vec::new()),
        }
    }

    fn path_of(&self, kept: &Kept) -> PathBuf {
        self.place.releases.join(&kept.name)
    }
}

impl Releases for There<'_> {
    fn place(&self) -> String {
        self.place.link.display().to_string()
    }

    fn kept(&self) -> Result<Vec<Kept>, PublishError> {
        let withdrawn = self.place.withdrawn()?;
        let kept = |path: PathBuf| {
            let (name, is_served) = (name(&path), Some(&path) == self.served.as_ref());
            Kept { is_withdrawn: !is_served && withdrawn.contains(&name), name, is_served, note: String::new() }
        };
        Ok(self.releases()?.into_iter().map(kept).collect())
    }

    fn manifest(&self, kept: &Kept) -> Result<Option<Manifest>, PublishError> {
        Ok(Manifest::read(&self.path_of(kept))?)
    }

    fn plan(&self, kept: &Kept) -> Result<Plan, PublishError> {
        let there = self.served.as_deref().map_or_else(|| Ok(Default::default()), files_in)?;
        Ok(Plan::between(&sized(&there), &sized(&files_in(&self.path_of(kept))?)))
    }

    fn go_back(&self, kept: &Kept, withdrawn: &[String]) -> Result<State, PublishError> {
        let _lock = self.hold()?;
        let release = self.path_of(kept);
        let verified = verify(&release)?;
        if let Some(path) = verified.missing.iter().chain(&verified.changed).next() {
            return Err(PublishError::Damaged { release: kept.name.clone(), path: path.to_string() });
        }
        let disk = Disk::default();
        // First the note: until the switch it speaks of the release that is served, which it does not touch.
        self.place.withdraw(&disk, withdrawn)?;
        self.place.switch(&disk, &kept.name)?;
        Ok(State::Release(release))
    }
}
