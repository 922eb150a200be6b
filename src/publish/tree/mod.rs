//! A site at a place of files that is changed in place: an object store, a WebDAV folder, a folder behind SSH.
//!
//! The place is never listed: [`record::RECORD`] there names every file that may be there. It is written before
//! anything is sent, with what is about to change, and after each phase; so a publication that was interrupted
//! anywhere is completed by the next, and nothing that it left is forgotten.
//!
//! 1. Take the lease; see that record and manifest are still those that the plan was made from.
//! 2. Where releases are kept, copy aside what is about to change, as the record says before and afterwards.
//! 3. Write the record with all that is about to change.
//! 4. Send what pages need, new pages, changed pages, then home pages and feeds.
//! 5. Swap the manifest, if it is still the one that was read; then send its signature, or remove that of the last.
//! 6. Fetch some of every phase back, and compare.
//! 7. Remove what is gone, write the record, give back the lease.
//!
//! Going back to an earlier release is a publication of the same kind: its bytes come from what was copied aside, and
//! all of them are read and compared before anything changes.

#[cfg(feature = "cloud")]
mod cloud;
mod folders;
mod headers;
#[cfg(test)]
#[cfg(feature = "cloud")]
mod interruptions;
mod lease;
#[cfg(feature = "cloud")]
mod network;
mod record;
#[cfg(feature = "cloud")]
mod rollback;
mod sending;
mod sftp;
mod shelf;
mod steps;
mod store;
#[cfg(feature = "cloud")]
mod webdav;

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

use crate::emit::{EmitError, Lock, MANIFEST, Manifest, OutPath, Sum, failed};

use super::built::Built;
use super::{Plan, Publication, PublishError, Release, Sending, State};
#[cfg(feature = "cloud")]
pub(super) use cloud::Cloud;
pub(super) use folders::{FolderHistory, Folders};
use headers::Headers;
use lease::Lease;
use record::{Files, Known, RECORD, Record};
#[cfg(feature = "cloud")]
pub(super) use rollback::Earlier;
use sending::{FromBuild, Run};
pub(super) use sftp::Sftp;
use shelf::Aside;
use steps::Steps;
pub(super) use store::Store;
use store::{Condition, Object, Put};
#[cfg(feature = "cloud")]
pub(super) use webdav::WebDav;

/// How many files are sent between two looks at the lease.
const CHUNK: usize = 256;

/// A place as it was when it was read.
pub(super) struct There {
    store: Box<dyn Store>,
    record: Option<Object>,
    manifest: Option<Object>,
    known: Record,
    /// How many releases stay, with the one that is served; none where nobody asked for it.
    keep: Option<NonZeroUsize>,
}

impl There {
    pub(super) fn find(store: Box<dyn Store>, keep: Option<NonZeroUsize>) -> Result<There, PublishError> {
        let manifest = store.get(&own_path(MANIFEST))?;
        let record = store.get(&own_path(RECORD))?;
        if manifest.is_none() && record.is_none() && store.get(&own_path("index.html"))?.is_some() {
            return Err(PublishError::ForeignPlace(store.place().to_owned()));
        }
        let unknown = |why| PublishError::UnknownRecord { place: store.place().to_owned(), why };
        let known = match &record {
            Some(object) => Record::from_json(&object.bytes).map_err(unknown)?,
            None => {
                let read = manifest.as_ref().map(|object| Manifest::from_json(&object.bytes).map_err(unknown));
                Record::from_manifest(read.transpose()?.as_ref())
            }
        };
        Ok(There { store, record, manifest, known, keep })
    }

    pub(super) fn manifest(&self) -> Result<Option<Manifest>, PublishError> {
        let unknown = |why| PublishError::UnknownRecord { place: self.store.place().to_owned(), why };
        self.manifest.as_ref().map(|object| Manifest::from_json(&object.bytes).map_err(unknown)).transpose()
    }

    /// The bytes of a file that the place is known to have.
    pub(super) fn file(&self, path: &str) -> Result<Option<Vec<u8>>, PublishError> {
        match self.known.files.contains_key(path) {
            true => Ok(self.store.get(&own_path(path))?.map(|object| object.bytes)),
            false => Ok(None),
        }
    }

    pub(super) fn plan(&self, built: &Built) -> Result<Plan, PublishError> {
        let wanted = self.wanted(built)?;
        let steps = Steps::between(&self.known, &wanted);
        let aside = self.aside(&wanted, &steps, self.keep())?;
        Ok(Plan { kept: aside.items(), ..steps.plan })
    }

    /// How many releases stay, with the one that is served.
    fn keep(&self) -> usize {
        self.keep.map_or(1, NonZeroUsize::get)
    }

    fn aside(&self, wanted: &Files, steps: &Steps, keep: usize) -> Result<Aside, PublishError> {
        let mut lists = BTreeMap::new();
        for release in &self.known.shelf.releases {
            // Without a list, a release is damaged; that is for whoever wants to go back to it.
            lists.extend(self.list(*release)?.map(|list| (*release, list)));
        }
        Ok(Aside::between(&self.known, &lists, wanted, steps, keep))
    }

    /// What an earlier release consisted of, if that can still be read.
    fn list(&self, release: u64) -> Result<Option<Files>, PublishError> {
        let list = self.store.get(&shelf::list(release))?;
        Ok(list.and_then(|list| serde_json::from_slice(&list.bytes).ok()))
    }

    fn wanted(&self, built: &Built) -> Result<Files, PublishError> {
        let known = |(path, sum): (&String, &Sum)| {
            let altered = || PublishError::Altered(built.dir.join(path));
            let path = OutPath::new(path).map_err(|_| altered())?;
            let known = self.as_sent(&path, sum);
            Ok((path, known))
        };
        built.files.iter().map(known).collect()
    }

    /// A file as it would be sent now.
    fn as_sent(&self, path: &OutPath, sum: &Sum) -> Known {
        let headers = self.store.keeps_headers().then(|| Headers::of(path, sum).digest());
        Known { sha256: sum.sha256, bytes: sum.bytes, headers }
    }

    pub(super) fn publish(&self, built: &Built, release: &Release, how: &Sending) -> Result<Publication, PublishError> {
        let wanted = self.wanted(built)?;
        let steps = Steps::between(&self.known, &wanted);
        let aside = self.aside(&wanted, &steps, self.keep())?;
        let plan = Plan { kept: aside.items(), ..steps.plan.clone() };
        if plan.changes_nothing() && aside.is_nothing() && self.known.pending.is_empty() {
            lease::give_back(self.store.as_ref(), release.scratch)?;
            return Ok(Publication { plan, state: State::Unchanged });
        }
        let _lock = hold(self.store.as_ref(), release.scratch)?;
        let mut lease = Lease::take(self.store.as_ref(), &lease::identity(release.scratch)?, how.break_lease)?;
        self.store.notice().iter().for_each(how.notice);
        let source = FromBuild { store: self.store.as_ref(), built };
        let withdrawn = self.known.shelf.withdrawn.clone();
        let run = Run { there: self, wanted: &wanted, steps: &steps, aside: &aside, source: &source, withdrawn };
        let sent = run.send(&mut lease, how);
        let ended = lease.end();
        sent?;
        ended?;
        Ok(Publication { plan, state: State::Files })
    }
}

/// Refuses if one of our own files is not the one that was read.
fn still_the_same(store: &dyn Store, name: &str, then: Option<&Object>) -> Result<(), PublishError> {
    let now = store.get(&own_path(name))?;
    if now.map(|object| object.bytes).as_ref() == then.map(|object| &object.bytes) {
        return Ok(());
    }
    Err(PublishError::Moved(store.place().into()))
}

/// Puts bytes where `old` was read.
fn swap(store: &dyn Store, name: &str, bytes: &[u8], old: Option<&Object>) -> Result<Object, PublishError> {
    let path = own_path(name);
    let condition = old.map_or(Condition::Absent, Condition::Is);
    if let Some(object) = store.put_if(&path, bytes, condition)? {
        return Ok(object);
    }
    // When an answer is lost on the way, the second attempt meets what the first one wrote.
    let there = store.get(&path)?.filter(|object| object.bytes == bytes);
    there.ok_or_else(|| PublishError::Moved(store.place().into()))
}

/// Keeps other publications of this desk away: they share its identity.
fn hold(store: &dyn Store, scratch: &Path) -> Result<Option<Lock>, PublishError> {
    fs::create_dir_all(scratch).map_err(failed("create", scratch))?;
    Lock::take(scratch).map_err(|error| match error {
        EmitError::Busy(_) => PublishError::Busy(store.place().into()),
        other => other.into(),
    })
}

fn put<'a>(built: &'a Built, path: &'a OutPath) -> Result<Put<'a>, PublishError> {
    let sum = built.files.get(path.as_str()).ok_or_else(|| PublishError::Altered(path.below(&built.dir)))?;
    Ok(Put { path, headers: Headers::of(path, sum), sum, built })
}

/// The path of one of our own files.
fn own_path(name: &str) -> OutPath {
    OutPath::new(name).expect("our own names are output paths")
}
