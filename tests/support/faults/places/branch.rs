//! A branch of a bare repository, on this machine or behind SSH.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

use super::{At, Patience, Place, Way, ssh_options};
use crate::faults::desk::files;
use crate::faults::process::Environment;
use crate::faults::reader::Files;
use crate::servers::Ssh;

const BRANCH: &str = "pages";
/// Where an `ssh` lies that knows the server, and the variable with its options.
const BIN: &str = "bin";
const OPTIONS: &str = "RECOUPE_FAULTS_SSH";

pub struct Branch {
    ssh: Option<Ssh>,
}

impl Branch {
    pub fn here() -> Branch {
        Branch { ssh: None }
    }

    /// None where there is no server.
    pub fn behind_ssh() -> Option<Branch> {
        let ssh = Ssh::start()?;
        let bin = ssh.server.dir.path().join(BIN);
        fs::create_dir(&bin).unwrap();
        let script = bin.join("ssh");
        fs::write(&script, format!("#!/bin/sh\nPATH=${{PATH#*:}} exec ssh ${OPTIONS} \"$@\"\n")).unwrap();
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
        Some(Branch { ssh: Some(ssh) })
    }
}

impl Place for Branch {
    fn name(&self) -> &'static str {
        if self.ssh.is_some() { "git behind SSH" } else { "git" }
    }

    fn way(&self) -> Way {
        if self.ssh.is_some() { Way::Ssh } else { Way::Disk }
    }

    fn at_once(&self) -> bool {
        true
    }

    fn target(&self, at: &At, _port: u16) -> String {
        let host = if self.ssh.is_some() { "ssh://web" } else { "" };
        format!("{{ kind: git, remote: \"{host}{}\", branch: {BRANCH} }}", at.path().display())
    }

    fn port(&self) -> Option<u16> {
        self.ssh.as_ref().map(|ssh| ssh.server.port)
    }

    /// An `ssh` of our own in the path: set up by a variable of git, it would be left to its own patience.
    fn environment(&self, port: u16, _patience: Patience) -> Environment {
        let Some(ssh) = &self.ssh else { return Environment::new() };
        let path = std::env::var("PATH").unwrap_or_default();
        let path = format!("{}:{path}", ssh.server.dir.path().join(BIN).display());
        vec![("PATH".into(), path), (OPTIONS.into(), ssh_options(ssh, port, Patience::Usual))]
    }

    fn begin(&self, at: &At) {
        git(at, &["init", "--quiet", "--bare", "."]);
    }

    fn copied(&self, at: &At) -> Option<PathBuf> {
        Some(at.path())
    }

    fn files(&self, at: &At) -> Files {
        let Some(commit) =
            git(at, &["for-each-ref", "--format=%(objectname)", "refs/heads"]).lines().next().map(str::to_owned)
        else {
            return BTreeMap::new();
        };
        let dir = TempDir::new().unwrap();
        let (tar, site) = (dir.path().join("tar"), dir.path().join("site"));
        fs::create_dir(&site).unwrap();
        git(at, &["archive", "--format=tar", "--output", tar.to_str().unwrap(), &commit]);
        let unpacked = Command::new("tar").arg("-xf").arg(&tar).arg("-C").arg(&site).status().unwrap();
        assert!(unpacked.success());
        files(&site)
    }

    fn is_aside(&self, path: &str) -> bool {
        path == ".nojekyll"
    }

    fn stays(&self, path: &str, _now: &Files, _old: &Files) -> bool {
        self.is_aside(path)
    }

    fn left_over(&self, at: &At, _now: &Files) -> Option<String> {
        git(at, &["fsck", "--full", "--strict", "--no-dangling", "--no-progress"]);
        let heads = git(at, &["for-each-ref", "--format=%(refname)"]);
        let commits = git(at, &["rev-list", "--count", BRANCH]);
        let expected = (heads.as_str(), commits.as_str()) == ("refs/heads/pages", "2");
        (!expected).then(|| format!("{heads} with {commits} commits"))
    }
}

fn git(at: &At, args: &[&str]) -> String {
    fs::create_dir_all(at.path()).unwrap();
    let output = Command::new("git").args(args).current_dir(at.path()).output().unwrap();
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}
