//! Back to an earlier commit: its files in a new commit on top, so that nobody's branch is forced.

use std::collections::BTreeSet;

use crate::emit::{MANIFEST, Manifest};
use crate::publish::releases::{Kept, Releases};
use crate::publish::{Author, GitBranch, Plan, PublishError, Release, State};

use super::{Branch, CNAME, Tree, command, parse_tree};

/// How many commits are looked through.
const COMMITS: u32 = 50;
/// The line of a commit's message that names the release whose files it has.
const BACK_TO: &str = "Recoupe-Release";

/// A branch with its last commits.
pub(in crate::publish) struct History<'a> {
    branch: Branch<'a>,
    author: Author<'a>,
}

impl<'a> History<'a> {
    pub(in crate::publish) fn fetch(release: &Release<'a>, target: &'a GitBranch) -> Result<History<'a>, PublishError> {
        let branch = Branch::fetch_commits(release, target, COMMITS)?;
        Ok(History { branch, author: release.author })
    }

    /// The files of a commit.
    fn tree(&self, commit: &str) -> Result<Tree, PublishError> {
        let tree = self.branch.git.text("read a commit", &["ls-tree", "-r", "-l", "-z", commit])?;
        Ok(parse_tree(&tree))
    }

    /// The same as the branch shall have it: with the domain that it has today, without which the site goes offline.
    fn wanted(&self, kept: &Kept) -> Result<Tree, PublishError> {
        let mut tree = self.tree(&kept.name)?;
        if let Some(domain) = self.branch.tree.get(CNAME) {
            tree.insert(CNAME.to_owned(), domain.clone());
        }
        Ok(tree)
    }
}

impl Releases for History<'_> {
    fn place(&self) -> String {
        format!("{} of {}", self.branch.target.branch, command::redacted(&self.branch.target.remote))
    }

    /// The commits. One that only went back is no release of its own: it serves that to which it went, and those in
    /// between are withdrawn.
    fn kept(&self) -> Result<Vec<Kept>, PublishError> {
        let Some(head) = &self.branch.head else { return Ok(Vec::new()) };
        let format = format!("--format=%H%x09%(trailers:key={BACK_TO},valueonly,separator=%x20)%x09%cs %s");
        let log = ["log", "--first-parent", "--reverse", &format, head.as_str()];
        let log = self.branch.git.text("read the commits", &log)?;
        let (mut kept, mut withdrawn): (Vec<Kept>, BTreeSet<String>) = (Vec::new(), BTreeSet::new());
        let mut served = head.clone();
        for line in log.lines() {
            let mut parts = line.splitn(3, '\t');
            let (Some(name), Some(back_to), Some(note)) = (parts.next(), parts.next(), parts.next()) else { continue };
            match kept.iter().position(|kept| kept.name == back_to) {
                Some(place) => {
                    withdrawn.remove(back_to);
                    withdrawn.extend(kept[place + 1..].iter().map(|kept| kept.name.clone()));
                    served = back_to.to_owned();
                }
                None => {
                    let (name, note) = (name.to_owned(), note.to_owned());
                    served.clone_from(&name);
                    kept.push(Kept { name, is_served: false, is_withdrawn: false, note });
                }
            }
        }
        for release in &mut kept {
            release.is_served = release.name == served;
            release.is_withdrawn = !release.is_served && withdrawn.contains(&release.name);
        }
        Ok(kept)
    }

    fn manifest(&self, kept: &Kept) -> Result<Option<Manifest>, PublishError> {
        let Some((blob, _)) = self.tree(&kept.name)?.remove(MANIFEST) else { return Ok(None) };
        let bytes = self.branch.git.bytes("read a manifest", &["cat-file", "blob", &blob])?;
        let unknown = |why| PublishError::UnknownManifest { branch: self.branch.target.branch.clone(), why };
        Manifest::from_json(&bytes).map(Some).map_err(unknown)
    }

    fn plan(&self, kept: &Kept) -> Result<Plan, PublishError> {
        Ok(Plan::between(&self.branch.tree, &self.wanted(kept)?))
    }

    /// Commits on the branch tell by themselves what has been left behind.
    fn go_back(&self, kept: &Kept, _withdrawn: &[String]) -> Result<State, PublishError> {
        let short = kept.name.get(..10).unwrap_or(&kept.name);
        let message = format!("Go back to {short}\n\n{}\n\n{BACK_TO}: {}\n", kept.note, kept.name);
        let commit = self.branch.commit(&self.wanted(kept)?, &message, self.author)?;
        self.branch.push(&commit)?;
        Ok(State::Commit(commit))
    }
}
