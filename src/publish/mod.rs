//! A built site goes to where readers find it.
//!
//! Published is exactly what the manifest of the build names, and the manifest: files that lie beside it in the
//! output directory stay there, and a file that changed since the build stops the publication.
//!
//! It takes two steps: [`prepare`] reads what is live, so that the site can be held against it, and
//! [`Prepared::send`] replaces exactly that.
//!
//! | target | readers see | killed at any point |
//! |---|---|---|
//! | directory | one release, switched at once | the old release or the new; the next run completes |
//! | folder behind SSH that keeps releases | one release, switched at once | the old release or the new; the next run completes |
//! | git branch | one commit, never forced over another's | the old commit or the new |
//! | folder behind SSH, object store, which may keep releases | each file old or new, no page before its files; a mixture during the run | the mixture stays until the next run, which completes |
//! | WebDAV | the same; where the server removes a file before it moves another to its place, none for a moment | the same |

mod bucket;
mod built;
mod directory;
mod error;
mod git;
#[cfg(test)]
mod interruptions;
mod notice;
mod plan;
mod releases;
mod sample;
mod signature;
mod tree;
mod verify;
mod webdav;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use crate::emit::Manifest;

pub use bucket::{Bucket, BucketKind};
use built::Built;
pub use error::PublishError;
pub use notice::Notice;
pub use plan::{Item, Plan};
pub use releases::{History, Kept, history};
pub use signature::{PublicKey, SIGNATURE, Signed, Signer};
#[cfg(feature = "cloud")]
pub(crate) use verify::words;
pub use verify::{Asking, Verified, verify, verify_signed, verify_url};
pub use webdav::{Login, WebDavFolder};

/// A built site, and what publishing it needs to know.
#[derive(Clone, Copy, Debug)]
pub struct Release<'a> {
    /// The output directory of a build.
    pub site: &'a Path,
    /// The folder of the desk: relative paths and the names of git remotes are meant from here.
    pub root: &'a Path,
    /// Where temporary files may go, `ROOT/.recoupe`; it is made if it is missing.
    pub scratch: &'a Path,
    /// In whose name the commit is made, where there is one.
    pub author: Author<'a>,
}

/// The author and committer of a publication.
#[derive(Clone, Copy, Debug)]
pub struct Author<'a> {
    /// The site's name.
    pub name: &'a str,
    /// An address; git wants one.
    pub email: &'a str,
}

/// Where a site is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A directory on this machine.
    Directory(Directory),
    /// A branch that a host such as GitHub, GitLab or Codeberg serves.
    Git(GitBranch),
    /// A folder behind SSH.
    Sftp(SftpFolder),
    /// A folder behind SSH whose releases are switched at once.
    SftpReleases(SftpReleases),
    /// A folder of an object store.
    Bucket(Bucket),
    /// A folder of a WebDAV server.
    WebDav(WebDavFolder),
}

/// Releases beside a symbolic link, as for a [`Directory`], in a folder that the system's `sftp` reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SftpReleases {
    /// The link that the server shows as the site, and how to reach it.
    pub link: SftpFolder,
    /// How many releases stay, with the one that is served.
    pub keep: NonZeroUsize,
}

/// A folder that the system's `sftp` reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SftpFolder {
    /// The host as `sftp` takes it: `desk@example.org`, or a name from the user's settings of SSH.
    pub host: String,
    /// The folder there, which the server shows as the site.
    pub path: String,
    /// The program and its options, as `GIT_SSH_COMMAND` is for git: `sftp -F keys/config`.
    pub program: String,
}

/// A directory whose releases are switched at once.
///
/// `path` becomes a symbolic link to `path.releases/000001` and its successors, so a server that is told `path`
/// serves one whole release at any time. Unchanged files of two releases are one file on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// What the server serves.
    pub path: PathBuf,
    /// How many releases stay, with the one that is served.
    pub keep: NonZeroUsize,
}

/// A branch that holds the site and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitBranch {
    /// A URL, a path, or the name of a remote of the desk's own repository.
    pub remote: String,
    /// The branch, without `refs/heads/`.
    pub branch: String,
    /// The domain for the file `CNAME`; without it, one that is on the branch stays.
    pub cname: Option<String>,
}

/// What a publication did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// What was added, changed and removed.
    pub plan: Plan,
    /// Where the site is now.
    pub state: State,
}

/// Where a site is after its publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// All was there already.
    Unchanged,
    /// In this release, which is served now.
    Release(PathBuf),
    /// In this commit, which the branch points to now.
    Commit(String),
    /// File by file in its place.
    Files,
}

/// How a site is sent.
#[derive(Clone, Copy)]
pub struct Sending<'a> {
    /// Is told how many files are sent, and how many there are to send, where files are sent one by one.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Whether to publish although somebody else does, or seems to.
    pub break_lease: bool,
    /// Is told what whoever publishes should know of the place.
    pub notice: &'a (dyn Fn(&Notice) + Sync),
}

impl Default for Sending<'_> {
    fn default() -> Self {
        Sending { progress: &|_, _| (), break_lease: false, notice: &|_| () }
    }
}

/// A built site beside what readers see at its target: nothing is sent yet.
pub struct Prepared<'a> {
    built: Built,
    release: &'a Release<'a>,
    there: There<'a>,
}

/// What is at a target.
enum There<'a> {
    Directory(directory::There<'a>),
    Git(git::Branch<'a>),
    Tree(tree::There),
    Folders(Box<tree::Folders>),
}

/// Reads what is at the target; all but a directory is asked over the network.
pub fn prepare<'a>(release: &'a Release<'a>, target: &'a Target) -> Result<Prepared<'a>, PublishError> {
    let built = Built::open(release.site)?;
    let there = match target {
        Target::Directory(directory) => There::Directory(directory::There::find(release, directory)?),
        Target::Git(branch) => There::Git(git::Branch::fetch(release, branch)?),
        #[cfg(feature = "cloud")]
        Target::Bucket(bucket) => There::Tree(tree::There::find(Box::new(tree::Cloud::new(bucket)?), bucket.keep)?),
        #[cfg(feature = "cloud")]
        Target::WebDav(folder) => {
            There::Tree(tree::There::find(Box::new(tree::WebDav::new(folder, release.scratch)?), None)?)
        }
        #[cfg(not(feature = "cloud"))]
        Target::Bucket(_) | Target::WebDav(_) => return Err(PublishError::NoCloud),
        Target::SftpReleases(target) => There::Folders(Box::new(tree::Folders::find(release, target)?)),
        Target::Sftp(folder) => {
            There::Tree(tree::There::find(Box::new(tree::Sftp::new(folder, release.scratch)?), None)?)
        }
    };
    Ok(Prepared { built, release, there })
}

impl Prepared<'_> {
    /// What the site that readers see says of itself; none if no site is there.
    pub fn live(&self) -> Result<Option<Manifest>, PublishError> {
        match &self.there {
            There::Directory(there) => there.manifest(),
            There::Git(branch) => branch.manifest(),
            There::Tree(there) => there.manifest(),
            There::Folders(there) => Ok(there.manifest()),
        }
    }

    /// Whether the site that readers see is signed.
    pub fn is_signed(&self) -> Result<bool, PublishError> {
        self.published(SIGNATURE).map(|there| there.is_some())
    }

    /// Adds a signature of the manifest: the one that is there already if it is of this manifest and this key.
    pub fn sign(&mut self, signer: &Signer) -> Result<(), PublishError> {
        let there = self.published(SIGNATURE)?;
        self.built.sign(signer, there, self.release.scratch)
    }

    fn published(&self, path: &str) -> Result<Option<Vec<u8>>, PublishError> {
        match &self.there {
            There::Directory(there) => there.file(path),
            There::Git(branch) => branch.file(path),
            There::Tree(there) => there.file(path),
            There::Folders(there) => there.file(path),
        }
    }

    /// What publishing would change.
    pub fn plan(&self) -> Result<Plan, PublishError> {
        match &self.there {
            There::Directory(there) => there.plan(&self.built),
            There::Git(branch) => branch.plan(&self.built),
            There::Tree(there) => there.plan(&self.built),
            There::Folders(there) => Ok(there.plan(&self.built)),
        }
    }

    /// Publishes the site, if it differs from what is there; refused if somebody else published meanwhile.
    pub fn send(self) -> Result<Publication, PublishError> {
        self.send_as(&Sending::default())
    }

    /// The same, with a say in how it is done.
    pub fn send_as(self, how: &Sending) -> Result<Publication, PublishError> {
        match &self.there {
            There::Directory(there) => there.publish(&self.built),
            There::Git(branch) => branch.publish(&self.built, self.release),
            There::Tree(there) => there.publish(&self.built, self.release, how),
            There::Folders(there) => there.publish(&self.built, self.release, how),
        }
    }
}
