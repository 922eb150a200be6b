//! Workflows that install recoupe, check a site, build and publish it.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::failed;
use crate::cli::common::Failure;

/// What runs a workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Service {
    /// GitHub Actions.
    Github,
    /// GitLab CI.
    Gitlab,
    /// Woodpecker, as on Codeberg.
    Woodpecker,
}

impl Service {
    /// Where it looks for workflows.
    fn path(self) -> &'static str {
        match self {
            Self::Github => ".github/workflows/site.yml",
            Self::Gitlab => ".gitlab-ci.yml",
            Self::Woodpecker => ".woodpecker/site.yaml",
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Github => include_str!("ci/github.yml"),
            Self::Gitlab => include_str!("ci/gitlab.yml"),
            Self::Woodpecker => include_str!("ci/woodpecker.yaml"),
        }
    }

    /// Writes the workflow of the site in `dir`; one that is there is left as it is.
    pub fn write(self, dir: &Path) -> Result<PathBuf, Failure> {
        let path = dir.join(self.path());
        let folder = path.parent().unwrap_or(dir);
        fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
        let mut file = File::create_new(&path).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => {
                Failure(format!("{} is there already; move it away to have ours", path.display()))
            }
            _ => failed(&path, &error),
        })?;
        file.write_all(self.text().as_bytes()).map_err(|error| failed(&path, &error))?;
        Ok(path)
    }
}
