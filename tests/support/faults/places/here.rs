//! Places on this machine: the output of a build, and a directory that a server serves.

use std::path::PathBuf;

use super::{At, Place, Way, names};
use crate::faults::desk::files;
use crate::faults::reader::Files;

/// What `recoupe build` writes.
pub struct Output;

impl Place for Output {
    fn name(&self) -> &'static str {
        "output of `build`"
    }

    fn way(&self) -> Way {
        Way::Disk
    }

    fn command(&self) -> &'static str {
        "build"
    }

    fn target(&self, _at: &At, _port: u16) -> String {
        String::new()
    }

    fn desk(&self, at: &At) -> Option<PathBuf> {
        Some(at.path())
    }

    fn files(&self, at: &At) -> Files {
        files(&at.path().join("public"))
    }

    fn is_aside(&self, path: &str) -> bool {
        path.starts_with(".recoupe")
    }

    fn left_over(&self, at: &At, _now: &Files) -> Option<String> {
        let left = at.path().join("public/.recoupe-stage");
        left.exists().then(|| format!("{} is left", left.display()))
    }
}

/// A directory whose releases are switched at once.
pub struct Directory;

const KEEP: usize = 2;

impl Place for Directory {
    fn name(&self) -> &'static str {
        "directory"
    }

    fn way(&self) -> Way {
        Way::Disk
    }

    fn at_once(&self) -> bool {
        true
    }

    fn target(&self, at: &At, _port: u16) -> String {
        format!("{{ kind: directory, path: {}, keep: {KEEP} }}", at.path().display())
    }

    fn files(&self, at: &At) -> Files {
        files(&at.path())
    }

    fn left_over(&self, at: &At, _now: &Files) -> Option<String> {
        let left = names(&at.folder.join(format!("{}.releases", at.name)));
        let releases = left.iter().filter(|name| name.parse::<u64>().is_ok()).count();
        (releases != KEEP || left.len() != KEEP).then(|| format!("beside the releases is left: {left:?}"))
    }
}
