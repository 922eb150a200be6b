//! A disk that is nearly full.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// Set in a process whose mounts are its own.
const OWN_MOUNTS: &str = "RECOUPE_FAULTS_MOUNTS";

/// All that fits on the disk.
const BYTES: u64 = 24 * 1024 * 1024;

/// A small file system in memory, which is gone with the process.
pub struct Room {
    dir: TempDir,
}

impl Room {
    /// An empty disk; none where nobody may mount one.
    pub fn new() -> Option<Room> {
        if !may_mount() {
            return None;
        }
        let dir = TempDir::new().unwrap();
        let size = format!("size={BYTES},mode=0755");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "none"]).arg(dir.path()).status().unwrap();
        assert!(mounted.success(), "this process may mount, and cannot");
        Some(Room { dir })
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// How much is on the disk.
    pub fn used(&self) -> u64 {
        self.measured("used")
    }

    /// Fills the disk up to so many bytes.
    pub fn leave(&self, bytes: u64) {
        let fill = self.measured("avail").saturating_sub(bytes);
        let mut file = fs::File::create(self.ballast()).unwrap();
        let block = [0; 4096];
        for _ in 0..fill / 4096 {
            file.write_all(&block).unwrap();
        }
    }

    /// Makes room again.
    pub fn clear(&self) {
        fs::remove_file(self.ballast()).unwrap();
    }

    fn ballast(&self) -> PathBuf {
        self.path().join("ballast")
    }

    fn measured(&self, what: &str) -> u64 {
        let output = Command::new("df").arg("-B1").arg(format!("--output={what}")).arg(self.path()).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().last().and_then(|line| line.trim().parse().ok()).expect("df tells a number")
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        // Whatever stays mounted is gone with the process.
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

/// Whether this process has mounts of its own.
pub fn may_mount() -> bool {
    std::env::var_os(OWN_MOUNTS).is_some()
}

/// How a process gets mounts of its own, if it can: as root, or in a user namespace.
fn own_mounts() -> Option<Vec<&'static str>> {
    let ways = [vec!["-m", "--propagation", "private"], vec!["-U", "-r", "-m"]];
    ways.into_iter().find(|way| {
        let mut command = Command::new("unshare");
        command.args(way).args(["sh", "-c", "mount -t tmpfs none /mnt"]);
        let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    })
}

/// Runs this program again with mounts of its own, unless it has them; how that ended.
///
/// Where it may have none, it goes on as it is, and says so: then a limit for files stands for full disks.
pub fn again(args: &[&str]) -> Option<std::process::ExitStatus> {
    if may_mount() {
        return None;
    }
    let Some(way) = own_mounts() else {
        eprintln!(
            "this process may not mount: a limit for the size of files stands for full disks, and behind SSH none is tried"
        );
        return None;
    };
    let itself = std::env::current_exe().unwrap();
    let mut command = Command::new("unshare");
    command.args(way).arg(itself).args(args).env(OWN_MOUNTS, "yes");
    Some(command.status().unwrap())
}
