//! What can stop an emission.

use std::io;
use std::path::{Path, PathBuf};

use super::{MANIFEST, OutPath};

/// Why the site could not be written.
#[derive(Debug, thiserror::Error)]
pub enum EmitError {
    /// The file system refused.
    #[error("cannot {doing} `{}`: {source}", path.display())]
    Disk {
        /// What was tried: “write”, “rename”.
        doing: &'static str,
        /// The file or directory it was tried on.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// The output is a directory with files that recoupe did not make.
    #[error("`{}` is not empty and was not made by recoupe", .0.display())]
    Foreign(PathBuf),
    /// The output is a file.
    #[error("`{}` is not a directory", .0.display())]
    NotADirectory(PathBuf),
    /// The output is or holds what the site is made from.
    #[error("the output `{}` would hold `{}`, which the site is made from", out.display(), holds.display())]
    Protected {
        /// The output that was asked for.
        out: PathBuf,
        /// What lies in it.
        holds: PathBuf,
    },
    /// Another process is writing to the same directory.
    #[error("another build is writing to `{}`", .0.display())]
    Busy(PathBuf),
    /// Two pages or assets have one address.
    #[error("`{0}` is made twice")]
    Twice(OutPath),
    /// A file asked for the address of the manifest.
    #[error("`{0}` is made by recoupe itself")]
    Reserved(OutPath),
    /// One address would have to be a file and a directory.
    #[error("`{file}` cannot be a file, for `{inside}` lies in it")]
    Nested {
        /// The file.
        file: OutPath,
        /// What needs it to be a directory.
        inside: OutPath,
    },
    /// Something that recoupe did not make stands where a file must go.
    #[error("`{}` is in the way and was not made by recoupe", .0.display())]
    Blocked(PathBuf),
    /// A manifest or journal that cannot be read.
    #[error("cannot make sense of `{}`: {why}", path.display())]
    Unreadable {
        /// The manifest or journal.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

impl EmitError {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            EmitError::Disk { .. } => None,
            EmitError::Foreign(dir) => Some(format!(
                "choose another directory with `--out`, or empty `{}` (one that recoupe made holds `{MANIFEST}`)",
                dir.display()
            )),
            EmitError::NotADirectory(_) | EmitError::Protected { .. } => {
                Some("choose another directory with `--out`".to_owned())
            }
            EmitError::Busy(_) => Some("wait for it to end".to_owned()),
            EmitError::Twice(_) => Some("give one of the two another address".to_owned()),
            EmitError::Reserved(_) => Some("rename the file".to_owned()),
            EmitError::Nested { .. } => Some("rename one of the two".to_owned()),
            EmitError::Blocked(path) => Some(format!("move `{}` away", path.display())),
            EmitError::Unreadable { path, .. } => {
                let dir = path.parent().unwrap_or(path);
                Some(format!("delete `{}`; the next build makes it anew", dir.display()))
            }
        }
    }
}

/// Says what was tried on which path, for `map_err`.
pub(crate) fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> EmitError {
    move |source| EmitError::Disk { doing, path: path.to_owned(), source }
}
