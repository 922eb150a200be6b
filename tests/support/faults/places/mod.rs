//! Where sites are published, and what is there, read past recoupe.

mod branch;
#[cfg(feature = "cloud")]
mod bucket;
mod folder;
mod here;
#[cfg(feature = "cloud")]
mod webdav;

use std::path::{Path, PathBuf};

use super::process::Environment;
use super::reader::Files;
use crate::servers::Ssh;
pub use branch::Branch;
#[cfg(feature = "cloud")]
pub use bucket::Bucket;
pub use folder::Folder;
pub use here::{Directory, Output};
#[cfg(feature = "cloud")]
pub use webdav::WebDav;

/// How a place is reached, which decides what can go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// On this machine.
    Disk,
    /// Through SSH, to a disk.
    Ssh,
    /// Through HTTP.
    Http,
}

/// How long a client waits for a server that says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patience {
    Usual,
    /// Some seconds, so that a try does not take minutes.
    Short,
}

/// One site at a place: its name, and a folder of its own where places on a disk put it.
pub struct At {
    pub name: String,
    pub folder: PathBuf,
}

impl At {
    pub fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }
}

/// A kind of target that is put to the test. To add one, implement this and name it in `all`.
pub trait Place: Sync {
    /// What the table calls it.
    fn name(&self) -> &'static str;

    fn way(&self) -> Way;

    /// Whether readers see one whole release at any time.
    fn at_once(&self) -> bool {
        false
    }

    /// The command that is interrupted.
    fn command(&self) -> &'static str {
        "publish"
    }

    /// What `site.yaml` says of the target, reached through a port; empty if it need not say anything.
    fn target(&self, at: &At, port: u16) -> String;

    /// Where the server listens.
    fn port(&self) -> Option<u16> {
        None
    }

    /// Variables that lead to the server, directly or by another port.
    fn environment(&self, _port: u16, _patience: Patience) -> Environment {
        Environment::new()
    }

    /// Makes what has to be there before the first publication.
    fn begin(&self, _at: &At) {}

    /// The folder that is all of a site there, and can be copied to make another.
    fn copied(&self, _at: &At) -> Option<PathBuf> {
        None
    }

    /// Where a desk has its folder, if it shares the disk with the site.
    fn desk(&self, _at: &At) -> Option<PathBuf> {
        None
    }

    /// What readers and others find there.
    fn files(&self, at: &At) -> Files;

    /// Files that may be there during a publication, and are of recoupe or its host.
    fn is_aside(&self, _path: &str) -> bool {
        false
    }

    /// Whether a file that is not of the new release is there for good; `old` is the release before.
    fn stays(&self, _path: &str, _now: &Files, _old: &Files) -> bool {
        false
    }

    /// What is not as it should be beside the files, once a publication has succeeded.
    fn left_over(&self, _at: &At, _now: &Files) -> Option<String> {
        None
    }

    /// What of the release before is not there although it is kept, once a publication has succeeded.
    fn lost(&self, _now: &Files, _old: &Files) -> Option<String> {
        None
    }
}

/// Starts a place; none where its server is missing.
pub type Start = fn() -> Option<Box<dyn Place>>;

/// All kinds of places.
pub fn all() -> Vec<Start> {
    let mut places: Vec<Start> = vec![
        || Some(Box::new(Output)),
        || Some(Box::new(Directory)),
        || Some(Box::new(Branch::here())),
        || Some(Box::new(Branch::behind_ssh()?)),
        || Some(Box::new(Folder::start()?)),
    ];
    #[cfg(feature = "cloud")]
    places.extend([
        (|| Some(Box::new(Bucket::s3()?))) as Start,
        || Some(Box::new(Bucket::keeping_s3()?)),
        || Some(Box::new(Bucket::azure()?)),
        || Some(Box::new(WebDav::wsgidav()?)),
        || Some(Box::new(WebDav::apache()?)),
    ]);
    places
}

/// The options of SSH that lead to the server through a port.
fn ssh_options(ssh: &Ssh, port: u16, patience: Patience) -> String {
    // Settings that others are reading must not be written again.
    let client = if port == ssh.server.port { ssh.client.clone() } else { Ssh::client(ssh.server.dir.path(), port) };
    let options = client.strip_prefix("sftp ").expect("the client is `sftp`");
    match patience {
        Patience::Usual => options.to_owned(),
        Patience::Short => format!("{options} -oServerAliveInterval=1 -oServerAliveCountMax=3 -oConnectTimeout=4"),
    }
}

/// Names below a folder, not deeper.
fn names(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned()).collect();
    names.sort();
    names
}
