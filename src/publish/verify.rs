//! A published site beside what its manifest says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::emit::{MANIFEST, Manifest, OutPath, Sum, failed, is_absent};

use super::PublishError;

/// How a site compares with its manifest; paths in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many files are as the manifest says.
    pub good: usize,
    /// Files of the manifest that are not there.
    pub missing: Vec<OutPath>,
    /// Files with other bytes.
    pub changed: Vec<OutPath>,
    /// Files that the manifest does not name.
    pub unknown: Vec<String>,
}

/// Compares the site in `dir`, byte for byte, with the manifest that lies in it.
pub fn verify(dir: &Path) -> Result<Verified, PublishError> {
    let manifest = Manifest::read(dir)?.ok_or_else(|| PublishError::NotBuilt(dir.to_owned()))?;
    let mut verified = Verified::default();
    for (path, sum) in &manifest.files {
        let file = path.below(dir);
        match fs::read(&file) {
            Ok(bytes) if Sum::of(&bytes) == *sum => verified.good += 1,
            Ok(_) => verified.changed.push(path.clone()),
            Err(error) if is_absent(&error) => verified.missing.push(path.clone()),
            Err(error) => return Err(failed("read", &file)(error).into()),
        }
    }
    let named: BTreeSet<&str> = manifest.files.keys().map(OutPath::as_str).chain([MANIFEST]).collect();
    verified.unknown = files_in(dir, "")?;
    verified.unknown.retain(|path| !named.contains(path.as_str()));
    verified.unknown.sort();
    Ok(verified)
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
