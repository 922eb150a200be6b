//! Who publishes right now, so that two people do not mix their releases.
//!
//! The lease is a file at the place itself. It is taken where none is, and from its holder once it has expired;
//! whoever was interrupted takes it up again at once, by an identity that is kept beside the site.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::emit::{OutPath, Sha256Sum, failed};
use crate::publish::PublishError;

use super::store::{Condition, Object, Store};

/// The name of the lease at the place of publication.
pub(super) const LEASE: &str = "recoupe-lease.json";

/// How long nobody else publishes after the last sign of life.
const SECONDS: u64 = 10 * 60;

/// A lease that is held.
pub(super) struct Lease<'a> {
    store: &'a dyn Store,
    path: OutPath,
    holder: Holder,
    object: Object,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Holder {
    id: String,
    host: String,
    /// Seconds since 1970, as are all times here.
    started: u64,
    expires: u64,
}

impl<'a> Lease<'a> {
    /// Takes the lease; `break_it` takes it from whoever holds it.
    pub(super) fn take(store: &'a dyn Store, id: &str, break_it: bool) -> Result<Lease<'a>, PublishError> {
        let path = super::own_path(LEASE);
        let now = now();
        let holder = Holder { id: id.to_owned(), host: host(), started: now, expires: now + SECONDS };
        let there = store.get(&path)?;
        if let Some(other) = there.as_ref().and_then(|object| Holder::from_json(&object.bytes))
            && other.id != id
            && now < other.expires
            && !break_it
        {
            return Err(leased(store, &other, now));
        }
        let condition = there.as_ref().map_or(Condition::Absent, Condition::Is);
        let bytes = holder.to_json();
        match store.put_if(&path, &bytes, condition)? {
            Some(object) => Ok(Lease { store, path, holder, object }),
            // Somebody was faster; or our own answer was lost on the way.
            None => match store.get(&path)? {
                Some(object) if object.bytes == bytes => Ok(Lease { store, path, holder, object }),
                _ => Err(PublishError::Moved(store.place().into())),
            },
        }
    }

    /// Says that we are still here, once a fifth of the time is over.
    pub(super) fn renew(&mut self) -> Result<(), PublishError> {
        let now = now();
        if now + SECONDS * 4 / 5 < self.holder.expires {
            return Ok(());
        }
        let holder = Holder { expires: now + SECONDS, ..self.holder.clone() };
        let bytes = holder.to_json();
        let object = match self.store.put_if(&self.path, &bytes, Condition::Is(&self.object))? {
            Some(object) => Some(object),
            None => self.store.get(&self.path)?.filter(|object| object.bytes == bytes),
        };
        let lost = || PublishError::Moved(self.store.place().into());
        self.object = object.ok_or_else(lost)?;
        self.holder = holder;
        Ok(())
    }

    /// Gives it back, if it is still ours.
    pub(super) fn end(self) -> Result<(), PublishError> {
        match self.store.get(&self.path)? {
            Some(object) if object.bytes == self.object.bytes => self.store.delete_all(&[&self.path]),
            Some(_) | None => Ok(()),
        }
    }
}

/// Gives back the lease of a publication of this desk that was stopped just before it did so itself; for whoever finds
/// nothing else to do.
///
/// # Errors
///
/// Returns an error if the place cannot be read or the lease not be removed.
pub(super) fn give_back(store: &dyn Store, scratch: &Path) -> Result<(), PublishError> {
    let _lock = match super::hold(store, scratch) {
        // Whoever of this desk is at work gives it back.
        Err(PublishError::Busy(_)) => return Ok(()),
        lock => lock?,
    };
    let (path, id) = (super::own_path(LEASE), identity(scratch)?);
    match store.get(&path)?.and_then(|object| Holder::from_json(&object.bytes)) {
        Some(holder) if holder.id == id => store.delete_all(&[&path]),
        Some(_) | None => Ok(()),
    }
}

impl Holder {
    fn from_json(bytes: &[u8]) -> Option<Holder> {
        serde_json::from_slice(bytes).ok()
    }

    fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("texts and numbers are JSON")
    }
}

fn leased(store: &dyn Store, other: &Holder, now: u64) -> PublishError {
    PublishError::Leased {
        place: store.place().to_owned(),
        host: other.host.clone(),
        since: now.saturating_sub(other.started) / 60,
        expires: other.expires.saturating_sub(now).div_ceil(60),
    }
}

/// The identity of this desk as a publisher: made once, and kept in the folder that is safe to delete.
pub(super) fn identity(scratch: &Path) -> Result<String, PublishError> {
    let file = scratch.join("publisher");
    if let Ok(id) = fs::read_to_string(&file)
        && id.len() == 32
        && id.bytes().all(|digit| digit.is_ascii_hexdigit())
    {
        return Ok(id);
    }
    let nanos = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos());
    let seed = format!("{nanos} {} {} {}", std::process::id(), host(), file.display());
    let mut id = Sha256Sum::of(seed.as_bytes()).to_string();
    id.truncate(32);
    fs::write(&file, &id).map_err(failed("write", &file))?;
    Ok(id)
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}

fn host() -> String {
    let kernel = fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let name = kernel.or_else(|| std::env::var("HOSTNAME").ok()).or_else(|| std::env::var("COMPUTERNAME").ok());
    name.map_or_else(|| "an unnamed machine".to_owned(), |name| name.trim().to_owned())
}
