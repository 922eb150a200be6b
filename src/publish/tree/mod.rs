//! A site at a place of files that is changed in place: an object store, a WebDAV folder, a folder behind SSH.
//!
//! The place is never listed: [`record::RECORD`] there names every file that may be there. It is written before
//! anything is sent, with what is about to change, and after each phase; so a publication that was interrupted
//! anywhere is completed by the next, and nothing that it left is forgotten.
//!
//! 1. Take the lease; see that record and manifest are still those that the plan was made from.
//! 2. Write the record with all that is about to change.
//! 3. Send what pages need, new pages, changed pages, then home pages and feeds.
//! 4. Swap the manifest, if it is still the one that was read; then send its signature, or remove that of the last.
//! 5. Fetch some of every phase back, and compare.
//! 6. Remove what is gone, write the record, give back the lease.

#[cfg(feature = "cloud")]
mod cloud;
mod folders;
mod headers;
mod lease;
#[cfg(feature = "cloud")]
mod network;
mod record;
mod sftp;
mod steps;
mod store;
#[cfg(feature = "cloud")]
mod webdav;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::emit::{EmitError, Lock, MANIFEST, Manifest, OutPath, Sum, failed};

use super::built::Built;
use super::sample::sample;
use super::{Plan, Publication, PublishError, Release, SIGNATURE, Sending, State};
#[cfg(feature = "cloud")]
pub(super) use cloud::Cloud;
pub(super) use folders::{FolderHistory, Folders};
use headers::Headers;
use lease::Lease;
use record::{Known, RECORD, Record};
pub(super) use sftp::Sftp;
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
}

impl There {
    pub(super) fn find(store: Box<dyn Store>) -> Result<There, PublishError> {
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
        Ok(There { store, record, manifest, known })
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
        Ok(self.steps(built)?.plan)
    }

    fn steps(&self, built: &Built) -> Result<Steps, PublishError> {
        Ok(Steps::between(&self.known, &self.wanted(built)?))
    }

    fn wanted(&self, built: &Built) -> Result<BTreeMap<OutPath, Known>, PublishError> {
        let keeps_headers = self.store.keeps_headers();
        let known = |(path, sum): (&String, &Sum)| {
            let altered = || PublishError::Altered(built.dir.join(path));
            let path = OutPath::new(path).map_err(|_| altered())?;
            let headers = keeps_headers.then(|| Headers::of(&path, sum).digest());
            Ok((path, Known { sha256: sum.sha256, bytes: sum.bytes, headers }))
        };
        built.files.iter().map(known).collect()
    }

    pub(super) fn publish(&self, built: &Built, release: &Release, how: &Sending) -> Result<Publication, PublishError> {
        let steps = self.steps(built)?;
        if steps.plan.changes_nothing() && self.known.pending.is_empty() {
            return Ok(Publication { plan: steps.plan, state: State::Unchanged });
        }
        let _lock = hold(self.store.as_ref(), release.scratch)?;
        let mut lease = Lease::take(self.store.as_ref(), &lease::identity(release.scratch)?, how.break_lease)?;
        self.store.notice().iter().for_each(how.notice);
        let sent = self.send(built, &steps, &mut lease, how);
        let ended = lease.end();
        sent?;
        ended?;
        Ok(Publication { plan: steps.plan, state: State::Files })
    }

    fn send(&self, built: &Built, steps: &Steps, lease: &mut Lease, how: &Sending) -> Result<(), PublishError> {
        self.still_the_same(RECORD, self.record.as_ref())?;
        self.still_the_same(MANIFEST, self.manifest.as_ref())?;
        let wanted = self.wanted(built)?;
        let (manifest, signature) = (own_path(MANIFEST), own_path(SIGNATURE));

        let mut now = self.known.clone();
        now.release = steps.release;
        now.pending.extend(steps.phases.iter().flatten().chain(&steps.removed).cloned().chain([manifest.clone()]));
        now.pending.extend(wanted.get_key_value(&signature).map(|(path, _)| path.clone()));
        let mut record = self.swap(RECORD, &now.to_json(), self.record.as_ref())?;

        let all = steps.phases.iter().map(Vec::len).sum();
        let mut done = 0;
        for phase in &steps.phases {
            for chunk in phase.chunks(CHUNK) {
                lease.renew()?;
                let puts = chunk.iter().map(|path| put(built, path)).collect::<Result<Vec<_>, _>>()?;
                self.store.put_all(&puts)?;
                done += chunk.len();
                (how.progress)(done, all);
            }
            for path in phase {
                now.pending.remove(path);
                now.kept.remove(path);
                now.files.insert(path.clone(), wanted[path].clone());
            }
            record = self.swap(RECORD, &now.to_json(), Some(&record))?;
        }

        lease.renew()?;
        let bytes = put(built, &manifest)?.bytes()?;
        self.swap(MANIFEST, &bytes, self.manifest.as_ref())?;
        if wanted.contains_key(&signature) {
            self.store.put_all(&[put(built, &signature)?])?;
        } else if steps.removed.contains(&signature) {
            self.store.delete_all(&[&signature])?;
        }
        self.sample(built, steps)?;
        for chunk in steps.removed.chunks(CHUNK) {
            lease.renew()?;
            self.store.delete_all(&chunk.iter().collect::<Vec<_>>())?;
        }
        (now.files, now.kept) = (wanted, steps.kept.clone());
        now.pending.clear();
        self.swap(RECORD, &now.to_json(), Some(&record)).map(drop)
    }

    /// Fetches some of what was sent, and compares.
    fn sample(&self, built: &Built, steps: &Steps) -> Result<(), PublishError> {
        let ours = [MANIFEST, SIGNATURE].map(own_path);
        let ours = ours.iter().filter(|path| built.files.contains_key(path.as_str()));
        let drawn = steps.phases.iter().flat_map(|phase| sample(built.files.get(MANIFEST), phase));
        for path in drawn.chain(ours) {
            let there = self.store.get(path)?;
            if there.is_none_or(|object| Some(&Sum::of(&object.bytes)) != built.files.get(path.as_str())) {
                return Err(PublishError::Differs { place: self.store.place().to_owned(), path: path.to_string() });
            }
        }
        Ok(())
    }

    fn still_the_same(&self, name: &str, then: Option<&Object>) -> Result<(), PublishError> {
        still_the_same(self.store.as_ref(), name, then)
    }

    /// Puts bytes where `old` was read.
    fn swap(&self, name: &str, bytes: &[u8], old: Option<&Object>) -> Result<Object, PublishError> {
        swap(self.store.as_ref(), name, bytes, old)
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
