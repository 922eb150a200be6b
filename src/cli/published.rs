//! A site that was published, from its manifest.

use std::path::Path;

use super::common::Failure;
use crate::emit::{MANIFEST, Manifest};
use crate::judge;
use crate::site::Earlier;

/// The site whose manifest is at `path`, or in the directory there.
pub fn site(path: &Path) -> Result<Earlier, Failure> {
    let manifest = if path.is_dir() {
        Manifest::read(path).map_err(Failure::of)?.ok_or_else(|| {
            Failure(format!("there is no {MANIFEST} in {}: name a site that recoupe built", path.display()))
        })?
    } else {
        let bytes = std::fs::read(path).map_err(|error| Failure(format!("cannot read {}: {error}", path.display())))?;
        Manifest::from_json(&bytes)
            .map_err(|why| Failure(format!("{} is no manifest of a built site: {why}", path.display())))?
    };
    known_by(manifest, &path.display().to_string())
}

/// The site that a manifest speaks of; `name` is what messages call it.
pub fn known_by(manifest: Manifest, name: &str) -> Result<Earlier, Failure> {
    let earlier = judge::earlier(manifest).map_err(|why| Failure(format!("cannot compare with {name}: {why}")))?;
    if earlier.ledger.is_none() {
        eprintln!("note: {name} does not say what its claims were; only addresses are compared");
    }
    Ok(earlier)
}
