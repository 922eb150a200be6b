//! Back to an earlier release, of which every file is at its place still or was kept aside.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;

use crate::emit::{MANIFEST, Manifest, OutPath, Sum};
use crate::publish::releases::{Kept, Releases};
use crate::publish::{Plan, PublishError, Release, SIGNATURE, Sending, State};

use super::headers::Headers;
use super::lease::{self, Lease};
use super::record::{Files, Known};
use super::sending::{Run, Source};
use super::steps::Steps;
use super::store::{Copies, Copy, Store};
use super::{CHUNK, There, hold, own_path, shelf};

/// The releases of a place that keeps them.
pub(in crate::publish) struct Earlier<'a> {
    there: There,
    release: Release<'a>,
}

impl<'a> Earlier<'a> {
    pub(in crate::publish) fn find(
        release: Release<'a>,
        store: Box<dyn Store>,
        keep: NonZeroUsize,
    ) -> Result<Self, PublishError> {
        Ok(Earlier { there: There::find(store, Some(keep))?, release })
    }

    /// The number of a release.
    fn number(&self, kept: &Kept) -> Result<u64, PublishError> {
        kept.name.parse().map_err(|_| self.damaged(kept, &kept.name))
    }

    /// The files of a release as they were.
    fn files(&self, kept: &Kept) -> Result<Files, PublishError> {
        let (number, known) = (self.number(kept)?, &self.there.known);
        if known.served() == Some(number) && !known.is_mixed() {
            return Ok(known.files.clone());
        }
        self.there.list(number)?.ok_or_else(|| self.damaged(kept, shelf::list(number).as_str()))
    }

    /// The same as they would be sent now: the headers may be others.
    fn wanted(&self, files: &Files) -> Files {
        files.iter().map(|(path, file)| (path.clone(), self.there.as_sent(path, &file.sum()))).collect()
    }

    /// Where the bytes of a file are: at its own path, or on the shelf.
    fn copy(&self, path: &OutPath, file: &Known) -> Copy {
        let known = &self.there.known;
        let (from, headers) = match known.certain(path).filter(|there| there.sha256 == file.sha256) {
            Some(there) => (path.clone(), there.headers.as_ref()),
            None => {
                let slot = known.shelf.files.get(&file.sha256);
                (shelf::slot(&file.sha256), slot.and_then(|slot| slot.headers.as_ref()))
            }
        };
        let wanted = Headers::of(path, &file.sum());
        let headers = (headers != Some(&wanted.digest())).then_some(wanted);
        Copy { from, to: path.clone(), sum: file.sum(), headers }
    }

    fn damaged(&self, kept: &Kept, path: &str) -> PublishError {
        PublishError::Damaged { release: kept.name.clone(), path: path.to_owned() }
    }

    /// Reads all that going back needs, before anything changes.
    fn look_at_all(&self, kept: &Kept, source: &FromShelf, lease: &mut Lease) -> Result<(), PublishError> {
        let needed: Vec<&Copy> = source.copies.values().collect();
        for chunk in needed.chunks(CHUNK) {
            lease.renew()?;
            let files: Vec<(OutPath, Sum)> = chunk.iter().map(|copy| (copy.from.clone(), copy.sum)).collect();
            if let Some(wrong) = source.place.first_wrong(&files)? {
                return Err(self.damaged(kept, chunk[wrong].to.as_str()));
            }
        }
        Ok(())
    }
}

impl Releases for Earlier<'_> {
    fn place(&self) -> String {
        self.there.store.place().to_owned()
    }

    fn kept(&self) -> Result<Vec<Kept>, PublishError> {
        let known = &self.there.known;
        // A publication that was interrupted stands between readers and the release before.
        let served = known.unfinished().or(known.served());
        let numbers: BTreeSet<u64> = known.shelf.releases.iter().copied().chain(served).collect();
        let kept = |number: u64| {
            let is_served = Some(number) == served;
            Kept {
                name: shelf::name(number),
                is_served,
                is_withdrawn: !is_served && known.shelf.withdrawn.contains(&number),
                note: if is_served && known.is_mixed() { "interrupted".to_owned() } else { String::new() },
            }
        };
        Ok(numbers.into_iter().map(kept).collect())
    }

    fn is_whole(&self) -> bool {
        self.there.known.pending.is_empty()
    }

    fn aside(&self) -> Option<(usize, u64)> {
        let files = &self.there.known.shelf.files;
        Some((files.len(), files.values().map(|slot| slot.bytes).sum()))
    }

    fn manifest(&self, kept: &Kept) -> Result<Option<Manifest>, PublishError> {
        if kept.is_served {
            return self.there.manifest();
        }
        let (files, path) = (self.files(kept)?, own_path(MANIFEST));
        let file = files.get(&path).ok_or_else(|| self.damaged(kept, MANIFEST))?;
        let object = self.there.store.get(&self.copy(&path, file).from)?.ok_or_else(|| self.damaged(kept, MANIFEST))?;
        Manifest::from_json(&object.bytes).map(Some).map_err(|_| self.damaged(kept, MANIFEST))
    }

    fn plan(&self, kept: &Kept) -> Result<Plan, PublishError> {
        let wanted = self.wanted(&self.files(kept)?);
        let steps = Steps::back(&self.there.known, &wanted, self.number(kept)?);
        let aside = self.there.aside(&wanted, &steps, usize::MAX)?;
        Ok(Plan { kept: aside.items(), ..steps.plan })
    }

    fn give_back(&self) -> Result<(), PublishError> {
        lease::give_back(self.there.store.as_ref(), self.release.scratch)
    }

    fn go_back(&self, kept: &Kept, withdrawn: &[String]) -> Result<State, PublishError> {
        let store = self.there.store.as_ref();
        let Some(place) = store.copies() else { return Err(PublishError::KeepsNone { place: self.place() }) };
        let files = self.files(kept)?;
        let wanted = self.wanted(&files);
        let steps = Steps::back(&self.there.known, &wanted, self.number(kept)?);
        // Nothing that was kept is given up in the hour of an emergency.
        let aside = self.there.aside(&wanted, &steps, usize::MAX)?;
        let ours = [MANIFEST, SIGNATURE].map(own_path);
        let sent = steps.phases.iter().flatten().chain(&ours);
        let copies = sent.filter_map(|path| Some((path.clone(), self.copy(path, files.get(path)?))));
        let source = FromShelf { store, place, copies: copies.collect() };
        let withdrawn = withdrawn.iter().filter_map(|name| name.parse().ok()).collect();

        let _lock = hold(store, self.release.scratch)?;
        let mut lease = Lease::take(store, &lease::identity(self.release.scratch)?, false)?;
        let run = Run { there: &self.there, wanted: &wanted, steps: &steps, aside: &aside, source: &source, withdrawn };
        let sent = self.look_at_all(kept, &source, &mut lease).and_then(|()| run.send(&mut lease, &Sending::default()));
        let ended = lease.end();
        sent?;
        ended?;
        Ok(State::Files)
    }
}

/// Files that are at the place already, under other names.
struct FromShelf<'a> {
    store: &'a dyn Store,
    place: &'a dyn Copies,
    copies: BTreeMap<OutPath, Copy>,
}

impl FromShelf<'_> {
    fn copy(&self, path: &OutPath) -> Result<&Copy, PublishError> {
        self.copies.get(path).ok_or_else(|| self.differs(path))
    }

    fn differs(&self, path: &OutPath) -> PublishError {
        PublishError::Differs { place: self.store.place().to_owned(), path: path.to_string() }
    }
}

impl Source for FromShelf<'_> {
    fn send(&self, paths: &[OutPath]) -> Result<(), PublishError> {
        let mut copies = paths.iter().map(|path| self.copy(path).cloned()).collect::<Result<Vec<_>, _>>()?;
        // What is in its place as it should be is not copied onto itself.
        copies.retain(|copy| copy.from != copy.to || copy.headers.is_some());
        let left_out = self.place.copy_all(&copies)?;
        left_out.first().map_or(Ok(()), |path| Err(self.differs(path)))
    }

    fn bytes(&self, path: &OutPath) -> Result<Vec<u8>, PublishError> {
        let copy = self.copy(path)?;
        let there = self.store.get(&copy.from)?.filter(|there| Sum::of(&there.bytes) == copy.sum);
        there.map(|there| there.bytes).ok_or_else(|| self.differs(path))
    }
}
