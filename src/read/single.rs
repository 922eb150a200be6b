//! One path of a folder again, after it has changed.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::{FOLDERS, Project, ReadError, is_visible, site_path, text};

/// What is at one path of a folder.
#[derive(Debug)]
pub enum Single {
    /// Nothing that is read.
    Nothing,
    /// A file: the part of the project that it is, with what was found wrong.
    File(Project),
    /// A folder, a link, or something below one: only reading the whole can say.
    Unclear,
}

/// Reads what is at a path, as reading the whole would.
///
/// # Errors
///
/// The operating system does not let us.
pub fn single(root: &Path, path: &Path) -> Result<Single, ReadError> {
    let Ok(relative) = path.strip_prefix(root) else { return Ok(Single::Unclear) };
    let site_path = site_path(root, path);
    let mut names = site_path.split('/');
    let Some(folder) = names.next().filter(|folder| FOLDERS.contains(folder)) else { return Ok(Single::Nothing) };
    if !names.all(is_visible) {
        return Ok(Single::Nothing);
    }
    let mut at = root.to_path_buf();
    let mut is_file = false;
    for name in relative {
        at.push(name);
        match fs::symlink_metadata(&at) {
            Ok(found) if found.is_symlink() => return Ok(Single::Unclear),
            Ok(found) => is_file = found.is_file(),
            // Where `content` itself is gone, that is for reading the whole to say.
            Err(error) if error.kind() == ErrorKind::NotFound && site_path != folder.into() => {
                return Ok(Single::Nothing);
            }
            Err(_) => return Ok(Single::Unclear),
        }
    }
    if !is_file {
        return Ok(Single::Unclear);
    }
    match text(folder, path) {
        Ok(text) => {
            let mut project = Project::default();
            project.take(site_path.clone(), folder, path, text);
            Ok(Single::File(project))
        }
        // An editor took it away in between, and will say so.
        Err(ReadError::Disk { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(Single::Nothing),
        Err(error) => Err(error),
    }
}
