//! Back to an earlier release behind SSH: the link is replaced, and nothing else changes.

use crate::emit::{MANIFEST, Manifest, Sum};
use crate::publish::releases::{Kept, Releases};
use crate::publish::sample::sample;
use crate::publish::{Plan, PublishError, Release, SftpReleases, State};

use super::super::lease::{self, Lease};
use super::super::store::Store as _;
use super::super::{hold, own_path, swap};
use super::{Folders, RECORD};

/// The releases beside a link.
pub(in crate::publish) struct FolderHistory<'a> {
    there: Folders,
    release: Release<'a>,
}

impl<'a> FolderHistory<'a> {
    pub(in crate::publish) fn find(release: Release<'a>, target: &SftpReleases) -> Result<Self, PublishError> {
        Ok(FolderHistory { there: Folders::find(&release, target)?, release })
    }

    /// Looks at some of a release before readers see it.
    fn is_whole(&self, kept: &Kept) -> Result<(), PublishError> {
        let damaged = |path: &str| PublishError::Damaged { release: kept.name.clone(), path: path.to_owned() };
        let (manifest, files) = self.there.contents(&kept.name)?.ok_or_else(|| damaged(MANIFEST))?;
        let folder = self.there.release(&kept.name);
        let seed = files.get(MANIFEST).map(|(sum, _)| *sum);
        for path in sample(seed.as_ref(), manifest.files.keys()) {
            let there = folder.get(path)?;
            if there.is_none_or(|object| Some(&Sum::of(&object.bytes)) != manifest.files.get(path)) {
                return Err(damaged(path.as_str()));
            }
        }
        let home = own_path("index.html");
        match manifest.files.contains_key(&home) && folder.get(&home)?.is_none() {
            true => Err(damaged(home.as_str())),
            false => Ok(()),
        }
    }
}

impl Releases for FolderHistory<'_> {
    fn place(&self) -> String {
        self.there.store.place().to_owned()
    }

    fn kept(&self) -> Result<Vec<Kept>, PublishError> {
        let Folders { known, served, .. } = &self.there;
        let kept = |name: &String| {
            let is_served = Some(name) == served.as_ref();
            let is_withdrawn = !is_served && known.withdrawn.contains(name);
            Kept { name: name.clone(), is_served, is_withdrawn, note: String::new() }
        };
        Ok(known.kept.iter().map(kept).collect())
    }

    fn manifest(&self, kept: &Kept) -> Result<Option<Manifest>, PublishError> {
        Ok(self.there.contents(&kept.name)?.map(|(manifest, _)| manifest))
    }

    fn plan(&self, kept: &Kept) -> Result<Plan, PublishError> {
        let wanted = self.there.contents(&kept.name)?.map(|(_, files)| files).unwrap_or_default();
        Ok(Plan::between(&self.there.files, &wanted))
    }

    fn give_back(&self) -> Result<(), PublishError> {
        lease::give_back(&self.there.store, self.release.scratch)
    }

    fn go_back(&self, kept: &Kept, withdrawn: &[String]) -> Result<State, PublishError> {
        let Folders { store, known, record, .. } = &self.there;
        let _lock = hold(store, self.release.scratch)?;
        let lease = Lease::take(store, &lease::identity(self.release.scratch)?, false)?;
        let switched = self.there.is_as_it_was().and_then(|()| self.is_whole(kept)).and_then(|()| {
            let mut now = known.clone();
            now.withdrawn = withdrawn.to_vec();
            swap(store, RECORD, &now.to_json(), record.as_ref())?;
            self.there.serve(&kept.name)
        });
        let ended = lease.end();
        switched?;
        ended?;
        Ok(State::Release(format!("{}{}/{}", self.there.link, super::ENDING, kept.name).into()))
    }
}
