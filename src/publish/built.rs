//! The site as the build left it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::emit::{self, Lock, MANIFEST, Manifest, Sum, failed};

use super::{PublishError, SIGNATURE, Signer};

/// A built site that no build changes while this value lives.
pub(super) struct Built {
    pub(super) dir: PathBuf,
    /// Every file of the site, with the manifest and its signature, if it is signed.
    pub(super) files: BTreeMap<String, Sum>,
    signature: Option<Signature>,
    _lock: Option<Lock>,
}

/// The signature of the manifest on its way, in a file that is removed with this value.
struct Signature(PathBuf);

impl Drop for Signature {
    fn drop(&mut self) {
        // It is in a folder that is safe to delete, if it cannot be deleted now.
        let _ = fs::remove_file(&self.0);
    }
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
        Ok(Built { dir: dir.to_owned(), files, signature: None, _lock: lock })
    }

    /// Adds a signature of the manifest; `there` is the one that is published.
    pub(super) fn sign(&mut self, signer: &Signer, there: Option<Vec<u8>>, scratch: &Path) -> Result<(), PublishError> {
        let path = self.dir.join(MANIFEST);
        let sum = self.files.get(MANIFEST).ok_or(PublishError::Altered(path))?;
        let manifest = self.read(MANIFEST, sum)?;
        let signature = signer.sign(&manifest, there, self.files.len() - 1)?;
        fs::create_dir_all(scratch).map_err(failed("create", scratch))?;
        let file = scratch.join(format!("{SIGNATURE}-{}", std::process::id()));
        fs::write(&file, &signature).map_err(failed("write", &file))?;
        self.signature = Some(Signature(file));
        self.files.insert(SIGNATURE.to_owned(), Sum::of(&signature));
        Ok(())
    }

    /// Where a file of the site is.
    pub(super) fn file(&self, path: &str) -> PathBuf {
        match &self.signature {
            Some(Signature(file)) if path == SIGNATURE => file.clone(),
            Some(_) | None => self.dir.join(path),
        }
    }

    /// The bytes of a file, which are those that were built.
    pub(super) fn read(&self, path: &str, sum: &Sum) -> Result<Vec<u8>, PublishError> {
        let file = self.file(path);
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
