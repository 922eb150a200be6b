//! Releases side by side in folders behind SSH, and a symbolic link to the one that is served.
//!
//! 1. Take the lease; see that record and link are still those that the plan was made from.
//! 2. Ask the server whether it can replace one link by another at once; nothing is sent if it cannot.
//! 3. Write the record with all that is about to be in the new release.
//! 4. Give what has not changed a second name in it, send the rest, and fetch some of both back.
//! 5. Write the record with the release, which is whole now; then replace the link.
//! 6. Remove the oldest releases, write the record, give back the lease.
//!
//! Readers see the old release until the link is replaced, and the new one from then on. Whatever is interrupted is in
//! the record, and the next run goes on with the same folder or removes it.

mod history;
mod record;

use std::collections::{BTreeMap, BTreeSet};

use crate::emit::{MANIFEST, Manifest, OutPath, Sum};
use crate::publish::built::Built;
use crate::publish::sample::sample;
use crate::publish::{Plan, Publication, PublishError, Release, SIGNATURE, Sending, SftpReleases, State};

use super::lease::{self, Lease};
use super::sftp::Links;
use super::store::{Object, Store as _};
use super::{CHUNK, Sftp, hold, own_path, put, still_the_same, swap};
pub(in crate::publish) use history::FolderHistory;
use record::{RECORD, Record, Unfinished, is_release};

/// What people and the link call the folder of the releases: that of the link with this ending.
const ENDING: &str = ".releases";

/// Files of a release by path, with their lengths.
type Files = BTreeMap<String, (Sum, u64)>;

/// A link and its releases as they were when they were read.
pub(in crate::publish) struct Folders {
    /// The folder of the releases.
    store: Sftp,
    /// The link that is served.
    link: String,
    keep: usize,
    served: Option<String>,
    manifest: Option<Manifest>,
    /// What is served.
    files: Files,
    record: Option<Object>,
    known: Record,
}

impl Folders {
    pub(in crate::publish) fn find(release: &Release, target: &SftpReleases) -> Result<Folders, PublishError> {
        let at_link = Sftp::new(&target.link, release.scratch)?;
        let link = target.link.path.trim_end_matches('/').to_owned();
        let place = at_link.place().to_owned();
        if matches!(link.rsplit('/').next(), None | Some("" | "." | "..")) {
            return Err(PublishError::NotALink { place });
        }
        let store = at_link.at(&format!("{link}{ENDING}"));
        let served = match at_link.real_path()? {
            None => None,
            Some(real) => match release_at(&real, &link) {
                Some(release) => Some(release),
                None if at_link.is_empty()? => None,
                None => return Err(PublishError::NotALink { place }),
            },
        };
        let record = store.get(&own_path(RECORD))?;
        let unknown = |why| PublishError::UnknownRecord { place: place.clone(), why };
        let known = record.as_ref().map(|object| Record::from_json(&object.bytes)).transpose().map_err(unknown)?;
        let mut there = Folders {
            store,
            link,
            keep: target.keep.get(),
            served,
            manifest: None,
            files: Files::new(),
            record,
            known: known.unwrap_or_default(),
        };
        if let Some((manifest, files)) = there.served.as_deref().map_or(Ok(None), |served| there.contents(served))? {
            (there.manifest, there.files) = (Some(manifest), files);
        }
        Ok(there)
    }

    pub(in crate::publish) fn manifest(&self) -> Option<Manifest> {
        self.manifest.clone()
    }

    /// The bytes of a file that readers see.
    pub(in crate::publish) fn file(&self, path: &str) -> Result<Option<Vec<u8>>, PublishError> {
        match &self.served {
            Some(served) if self.files.contains_key(path) => {
                Ok(self.release(served).get(&own_path(path))?.map(|object| object.bytes))
            }
            Some(_) | None => Ok(None),
        }
    }

    pub(in crate::publish) fn plan(&self, built: &Built) -> Plan {
        let wanted = built.files.iter().map(|(path, sum)| (path.clone(), (*sum, sum.bytes))).collect();
        Plan::between(&self.files, &wanted)
    }

    pub(in crate::publish) fn publish(
        &self,
        built: &Built,
        release: &Release,
        how: &Sending,
    ) -> Result<Publication, PublishError> {
        let plan = self.plan(built);
        let is_there = plan.changes_nothing() && self.served.is_some();
        let Record { unfinished, leaving, kept, .. } = &self.known;
        let is_tidy = unfinished.is_none() && leaving.is_empty() && kept.len() <= self.keep;
        if is_there && is_tidy {
            lease::give_back(&self.store, release.scratch)?;
            return Ok(Publication { plan, state: State::Unchanged });
        }
        let _lock = hold(&self.store, release.scratch)?;
        let mut lease = Lease::take(&self.store, &lease::identity(release.scratch)?, how.break_lease)?;
        let sent = self.send(built, is_there, &plan, &mut lease, how);
        let ended = lease.end();
        let state = sent?;
        ended?;
        Ok(Publication { plan, state })
    }

    fn send(
        &self,
        built: &Built,
        is_there: bool,
        plan: &Plan,
        lease: &mut Lease,
        how: &Sending,
    ) -> Result<State, PublishError> {
        self.is_as_it_was()?;
        let mut now = self.known.clone();
        let mut record = self.record.clone();
        let mut state = State::Unchanged;
        if !is_there {
            let links = self.store.probe()?;
            let name = now.unfinished.as_ref().map_or_else(|| format!("{:06}", now.last + 1), |old| old.name.clone());
            let stale = now.unfinished.take().map(|old| old.files).unwrap_or_default();
            let files = built.files.keys().map(|path| own_path(path)).collect::<BTreeSet<_>>();
            now.last = name.parse().unwrap_or(now.last + 1);
            now.unfinished = Some(Unfinished { name: name.clone(), files: files.union(&stale).cloned().collect() });
            record = Some(swap(&self.store, RECORD, &now.to_json(), record.as_ref())?);

            let stale: Vec<&OutPath> = stale.difference(&files).collect();
            self.fill(&name, built, plan, links, lease, how)?;
            self.release(&name).delete_all(&stale)?;
            now.unfinished = None;
            now.kept.push(name.clone());
            record = Some(swap(&self.store, RECORD, &now.to_json(), record.as_ref())?);
            self.serve(&name)?;
            state = State::Release(format!("{}{ENDING}/{name}", self.link).into());
        }
        self.clean_up(now, record, lease)?;
        Ok(state)
    }

    /// Puts the site into the folder of a release that nobody sees yet.
    fn fill(
        &self,
        name: &str,
        built: &Built,
        plan: &Plan,
        links: Links,
        lease: &mut Lease,
        how: &Sending,
    ) -> Result<(), PublishError> {
        let release = self.release(name);
        let served = self.served.as_ref().filter(|_| links != Links::None).map(|served| self.release(served));
        let unchanged: BTreeSet<&str> = plan.unchanged.iter().map(|item| item.path.as_str()).collect();
        let all: Vec<OutPath> = built.files.keys().map(|path| own_path(path)).collect();
        let (linked, sent): (Vec<&OutPath>, Vec<&OutPath>) =
            all.iter().partition(|path| served.is_some() && unchanged.contains(path.as_str()));
        for chunk in linked.chunks(CHUNK) {
            lease.renew()?;
            if let Some(served) = &served {
                release.link_all(served, chunk, links)?;
            }
        }
        let mut done = 0;
        for chunk in sent.chunks(CHUNK) {
            lease.renew()?;
            let puts = chunk.iter().map(|path| put(built, path)).collect::<Result<Vec<_>, _>>()?;
            release.put_all(&puts)?;
            done += chunk.len();
            (how.progress)(done, sent.len());
        }
        let manifest = built.files.get(MANIFEST);
        let drawn = [linked, sent].into_iter().flat_map(|phase| sample(manifest, phase));
        let ours = all.iter().filter(|path| [MANIFEST, SIGNATURE].contains(&path.as_str()));
        for path in drawn.chain(ours) {
            let there = release.get(path)?;
            if there.is_none_or(|object| Some(&Sum::of(&object.bytes)) != built.files.get(path.as_str())) {
                return Err(PublishError::Differs { place: self.store.place().to_owned(), path: path.to_string() });
            }
        }
        lease.renew()
    }

    /// Lets the link lead to a release, and looks where it leads.
    fn serve(&self, name: &str) -> Result<(), PublishError> {
        let folder = self.link.rsplit('/').next().unwrap_or_default();
        self.store.switch(&format!("{folder}{ENDING}/{name}"), &self.link)?;
        match self.served_now()? {
            Some(served) if served == name => Ok(()),
            Some(_) | None => Err(PublishError::Differs { place: self.store.place().into(), path: self.link.clone() }),
        }
    }

    /// Removes what is unfinished, and the oldest releases.
    fn clean_up(&self, mut now: Record, record: Option<Object>, lease: &mut Lease) -> Result<(), PublishError> {
        let served = self.served_now()?.unwrap_or_default();
        let before = now.clone();
        now.retire(self.keep, &served);
        let mut record = record;
        if now != before {
            record = Some(swap(&self.store, RECORD, &now.to_json(), record.as_ref())?);
        }
        for name in &now.leaving {
            let files = self.contents(name)?.map(|(_, files)| files).unwrap_or_default();
            self.remove(name, files.keys().map(|path| own_path(path)).collect(), lease)?;
        }
        if let Some(old) = &now.unfinished {
            self.remove(&old.name, old.files.iter().cloned().collect(), lease)?;
        }
        if !now.leaving.is_empty() || now.unfinished.is_some() {
            now.leaving.clear();
            now.unfinished = None;
            swap(&self.store, RECORD, &now.to_json(), record.as_ref())?;
        }
        Ok(())
    }

    /// Removes a release, and last the manifest that names its files.
    fn remove(&self, name: &str, mut files: Vec<OutPath>, lease: &mut Lease) -> Result<(), PublishError> {
        let release = self.release(name);
        files.sort_by_key(|path| path.as_str() == MANIFEST);
        for chunk in files.chunks(CHUNK) {
            lease.renew()?;
            release.delete_all(&chunk.iter().collect::<Vec<_>>())?;
        }
        release.remove_if_empty()
    }

    /// The folder of a release.
    fn release(&self, name: &str) -> Sftp {
        self.store.at(&format!("{}{ENDING}/{name}", self.link))
    }

    fn served_now(&self) -> Result<Option<String>, PublishError> {
        let real = self.store.at(&self.link).real_path()?;
        Ok(real.and_then(|real| release_at(&real, &self.link)))
    }

    fn is_as_it_was(&self) -> Result<(), PublishError> {
        still_the_same(&self.store, RECORD, self.record.as_ref())?;
        match self.served_now()? == self.served {
            true => Ok(()),
            false => Err(PublishError::Moved(self.store.place().into())),
        }
    }

    /// What a release says of itself, and its files with those that the manifest does not name.
    fn contents(&self, name: &str) -> Result<Option<(Manifest, Files)>, PublishError> {
        let release = self.release(name);
        let Some(object) = release.get(&own_path(MANIFEST))? else { return Ok(None) };
        let unknown = |why| PublishError::UnknownRecord { place: self.store.place().to_owned(), why };
        let manifest = Manifest::from_json(&object.bytes).map_err(unknown)?;
        let named = manifest.files.iter().map(|(path, sum)| (path.to_string(), (*sum, sum.bytes)));
        let mut files: Files = named.collect();
        let signature = release.get(&own_path(SIGNATURE))?;
        for (path, object) in [(MANIFEST, Some(object)), (SIGNATURE, signature)] {
            if let Some(object) = object {
                let sum = Sum::of(&object.bytes);
                files.insert(path.to_owned(), (sum, sum.bytes));
            }
        }
        Ok(Some((manifest, files)))
    }
}

/// The release that a path leads to, if it is one of those beside `link`.
fn release_at(real: &str, link: &str) -> Option<String> {
    let (folder, name) = real.rsplit_once('/')?;
    let ours = folder.rsplit('/').next()?.strip_suffix(ENDING)? == link.rsplit('/').next()?;
    (ours && is_release(name)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::release_at;

    #[test]
    fn only_a_release_beside_the_link_is_one() {
        assert_eq!(release_at("/srv/www.releases/000003", "/srv/www"), Some("000003".into()));
        assert_eq!(release_at("/home/desk/www.releases/1000000", "www"), Some("1000000".into()));
        for real in ["/srv/www", "/srv/other.releases/000003", "/srv/www.releases/next", "/srv/www.releases/3"] {
            assert_eq!(release_at(real, "/srv/www"), None, "{real}");
        }
    }
}
