//! One commit on top of a branch that holds the site and nothing else.
//!
//! The system's `git` does the work, so the user's keys, agents and credential helpers are used as always. It works
//! in a repository of its own that is thrown away: neither the desk's repository nor its index is touched. Blobs are
//! made from the bytes as they are: no attribute, filter or line ending setting changes them.

mod command;
mod history;
mod remote;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use rayon::prelude::*;

use crate::emit::{MANIFEST, Manifest, failed};

use super::built::Built;
use super::{Author, GitBranch, Plan, Publication, PublishError, Release, State};
use command::Git;
pub(super) use history::History;
use remote::Remote;

/// Tells GitHub Pages to serve the files as they are.
const NO_JEKYLL: &str = ".nojekyll";
const CNAME: &str = "CNAME";

/// Blobs by path, with their lengths.
type Tree = BTreeMap<String, (String, u64)>;

/// Whether git only computes the names of blobs, or keeps them to be sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blobs {
    Named,
    Written,
}

/// The branch as the remote has it, in a repository of its own.
pub(super) struct Branch<'a> {
    target: &'a GitBranch,
    git: Git,
    remote: Remote,
    /// The commit it points to; none if there is no such branch.
    head: Option<String>,
    tree: Tree,
    /// Removed, with the repository in it, when this is dropped.
    scratch: Scratch,
}

impl<'a> Branch<'a> {
    pub(super) fn fetch(release: &Release, target: &'a GitBranch) -> Result<Branch<'a>, PublishError> {
        Branch::fetch_commits(release, target, 1)
    }

    /// The same, with as many commits.
    fn fetch_commits(release: &Release, target: &'a GitBranch, depth: u32) -> Result<Branch<'a>, PublishError> {
        let scratch = Scratch::new(release.scratch)?;
        let remote = Remote::find(release.root, &target.remote)?;
        let git = Git::new(&scratch.0.join("repository"), release.root, &remote.settings);
        let name = format!("refs/heads/{}", target.branch);

        let listed = git.text("read the remote", &["ls-remote", "--", &remote.fetch, &name])?;
        let id = listed.lines().filter_map(|line| line.split_once('\t')).find(|(_, listed)| *listed == name);
        let format = match id {
            Some((id, _)) if id.len() == 64 => "--object-format=sha256",
            Some(_) | None => "--object-format=sha1",
        };
        git.init(&["init", "--quiet", "--bare", "--template=", format])?;

        let (mut head, mut tree) = (None, Tree::new());
        if id.is_some() {
            let depth = format!("--depth={depth}");
            git.text("read the branch", &["fetch", "--quiet", "--no-tags", &depth, "--", &remote.fetch, &name])?;
            head = Some(git.text("read the branch", &["rev-parse", "FETCH_HEAD"])?);
            tree = parse_tree(&git.text("read the branch", &["ls-tree", "-r", "-l", "-z", "FETCH_HEAD"])?);
            let ours = |path: &String| [MANIFEST, NO_JEKYLL, CNAME].contains(&path.as_str());
            if !tree.contains_key(MANIFEST) && !tree.keys().all(ours) {
                let (remote, branch) = (command::redacted(&target.remote), target.branch.clone());
                return Err(PublishError::ForeignBranch { remote, branch });
            }
        }
        Ok(Branch { target, git, remote, head, tree, scratch })
    }

    /// The manifest on the branch.
    pub(super) fn manifest(&self) -> Result<Option<Manifest>, PublishError> {
        let unknown = |why| PublishError::UnknownManifest { branch: self.target.branch.clone(), why };
        self.file(MANIFEST)?.map(|bytes| Manifest::from_json(&bytes).map_err(unknown)).transpose()
    }

    /// The bytes of a file on the branch.
    pub(super) fn file(&self, path: &str) -> Result<Option<Vec<u8>>, PublishError> {
        let Some((blob, _)) = self.tree.get(path) else { return Ok(None) };
        self.git.bytes("read a file", &["cat-file", "blob", blob]).map(Some)
    }

    pub(super) fn plan(&self, built: &Built) -> Result<Plan, PublishError> {
        let wanted = self.wanted(built, Blobs::Named)?;
        Ok(Plan::between(&self.tree, &wanted))
    }

    pub(super) fn publish(&self, built: &Built, release: &Release) -> Result<Publication, PublishError> {
        let wanted = self.wanted(built, Blobs::Written)?;
        let plan = Plan::between(&self.tree, &wanted);
        if plan.changes_nothing() && self.head.is_some() {
            return Ok(Publication { plan, state: State::Unchanged });
        }
        let message = format!(
            "Publish {}\n\n{} added, {} changed, {} removed, {} unchanged\n",
            release.author.name,
            plan.added.len(),
            plan.changed.len(),
            plan.removed.len(),
            plan.unchanged.len()
        );
        let commit = self.commit(&wanted, &message, release.author)?;
        self.push(&commit)?;
        Ok(Publication { plan, state: State::Commit(commit) })
    }

    /// The tree that the branch shall have.
    fn wanted(&self, built: &Built, blobs: Blobs) -> Result<Tree, PublishError> {
        built.files.par_iter().try_for_each(|(path, sum)| built.read(path, sum).map(drop))?;
        let mut files: BTreeMap<&str, PathBuf> =
            built.files.keys().map(|path| (path.as_str(), built.file(path))).collect();
        let cname = self.target.cname.as_ref().map(|domain| format!("{domain}\n"));
        for (name, text) in [(NO_JEKYLL, Some(String::new())), (CNAME, cname)] {
            if let Some(text) = text.filter(|_| !files.contains_key(name)) {
                let file = self.scratch.0.join(name);
                fs::write(&file, text).map_err(failed("write", &file))?;
                files.insert(name, file);
            }
        }
        let mut tree = self.hashed(&files, blobs)?;
        // Hosts that are told a domain in their settings write it to the branch; losing it takes the site offline.
        if let Some(domain) = self.tree.get(CNAME) {
            tree.entry(CNAME.to_owned()).or_insert_with(|| domain.clone());
        }
        Ok(tree)
    }

    fn hashed(&self, files: &BTreeMap<&str, PathBuf>, blobs: Blobs) -> Result<Tree, PublishError> {
        let mut input = Vec::new();
        for file in files.values() {
            let file = std::path::absolute(file).map_err(failed("find", file))?;
            input.extend_from_slice(file.as_os_str().as_encoded_bytes());
            input.push(b'\n');
        }
        let mut args = vec!["hash-object", "--stdin-paths", "--no-filters"];
        if blobs == Blobs::Written {
            args.push("-w");
        }
        let ids = self.git.fed("read the site", &args, &input)?;
        files
            .iter()
            .zip(ids.lines())
            .map(|((path, file), id)| {
                let meta = fs::metadata(file).map_err(failed("read", file))?;
                Ok(((*path).to_owned(), (id.to_owned(), meta.len())))
            })
            .collect()
    }

    fn commit(&self, wanted: &Tree, message: &str, author: Author) -> Result<String, PublishError> {
        let mut index = Vec::new();
        for (path, (id, _)) in wanted {
            index.extend_from_slice(format!("100644 {id}\t{path}\0").as_bytes());
        }
        self.git.fed("make the commit", &["update-index", "-z", "--index-info"], &index)?;
        let tree = self.git.text("make the commit", &["write-tree"])?;
        let mut args = vec!["commit-tree", tree.as_str()];
        if let Some(head) = &self.head {
            args.extend(["-p", head]);
        }
        self.git.by(author).fed("make the commit", &args, message.as_bytes())
    }

    /// Sends the commit; git refuses if the branch has moved since it was read. Its name is that of all it holds, so
    /// a remote that has it has every byte.
    fn push(&self, commit: &str) -> Result<(), PublishError> {
        let name = format!("refs/heads/{}", self.target.branch);
        self.git.text("push", &["push", "--quiet", "--", &self.remote.push, &format!("{commit}:{name}")])?;
        let listed = self.git.text("read the remote", &["ls-remote", "--", &self.remote.push, &name])?;
        match listed.split('\t').next() == Some(commit) {
            true => Ok(()),
            false => Err(PublishError::Git { doing: "push", words: format!("the branch is not at {commit}") }),
        }
    }
}

/// Reads `git ls-tree -r -l -z`: mode, type, id and length, a tab, the path.
fn parse_tree(listing: &str) -> Tree {
    let entry = |line: &str| {
        let (facts, path) = line.split_once('\t')?;
        let mut facts = facts.split_whitespace().skip(2);
        let (id, bytes) = (facts.next()?, facts.next()?);
        // A submodule has no length.
        Some((path.to_owned(), (id.to_owned(), bytes.parse().unwrap_or(0))))
    };
    listing.split('\0').filter_map(entry).collect()
}

/// A directory for one publication.
struct Scratch(PathBuf);

impl Scratch {
    fn new(parent: &Path) -> Result<Scratch, PublishError> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("publish-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let parent = std::path::absolute(parent).map_err(failed("find", parent))?;
        let dir = parent.join(name);
        // One of that name is left from a process that was killed.
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).map_err(failed("create", &dir))?;
        Ok(Scratch(dir))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // It is in a folder that is safe to delete, if it cannot be deleted now.
        let _ = fs::remove_dir_all(&self.0);
    }
}
