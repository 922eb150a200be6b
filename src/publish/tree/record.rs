//! What a place says of the files in it, so that it never has to be listed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::emit::{MANIFEST, Manifest, OutPath, Sha256Sum, Sum};

use super::shelf::Shelf;

/// The name of the record at the place of publication.
pub(super) const RECORD: &str = "recoupe-publication.json";

const FORMAT: &str = "recoupe-publication/1";

/// Files by path, as a release has them.
pub(super) type Files = BTreeMap<OutPath, Known>;

/// Every file that may be at the place. Paths that could lead out of it are refused when it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    format: String,
    /// The number of the release that is there, or under way.
    pub(super) release: u64,
    /// The files of the site.
    pub(super) files: Files,
    /// Files that have left the site, and the release in which they did: pages in caches still ask for them.
    #[serde(default)]
    pub(super) kept: BTreeMap<OutPath, Kept>,
    /// Files that a publication is about to send or to remove: nobody knows their state.
    #[serde(default)]
    pub(super) pending: BTreeSet<OutPath>,
    /// The release that readers saw last as a whole, where releases are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) served: Option<u64>,
    /// What is kept of earlier releases.
    #[serde(default, skip_serializing_if = "Shelf::is_empty")]
    pub(super) shelf: Shelf,
}

/// A file as it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Known {
    pub(super) sha256: Sha256Sum,
    pub(super) bytes: u64,
    /// The digest of its headers; none if they are unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) headers: Option<String>,
}

impl Known {
    pub(super) fn sum(&self) -> Sum {
        Sum { sha256: self.sha256, bytes: self.bytes }
    }
}

/// A file that is no longer of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) file: Known,
    /// The first release without it.
    pub(super) since: u64,
}

impl Record {
    /// The record of a place that has none: what the manifest there names, if there is one.
    pub(super) fn from_manifest(manifest: Option<&Manifest>) -> Record {
        let files = manifest.into_iter().flat_map(|manifest| &manifest.files);
        let known = |sum: &Sum| Known { sha256: sum.sha256, bytes: sum.bytes, headers: None };
        Record {
            format: FORMAT.to_owned(),
            release: 0,
            files: files.map(|(path, sum)| (path.clone(), known(sum))).collect(),
            kept: BTreeMap::new(),
            pending: BTreeSet::new(),
            served: None,
            shelf: Shelf::default(),
        }
    }

    /// The release that readers saw last as a whole; none if nobody knows.
    pub(super) fn served(&self) -> Option<u64> {
        // Of a place whose releases were not kept until now, the one that is there; without its manifest it would be
        // none to go back to.
        let is_known = !self.is_mixed() && self.files.keys().any(|path| path.as_str() == MANIFEST);
        self.served.or(is_known.then_some(self.release))
    }

    /// Whether readers may see some of one release and some of another: the manifest, which is swapped last, is not.
    pub(super) fn is_mixed(&self) -> bool {
        self.pending.iter().any(|path| path.as_str() == MANIFEST)
    }

    /// The number of a publication that was interrupted before its release was whole.
    pub(super) fn unfinished(&self) -> Option<u64> {
        let was_whole = self.served == Some(self.release) || self.shelf.releases.contains(&self.release);
        (self.is_mixed() && !was_whole).then_some(self.release)
    }

    /// A file that is there for certain, of the site or for pages in caches.
    pub(super) fn certain(&self, path: &OutPath) -> Option<&Known> {
        if self.pending.contains(path) {
            return None;
        }
        self.files.get(path).or_else(|| self.kept.get(path).map(|kept| &kept.file))
    }

    /// Notes that a file is about to be sent. Where only its headers change, its bytes stay certain.
    pub(super) fn expect(&mut self, path: &OutPath, file: &Known) {
        let is_pending = self.pending.contains(path);
        let there = self.files.get_mut(path).or_else(|| self.kept.get_mut(path).map(|kept| &mut kept.file));
        match there.filter(|there| !is_pending && there.sha256 == file.sha256) {
            Some(there) => there.headers = None,
            None => _ = self.pending.insert(path.clone()),
        }
    }

    pub(super) fn from_json(bytes: &[u8]) -> Result<Record, String> {
        let record: Record = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        match record.format.as_str() {
            FORMAT => Ok(record),
            other => Err(format!("its format is `{other}`, this recoupe knows `{FORMAT}`")),
        }
    }

    pub(super) fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec(self).expect("maps of texts and numbers are JSON");
        json.push(b'\n');
        json
    }
}
