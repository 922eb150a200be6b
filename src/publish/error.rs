//! What can stop a publication.

use std::io;
use std::path::PathBuf;

use crate::emit::EmitError;

/// Why the site could not be published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// There is no manifest where the site should be.
    #[error("`{}` holds no built site", .0.display())]
    NotBuilt(PathBuf),
    /// A file of the site is not the one that was built.
    #[error("`{}` is missing or has changed since the build", .0.display())]
    Altered(PathBuf),
    /// The place of publication is something that recoupe did not make.
    #[error("`{}` was not made by `recoupe publish`", .0.display())]
    Foreign(PathBuf),
    /// Another process publishes to the same place.
    #[error("another publication to `{}` is under way", .0.display())]
    Busy(PathBuf),
    /// Another process published to the same place since it was read.
    #[error("somebody else published to `{}` meanwhile", .0.display())]
    Moved(PathBuf),
    /// The branch holds files and no manifest: it may be somebody's source code.
    #[error("the branch `{branch}` of `{remote}` holds something else than a site made by recoupe")]
    ForeignBranch {
        /// The remote, without any password.
        remote: String,
        /// The branch.
        branch: String,
    },
    /// The manifest on the branch is none that this recoupe knows.
    #[error("cannot read the manifest on the branch `{branch}`: {why}")]
    UnknownManifest {
        /// The branch.
        branch: String,
        /// What is wrong with it.
        why: String,
    },
    /// A page that recoupe did not put there, and no manifest.
    #[error("`{0}` holds a site that was not made by `recoupe publish`")]
    ForeignPlace(String),
    /// The record or the manifest at a place is none that this recoupe knows.
    #[error("cannot read what `{place}` says of itself: {why}")]
    UnknownRecord {
        /// The place, without any password.
        place: String,
        /// What is wrong with it.
        why: String,
    },
    /// Somebody else publishes to the place, or did until something interrupted it.
    #[error("{host} has been publishing to `{place}` for {since} minutes")]
    Leased {
        /// The place, without any password.
        place: String,
        /// The machine that holds the lease.
        host: String,
        /// For how many minutes.
        since: u64,
        /// In how many minutes the lease ends, if nobody renews it.
        expires: u64,
    },
    /// A server, or the program that talks to it, refused; these are its own words.
    #[error("could not {doing} at `{place}`: {words}")]
    Remote {
        /// The place, without any password.
        place: String,
        /// What was tried: “send”.
        doing: &'static str,
        /// What it said.
        words: String,
    },
    /// The server does not take the user, the password or the key.
    #[error("`{place}` does not let us in: {words}")]
    Denied {
        /// The place, without any password.
        place: String,
        /// What it said.
        words: String,
        /// Where the secrets for it come from.
        secrets: &'static str,
    },
    /// A place has an address that is not used.
    #[error("nothing is sent to `{place}`: {why}")]
    Address {
        /// The address, without any password.
        place: String,
        /// What is wrong with it.
        why: &'static str,
        /// What to do.
        help: &'static str,
    },
    /// A file that was sent came back with other bytes.
    #[error("`{path}` at `{place}` is not what was sent")]
    Differs {
        /// The place, without any password.
        place: String,
        /// The file.
        path: String,
    },
    /// A folder behind SSH is where the link to the release should be.
    #[error("`{place}` is a folder with something in it, not a link to a release")]
    NotALink {
        /// The place, without any password.
        place: String,
    },
    /// The place replaces its files one by one.
    #[error("`{place}` keeps no earlier releases: its files are replaced one by one")]
    KeepsNone {
        /// The place, without any password.
        place: String,
    },
    /// There is nothing to go back to, or nothing of that name.
    #[error("`{place}` has not kept a release `{wanted}`")]
    NoSuchRelease {
        /// The place, without any password.
        place: String,
        /// Its name, or how many to go back.
        wanted: String,
        /// What there is to go back to.
        kept: Vec<String>,
    },
    /// An earlier release is not as it was published.
    #[error("`{path}` of the release {release} is missing or has changed since it was published")]
    Damaged {
        /// The release.
        release: String,
        /// The first such file.
        path: String,
    },
    /// The program cannot talk to object stores and WebDAV servers.
    #[error("this recoupe was built without object stores and WebDAV")]
    NoCloud,
    /// The program cannot ask the web.
    #[error("this recoupe was built without a client for the web")]
    NoWeb,
    /// What should be the address of a site is none.
    #[error("this is no address of a site: {why}")]
    NoAddress {
        /// What is wrong with it.
        why: String,
    },
    /// No manifest is at an address on the web.
    #[error("there is no recoupe-manifest.json at {0}")]
    NoManifest(String),
    /// A site on the web did not hand out what it takes to begin.
    #[error("could not read {what} at {place}: {words}")]
    Unanswered {
        /// The address, without any password.
        place: String,
        /// What was asked for: “the manifest”.
        what: &'static str,
        /// What became of it.
        words: String,
    },
    /// The key does not sign.
    #[error("cannot sign the manifest: {0}")]
    Signing(String),
    /// What should be a public key is none.
    #[error("this is no public key of minisign")]
    NoPublicKey,
    /// There is no git on this machine.
    #[error("cannot run `git`: {0}")]
    NoGit(io::Error),
    /// Git refused; these are its own words, without any password.
    #[error("git could not {doing}: {words}")]
    Git {
        /// What was tried: “read the branch”.
        doing: &'static str,
        /// What git said.
        words: String,
    },
    /// The file system refused.
    #[error(transparent)]
    Disk(#[from] EmitError),
}

impl PublishError {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            PublishError::NotBuilt(_) | PublishError::Altered(_) => Some("run `recoupe build` first".to_owned()),
            PublishError::Foreign(path) => Some(format!(
                "choose a path where nothing is, or move `{}` away: it becomes a symbolic link to the release",
                path.display()
            )),
            PublishError::Busy(_) => Some("wait for it to end".to_owned()),
            PublishError::Moved(_) => Some("run `recoupe publish` again".to_owned()),
            PublishError::ForeignBranch { .. } => {
                Some("name a branch that does not exist yet, or delete this one if nobody needs it".to_owned())
            }
            PublishError::UnknownManifest { .. } => {
                Some("a newer recoupe published this site: publish with that one".to_owned())
            }
            PublishError::ForeignPlace(_) => {
                Some("name a place where nothing is, or move its `index.html` away first".to_owned())
            }
            PublishError::UnknownRecord { .. } => {
                Some("a newer recoupe published this site: publish with that one".to_owned())
            }
            PublishError::Leased { expires, .. } => {
                Some(format!("wait for it to end; if it was interrupted, wait {expires} minutes or use `--break-lock`"))
            }
            PublishError::Remote { doing: "run `sftp`", .. } => {
                Some("install OpenSSH's `sftp`, or name another program in `RECOUPE_SFTP`".to_owned())
            }
            PublishError::Remote { doing: "replace one link by another", .. } => Some(
                "this server cannot switch releases at once: without `keep`, files are replaced one by one".to_owned(),
            ),
            PublishError::Remote { .. } => {
                Some("nothing is lost: run `recoupe publish` again, and it goes on where it stopped".to_owned())
            }
            PublishError::Denied { secrets, .. } => Some((*secrets).to_owned()),
            PublishError::Address { help, .. } => Some((*help).to_owned()),
            PublishError::Differs { .. } => Some("ask whoever runs the server; nothing was removed".to_owned()),
            PublishError::NotALink { .. } => Some(
                "move it away once, or name a path where nothing is; without `keep`, its files are replaced one by one"
                    .to_owned(),
            ),
            PublishError::KeepsNone { .. } => Some(
                "put the earlier state of `content/` back, with a revision that says why, and run `recoupe publish`; \
                 a directory, a git branch, and sftp or an object store with `keep` can be taken back without a build"
                    .to_owned(),
            ),
            PublishError::NoSuchRelease { kept, .. } if kept.is_empty() => {
                Some("there is none to go back to; `keep` in content/site.yaml says how many stay".to_owned())
            }
            PublishError::NoSuchRelease { kept, .. } => {
                Some(format!("there are {}; `recoupe publish TARGET --releases` says more of them", kept.join(", ")))
            }
            PublishError::Damaged { .. } => {
                Some("nothing was changed; `recoupe publish TARGET --releases` lists what else there is".to_owned())
            }
            PublishError::NoManifest(_) => {
                Some("name the address of the home page of a site that recoupe published".to_owned())
            }
            PublishError::NoPublicKey => {
                Some("name a file of `minisign -G`, such as minisign.pub, or the 56 characters in it".to_owned())
            }
            PublishError::Signing(_) | PublishError::Unanswered { .. } | PublishError::NoAddress { .. } => None,
            PublishError::NoCloud | PublishError::NoWeb => {
                Some("build it with the feature `cloud`: `cargo install --path . --features cloud`".to_owned())
            }
            PublishError::NoGit(_) => Some("install git, or publish to a directory".to_owned()),
            PublishError::Git { doing: "push", .. } => {
                Some("if somebody else published meanwhile, run `recoupe publish` again".to_owned())
            }
            PublishError::Git { .. } => None,
            PublishError::Disk(EmitError::Disk { doing: "link", .. }) => {
                Some("releases are switched by a symbolic link, which this file system or system refuses".to_owned())
            }
            PublishError::Disk(error) => error.help(),
        }
    }
}
