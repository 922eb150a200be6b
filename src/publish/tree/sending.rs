//! The steps of a publication, one after the other.

use std::collections::BTreeSet;

use crate::emit::{MANIFEST, OutPath, Sum};
use crate::publish::built::Built;
use crate::publish::sample::sample;
use crate::publish::{PublishError, SIGNATURE, Sending};

use super::lease::Lease;
use super::record::{Files, RECORD, Record};
use super::shelf::{self, Aside, Slot};
use super::steps::Steps;
use super::store::{Copy, Object, Store};
use super::{CHUNK, There, own_path, put, still_the_same, swap};

/// Where the bytes of a release come from.
pub(super) trait Source {
    /// Sends files to the place.
    fn send(&self, paths: &[OutPath]) -> Result<(), PublishError>;
    /// The bytes of a file.
    fn bytes(&self, path: &OutPath) -> Result<Vec<u8>, PublishError>;
}

/// A build on this machine.
pub(super) struct FromBuild<'a> {
    pub(super) store: &'a dyn Store,
    pub(super) built: &'a Built,
}

impl Source for FromBuild<'_> {
    fn send(&self, paths: &[OutPath]) -> Result<(), PublishError> {
        let puts = paths.iter().map(|path| put(self.built, path)).collect::<Result<Vec<_>, _>>()?;
        self.store.put_all(&puts)
    }

    fn bytes(&self, path: &OutPath) -> Result<Vec<u8>, PublishError> {
        put(self.built, path)?.bytes()
    }
}

/// A release that is about to take the place of another.
pub(super) struct Run<'a> {
    pub(super) there: &'a There,
    pub(super) wanted: &'a Files,
    pub(super) steps: &'a Steps,
    pub(super) aside: &'a Aside,
    pub(super) source: &'a dyn Source,
    /// The releases that were left behind by going back.
    pub(super) withdrawn: BTreeSet<u64>,
}

impl Run<'_> {
    /// Does it, if the place is still as it was read.
    pub(super) fn send(&self, lease: &mut Lease, how: &Sending) -> Result<(), PublishError> {
        let Run { there, wanted, steps, aside, source, .. } = self;
        let store = there.store.as_ref();
        still_the_same(store, RECORD, there.record.as_ref())?;
        still_the_same(store, MANIFEST, there.manifest.as_ref())?;
        let (manifest, signature) = (own_path(MANIFEST), own_path(SIGNATURE));

        let mut now = there.known.clone();
        let mut record = self.put_aside(&mut now, lease)?;
        now.release = steps.release;
        now.pending.extend(steps.removed.iter().cloned());
        self.give_up(&mut now);
        for path in steps.phases.iter().flatten().chain([&manifest, &signature]) {
            wanted.get(path).into_iter().for_each(|file| now.expect(path, file));
        }
        record = Some(swap(store, RECORD, &now.to_json(), record.as_ref())?);

        let all = steps.phases.iter().map(Vec::len).sum();
        let mut done = 0;
        for phase in &steps.phases {
            for chunk in phase.chunks(CHUNK) {
                lease.renew()?;
                source.send(chunk)?;
                done += chunk.len();
                (how.progress)(done, all);
            }
            for path in phase {
                now.pending.remove(path);
                now.kept.remove(path);
                now.files.insert(path.clone(), wanted[path].clone());
            }
            record = Some(swap(store, RECORD, &now.to_json(), record.as_ref())?);
        }

        lease.renew()?;
        swap(store, MANIFEST, &source.bytes(&manifest)?, there.manifest.as_ref())?;
        if wanted.contains_key(&signature) {
            source.send(&[signature])?;
        } else if steps.removed.contains(&signature) {
            store.delete_all(&[&signature])?;
        }
        self.sample()?;

        (now.files, now.kept) = ((*wanted).clone(), steps.kept.clone());
        now.served = there.keep.map(|_| steps.served);
        self.settle_shelf(&mut now);
        if !aside.removed.is_empty() {
            // What is on the shelf stays until the release is whole: a run that ends before that needs it.
            now.pending = steps.removed.iter().chain(&aside.removed).cloned().collect();
            record = Some(swap(store, RECORD, &now.to_json(), record.as_ref())?);
        }
        let removed: Vec<&OutPath> = steps.removed.iter().chain(&aside.removed).collect();
        for chunk in removed.chunks(CHUNK) {
            lease.renew()?;
            store.delete_all(chunk)?;
        }
        now.pending.clear();
        swap(store, RECORD, &now.to_json(), record.as_ref()).map(drop)
    }

    /// Copies what earlier releases need of what is about to change; the record says so before and afterwards.
    fn put_aside(&self, now: &mut Record, lease: &mut Lease) -> Result<Option<Object>, PublishError> {
        let (store, aside, before) = (self.there.store.as_ref(), self.aside, self.there.record.as_ref());
        let made: Vec<OutPath> = aside.made().collect();
        let (Some(copies), false) = (store.copies(), made.is_empty()) else { return Ok(before.cloned()) };
        now.served = self.there.known.served();
        now.pending.extend(made.iter().cloned());
        let record = swap(store, RECORD, &now.to_json(), before)?;
        let all: Vec<Copy> = aside
            .copies
            .iter()
            .map(|(sum, (from, file))| Copy {
                from: from.clone(),
                to: shelf::slot(sum),
                sum: file.sum(),
                headers: None,
            })
            .collect();
        for chunk in all.chunks(CHUNK) {
            lease.renew()?;
            // What somebody has taken away or altered is not kept: whoever wants to go back to it is told so.
            let _ = copies.copy_all(chunk)?;
        }
        if let Some((release, files)) = &aside.list {
            let list = shelf::list(*release);
            let there = store.get(&list)?;
            swap(store, list.as_str(), &shelf::list_json(files), there.as_ref())?;
        }
        for (sum, (_, file)) in &aside.copies {
            now.shelf.files.insert(*sum, Slot { bytes: file.bytes, headers: file.headers.clone() });
        }
        now.shelf.releases.extend(aside.list.iter().map(|(release, _)| *release));
        now.pending.retain(|path| !made.contains(path));
        Ok(Some(record))
    }

    /// Takes the oldest releases off the list before anything is removed that they alone need.
    fn give_up(&self, now: &mut Record) {
        let given_up = now.shelf.releases.difference(&self.aside.releases).filter(|at| **at != self.steps.served);
        let given_up: Vec<u64> = given_up.copied().collect();
        now.pending.extend(given_up.iter().map(|release| shelf::list(*release)));
        now.shelf.releases.retain(|release| !given_up.contains(release));
    }

    fn settle_shelf(&self, now: &mut Record) {
        now.shelf.releases = self.aside.releases.clone();
        now.shelf.withdrawn = self.withdrawn.intersection(&self.aside.releases).copied().collect();
        now.shelf.files.retain(|sum, _| !self.aside.unneeded.contains(sum));
    }

    /// Fetches some of what was sent, and compares.
    fn sample(&self) -> Result<(), PublishError> {
        let sum = |path: &OutPath| self.wanted.get(path).map(|file| file.sum());
        let ours = [MANIFEST, SIGNATURE].map(own_path);
        let manifest = sum(&ours[0]);
        let drawn = self.steps.phases.iter().flat_map(|phase| sample(manifest.as_ref(), phase));
        for path in drawn.chain(ours.iter().filter(|path| self.wanted.contains_key(*path))) {
            let there = self.there.store.get(path)?;
            if there.is_none_or(|object| Some(Sum::of(&object.bytes)) != sum(path)) {
                let place = self.there.store.place().to_owned();
                return Err(PublishError::Differs { place, path: path.to_string() });
            }
        }
        Ok(())
    }
}
