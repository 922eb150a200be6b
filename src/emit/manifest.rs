//! The list of what a build wrote: published with the site, and how recoupe knows its own directories.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::disk::is_absent;
use super::error::failed;
use super::{EmitError, OutPath, Sha256Sum};

/// The name of the manifest inside the output directory.
pub const MANIFEST: &str = "recoupe-manifest.json";

/// Tells our manifests from other files of that name; a reader that does not know the format does not guess.
const FORMAT: &str = "recoupe-manifest/1";

/// Every file of a site but the manifest itself, in the order of their paths.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    format: String,
    /// The files and their sums.
    pub files: BTreeMap<OutPath, Sum>,
    /// What the build says of its claims, in a form and a version of their own, which nobody here looks into.
    #[serde(default)]
    pub claims: Option<serde_json::Value>,
}

/// What a file must be, byte for byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// The SHA-256 sum of its bytes.
    pub sha256: Sha256Sum,
    /// Its length.
    pub bytes: u64,
}

impl Sum {
    /// The sum and length of `bytes`.
    pub fn of(bytes: &[u8]) -> Sum {
        Sum { sha256: Sha256Sum::of(bytes), bytes: bytes.len() as u64 }
    }
}

impl Default for Manifest {
    fn default() -> Manifest {
        Manifest::new(BTreeMap::new())
    }
}

impl Manifest {
    /// The manifest of these files.
    pub fn new(files: BTreeMap<OutPath, Sum>) -> Manifest {
        Manifest { format: FORMAT.to_owned(), files, claims: None }
    }

    /// The manifest of the site in `dir`, if recoupe made one there.
    pub fn read(dir: &Path) -> Result<Option<Manifest>, EmitError> {
        let path = dir.join(MANIFEST);
        match fs::read(&path) {
            Ok(bytes) => Manifest::from_json(&bytes).map(Some).map_err(|why| EmitError::Unreadable { path, why }),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(failed("read", &path)(error)),
        }
    }

    /// The manifest that `bytes` spell, or why they spell none.
    pub fn from_json(bytes: &[u8]) -> Result<Manifest, String> {
        let manifest: Manifest = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        match manifest.format.as_str() {
            FORMAT => Ok(manifest),
            other => Err(format!("its format is `{other}`, this recoupe knows `{FORMAT}`")),
        }
    }
}

/// The bytes of the manifest of these files, with what the build says of its claims: the same give the same bytes.
pub(super) fn json(files: &BTreeMap<OutPath, Sum>, claims: Option<&impl Serialize>) -> Vec<u8> {
    #[derive(Serialize)]
    struct Written<'m, C> {
        format: &'static str,
        files: &'m BTreeMap<OutPath, Sum>,
        #[serde(skip_serializing_if = "Option::is_none")]
        claims: Option<&'m C>,
    }
    let manifest = Written { format: FORMAT, files, claims };
    let mut json = serde_json::to_vec_pretty(&manifest).expect("maps of texts and numbers are JSON");
    json.push(b'\n');
    json
}

/// The manifest's own path, which no other file may have.
pub(crate) fn path() -> OutPath {
    OutPath::new(MANIFEST).expect("the name of the manifest is an output path")
}
