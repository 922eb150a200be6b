//! The site as the build left it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::emit::{self, Lock, MANIFEST, Manifest, Sum};

use super::PublishError;

/// A built site that no build changes while this value lives.
pub(super) struct Built {
    pub(super) dir: PathBuf,
    /// Every file of the site, with the manifest.
    pub(super) files: BTreeMap<String, Sum>,
    _lock: Option<Lock>,
}

impl Built {
    /// The site in `dir`, after completing what an interrupted build left to do.
    pub(super) fn open(dir: &Path) -> Result<Built, PublishError> {
        let completion = emit::complete(dir)?;
        if let Some(path) = completion.damaged.first() {
            return Err(PublishError::Altered(path.below(dir)));
        }
        let lock = Lock::take(dir)?;
        let Some(files) = files_of(dir)? else { return Err(PublishError::NotBuilt(dir.to_owned())) };
        Ok(Built { dir: dir.to_owned(), files, _lock: lock })
    }

    /// The bytes of a file, which are those that were built.
    pub(super) fn read(&self, path: &str, sum: &Sum) -> Result<Vec<u8>, PublishError> {
        let file = self.dir.join(path);
        match fs::read(&file) {
            Ok(bytes) if Sum::of(&bytes) == *sum => Ok(bytes),
            Ok(_) | Err(_) => Err(PublishError::Altered(file)),
        }
    }
}

/// The files that the manifest in `dir` names, and the manifest itself.
pub(super) fn files_of(dir: &Path) -> Result<Option<BTreeMap<String, Sum>>, PublishError> {
    let Some(manifest) = Manifest::read(dir)? else { return Ok(None) };
    let path = dir.join(MANIFEST);
    let itself = fs::read(&path).map_err(|_| PublishError::Altered(path))?;
    let files = manifest.files.into_iter().map(|(path, sum)| (String::from(path), sum));
    Ok(Some(files.chain([(MANIFEST.to_owned(), Sum::of(&itself))]).collect()))
}
