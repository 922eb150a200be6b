//! `recoupe init`: a small site to start from.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use include_dir::{Dir, include_dir};

use super::common::Failure;

/// An invented town, its bridge and two claims about it.
static DEMO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/init/demo");

/// Make a small site about invented people in an invented place, to start from.
#[derive(Args, Debug)]
pub struct Init {
    /// The folder; it is made, or is empty.
    dir: PathBuf,
}

impl Init {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let taken = fs::read_dir(&self.dir).is_ok_and(|mut entries| entries.next().is_some());
        if taken || self.dir.is_file() {
            return Err(Failure(format!("{} is not empty; choose a new folder", self.dir.display())));
        }
        write(&DEMO, &self.dir)?;
        println!("{} holds a small site about invented people in an invented place", self.dir.display());
        println!("next: recoupe serve --root {}", self.dir.display());
        Ok(ExitCode::SUCCESS)
    }
}

fn write(dir: &Dir<'_>, target: &Path) -> Result<(), Failure> {
    let failed = |path: &Path, error: std::io::Error| Failure(format!("cannot write {}: {error}", path.display()));
    fs::create_dir_all(target).map_err(|error| failed(target, error))?;
    for file in dir.files() {
        let name = file.path().file_name().unwrap_or_default();
        // A file of this name would hide files of our own package.
        let name = if name == "gitignore" { ".gitignore".as_ref() } else { name };
        let path = target.join(name);
        fs::write(&path, file.contents()).map_err(|error| failed(&path, error))?;
    }
    for inner in dir.dirs() {
        write(inner, &target.join(inner.path().file_name().unwrap_or_default()))?;
    }
    Ok(())
}
