//! A folder behind SSH, by the system's own `sftp`: the user's keys, agents and settings work as always.
//!
//! A file is sent under another name and renamed, so that readers meet the old bytes or the new.

mod links;
mod session;

use std::fs;
use std::path::{Path, PathBuf};

use crate::emit::{OutPath, failed};
use crate::publish::{PublishError, SftpFolder};

use super::store::{Condition, Object, PART, Put, Store};
pub(super) use links::Links;
use session::{Session, quoted};

/// How many connections send at the same time.
const CONNECTIONS: usize = 4;
/// How many files are worth a connection of their own.
const FILES_EACH: usize = 32;

/// A folder behind SSH.
#[derive(Clone)]
pub(in crate::publish) struct Sftp {
    session: Session,
    place: String,
    folder: String,
    scratch: PathBuf,
}

impl Sftp {
    /// The folder; small files lie in `scratch` on their way.
    pub(in crate::publish) fn new(folder: &SftpFolder, scratch: &Path) -> Result<Sftp, PublishError> {
        fs::create_dir_all(scratch).map_err(failed("create", scratch))?;
        let place = format!("{}:{}", folder.host, folder.path);
        let session = Session::new(folder, &place);
        let scratch = std::path::absolute(scratch).map_err(failed("find", scratch))?;
        Ok(Sftp { session, place, folder: folder.path.trim_end_matches('/').to_owned(), scratch })
    }

    fn there(&self, path: &str) -> String {
        quoted(&format!("{}/{path}", self.folder))
    }

    fn local(&self, name: &str) -> PathBuf {
        self.scratch.join(format!("sftp-{}-{name}", std::process::id()))
    }

    /// Commands that make the folders of these files; one that is there already is no failure.
    fn folders<'p>(&self, paths: impl Iterator<Item = &'p OutPath>) -> Vec<String> {
        let mut folders: Vec<&str> = Vec::new();
        for path in paths {
            folders.extend(path.as_str().match_indices('/').map(|(end, _)| &path.as_str()[..end]));
        }
        folders.sort_unstable();
        folders.dedup();
        let root = format!("-mkdir {}", quoted(&self.folder));
        [root].into_iter().chain(folders.into_iter().map(|folder| format!("-mkdir {}", self.there(folder)))).collect()
    }
}

impl Store for Sftp {
    fn place(&self) -> &str {
        &self.place
    }

    fn keeps_headers(&self) -> bool {
        false
    }

    fn get(&self, path: &OutPath) -> Result<Option<Object>, PublishError> {
        let local = self.local("get");
        let command = format!("get {} {}", self.there(path.as_str()), quoted(&local.to_string_lossy()));
        let found = self.session.finds("read", &command)?;
        let bytes = if found { Some(fs::read(&local).map_err(failed("read", &local))?) } else { None };
        // Left over, it would only be overwritten.
        let _ = fs::remove_file(&local);
        Ok(bytes.map(|bytes| Object { bytes, version: None }))
    }

    fn put_all(&self, files: &[Put<'_>]) -> Result<(), PublishError> {
        let connections = files.len().div_ceil(FILES_EACH).clamp(1, CONNECTIONS);
        let mut lists = Vec::new();
        for files in files.chunks(files.len().div_ceil(connections).max(1)) {
            let mut commands = self.folders(files.iter().map(|put| put.path));
            for put in files {
                let (path, part) = (self.there(put.path.as_str()), self.there(&format!("{}{PART}", put.path)));
                commands.push(format!("put {} {part}", quoted(&put.file()?.to_string_lossy())));
                commands.push(format!("rename {part} {path}"));
            }
            lists.push(commands);
        }
        self.session.run_beside("send", &lists)
    }

    /// The protocol has no condition but that a name is free. The lease is taken by that; where a file is replaced,
    /// it is read again just before, which leaves a moment that the lease has to guard.
    fn put_if(&self, path: &OutPath, bytes: &[u8], condition: Condition<'_>) -> Result<Option<Object>, PublishError> {
        if let Condition::Is(object) = condition
            && self.get(path)?.is_none_or(|there| there.bytes != object.bytes)
        {
            return Ok(None);
        }
        let local = self.local("put");
        fs::write(&local, bytes).map_err(failed("write", &local))?;
        // Two publishers must not write to one unfinished file.
        let unique = self.scratch.join("publisher");
        let publisher = fs::read_to_string(&unique).unwrap_or_default();
        let (there, part) = (self.there(path.as_str()), self.there(&format!("{path}{PART}{publisher}")));
        let put = format!("put {} {part}", quoted(&local.to_string_lossy()));
        // Of the two ways to rename, that of the protocol's first versions replaces nothing.
        let rename = if matches!(condition, Condition::Absent) { "rename -l" } else { "rename" };
        let commands = [self.folders([path].into_iter()), vec![put, format!("{rename} {part} {there}")]].concat();
        let sent = self.session.run("send", &commands);
        // Left over, it would only be overwritten.
        let _ = fs::remove_file(&local);
        if let Err(error) = sent {
            if matches!(condition, Condition::Is(_)) || self.get(path)?.is_none() {
                return Err(error);
            }
            self.session.run("remove", &[format!("-rm {part}")])?;
            return Ok(None);
        }
        Ok(Some(Object { bytes: bytes.to_owned(), version: None }))
    }

    fn delete_all(&self, paths: &[&OutPath]) -> Result<(), PublishError> {
        let remove = |path: &&OutPath| {
            let part = format!("{path}{PART}");
            [format!("-rm {}", self.there(path.as_str())), format!("-rm {}", self.there(&part))]
        };
        let mut commands: Vec<String> = paths.iter().flat_map(remove).collect();
        // Folders that are empty now go, too: the deepest first; `rmdir` refuses all others.
        let mut folders: Vec<&str> = paths
            .iter()
            .flat_map(|path| path.as_str().match_indices('/').map(|(end, _)| &path.as_str()[..end]))
            .collect();
        folders.sort_unstable_by(|one, other| other.cmp(one));
        folders.dedup();
        commands.extend(folders.iter().map(|folder| format!("-rmdir {}", self.there(folder))));
        self.session.run("remove", &commands)
    }
}
