//! `recoupe init`: a small site to start from, and workflows that check, build and publish one.

mod workflow;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use include_dir::{Dir, include_dir};

use super::common::Failure;
use workflow::Service;

/// An invented town, its bridge and two claims about it.
static DEMO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/init/demo");

/// Make a small site about invented people in an invented place, to start from.
#[derive(Args, Debug)]
pub struct Init {
    /// The folder; it is made, or is empty. With `--ci` it may hold a site, which is left as it is.
    dir: PathBuf,
    /// Also write a workflow that checks, builds and publishes the site, for one of these.
    #[arg(long, value_enum, value_name = "SERVICE")]
    ci: Option<Service>,
}

impl Init {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let taken = fs::read_dir(&self.dir).is_ok_and(|mut entries| entries.next().is_some());
        let has_site = self.ci.is_some() && self.dir.join("content/site.yaml").is_file();
        if !has_site {
            if taken || self.dir.is_file() {
                return Err(Failure(format!("{} is not empty; choose a new folder", self.dir.display())));
            }
            write(&DEMO, &self.dir)?;
            println!("{} holds a small site about invented people in an invented place", self.dir.display());
        }
        if let Some(service) = self.ci {
            let file = service.write(&self.dir)?;
            println!("{} checks, builds and publishes the site; its first lines say what to fill in", file.display());
        }
        if !has_site {
            println!("next: recoupe serve --root {}", self.dir.display());
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn write(dir: &Dir<'_>, target: &Path) -> Result<(), Failure> {
    fs::create_dir_all(target).map_err(|error| failed(target, &error))?;
    for file in dir.files() {
        let name = file.path().file_name().unwrap_or_default();
        // A file of this name would hide files of our own package.
        let name = if name == "gitignore" { ".gitignore".as_ref() } else { name };
        let path = target.join(name);
        fs::write(&path, file.contents()).map_err(|error| failed(&path, &error))?;
    }
    for inner in dir.dirs() {
        write(inner, &target.join(inner.path().file_name().unwrap_or_default()))?;
    }
    Ok(())
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure(format!("cannot write {}: {error}", path.display()))
}
