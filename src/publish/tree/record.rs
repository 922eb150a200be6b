//! What a place says of the files in it, so that it never has to be listed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::emit::{Manifest, OutPath, Sha256Sum, Sum};

/// The name of the record at the place of publication.
pub(super) const RECORD: &str = "recoupe-publication.json";

const FORMAT: &str = "recoupe-publication/1";

/// Every file that may be at the place. Paths that could lead out of it are refused when it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    format: String,
    /// The number of the release that is there, or under way.
    pub(super) release: u64,
    /// The files of the site.
    pub(super) files: BTreeMap<OutPath, Known>,
    /// Files that have left the site, and the release in which they did: pages in caches still ask for them.
    #[serde(default)]
    pub(super) kept: BTreeMap<OutPath, Kept>,
    /// Files that a publication is about to send or to remove: nobody knows their state.
    #[serde(default)]
    pub(super) pending: BTreeSet<OutPath>,
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
