//! A published site beside what its manifest says.

#[cfg(feature = "cloud")]
mod web;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use crate::emit::{EmitError, MANIFEST, Manifest, OutPath, Sum, failed, is_absent};

use super::{PublicKey, PublishError, SIGNATURE, Signed};

#[cfg(feature = "cloud")]
pub use web::verify_url;
#[cfg(feature = "cloud")]
pub(crate) use web::words;

/// How a site compares with its manifest; paths in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many files are as the manifest says.
    pub good: usize,
    /// Files of the manifest that are not there.
    pub missing: Vec<OutPath>,
    /// Files with other bytes.
    pub changed: Vec<OutPath>,
    /// Files that the manifest does not name; on the web nobody can tell.
    pub unknown: Vec<String>,
    /// Files that a server did not hand out, and why: whether they are good is not known.
    pub unasked: Vec<(OutPath, String)>,
    /// Files that tell a host how to serve the others, and that it hands out to nobody.
    pub withheld: Vec<OutPath>,
    /// Who vouches for the manifest. If that is not who was asked for, nothing is compared with it.
    pub signed: Signed,
    /// Whether another manifest was there in the end: somebody published meanwhile.
    pub moved: bool,
}

impl Verified {
    /// Whether all files are known to be as the manifest says.
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.unasked.is_empty()
    }
}

/// How a site on the web is asked.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    /// How long one answer may take, to its last byte.
    pub deadline: Duration,
    /// The key that must have signed the manifest.
    pub key: Option<&'a PublicKey>,
    /// Is told how many files have been compared, and how many there are.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
}

impl Default for Asking<'_> {
    fn default() -> Self {
        Asking { deadline: Duration::from_secs(60), key: None, progress: &|_, _| () }
    }
}

/// Compares the site at an address with the manifest that it hands out.
///
/// # Errors
///
/// Always: this program cannot ask the web.
#[cfg(not(feature = "cloud"))]
pub fn verify_url(_url: &str, _asking: &Asking) -> Result<Verified, PublishError> {
    Err(PublishError::NoWeb)
}

/// Compares the site in `dir`, byte for byte, with the manifest that lies in it.
pub fn verify(dir: &Path) -> Result<Verified, PublishError> {
    verify_signed(dir, None)
}

/// The same, if the holder of a key vouches for the manifest.
///
/// # Errors
///
/// There is no site, or the disk refuses.
pub fn verify_signed(dir: &Path, key: Option<&PublicKey>) -> Result<Verified, PublishError> {
    let path = dir.join(MANIFEST);
    let bytes = read(&path)?.ok_or_else(|| PublishError::NotBuilt(dir.to_owned()))?;
    let signature = read(&dir.join(SIGNATURE))?;
    let signed = Signed::of(&bytes, signature.as_deref(), key);
    let mut verified = Verified { signed, ..Verified::default() };
    if !verified.signed.suffices(key) {
        return Ok(verified);
    }
    let manifest = Manifest::from_json(&bytes).map_err(|why| EmitError::Unreadable { path, why })?;
    for (path, sum) in &manifest.files {
        match read(&path.below(dir))? {
            Some(bytes) if Sum::of(&bytes) == *sum => verified.good += 1,
            Some(_) => verified.changed.push(path.clone()),
            None => verified.missing.push(path.clone()),
        }
    }
    let named: BTreeSet<&str> = manifest.files.keys().map(OutPath::as_str).chain([MANIFEST, SIGNATURE]).collect();
    verified.unknown = files_in(dir, "")?;
    verified.unknown.retain(|path| !named.contains(path.as_str()));
    verified.unknown.sort();
    Ok(verified)
}

fn read(file: &Path) -> Result<Option<Vec<u8>>, PublishError> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_absent(&error) || error.kind() == io::ErrorKind::IsADirectory => Ok(None),
        Err(error) => Err(failed("read", file)(error).into()),
    }
}

/// The paths of all files; symbolic links are named and not followed.
fn files_in(dir: &Path, prefix: &str) -> Result<Vec<String>, PublishError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).map_err(failed("read", dir))? {
        let entry = entry.map_err(failed("read", dir))?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().map_err(failed("read", &entry.path()))?.is_dir() {
            files.extend(files_in(&entry.path(), &format!("{path}/"))?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
