//! A folder behind SSH.

use std::path::PathBuf;

use super::{At, Patience, Place, Way, ssh_options};
use crate::faults::desk::files;
use crate::faults::process::Environment;
use crate::faults::reader::Files;
use crate::faults::record;
use crate::servers::Ssh;

pub struct Folder {
    ssh: Ssh,
}

impl Folder {
    /// None where there is no server.
    pub fn start() -> Option<Folder> {
        Ssh::start().map(|ssh| Folder { ssh })
    }
}

impl Place for Folder {
    fn name(&self) -> &'static str {
        "sftp"
    }

    fn way(&self) -> Way {
        Way::Ssh
    }

    fn target(&self, at: &At, _port: u16) -> String {
        format!("{{ kind: sftp, host: web, path: \"{}\" }}", at.path().display())
    }

    fn port(&self) -> Option<u16> {
        Some(self.ssh.server.port)
    }

    fn environment(&self, port: u16, patience: Patience) -> Environment {
        vec![("RECOUPE_SFTP".into(), format!("sftp {}", ssh_options(&self.ssh, port, patience)))]
    }

    fn copied(&self, at: &At) -> Option<PathBuf> {
        Some(at.path())
    }

    fn files(&self, at: &At) -> Files {
        files(&at.path())
    }

    fn is_aside(&self, path: &str) -> bool {
        record::is_own(path) || path.contains(".recoupe-part")
    }

    fn stays(&self, path: &str, now: &Files, old: &Files) -> bool {
        record::stays(path, now, old)
    }

    fn left_over(&self, _at: &At, now: &Files) -> Option<String> {
        record::left_over(now)
    }
}
