//! Azurite, Microsoft's own stand-in for Azure Blob Storage.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::{Server, free_port, installed};

/// The account that every Azurite has, and its key.
pub const ACCOUNT: &str = "devstoreaccount1";
pub const KEY: &str = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

/// A store with a container `site`.
pub struct Azurite {
    pub server: Server,
}

impl Azurite {
    /// The server; none if it is not installed.
    pub fn start() -> Option<Azurite> {
        let program = installed(&["azurite-blob"])?;
        let (dir, port) = (TempDir::new().unwrap(), free_port());
        let mut command = Command::new(program);
        command.args(["--blobPort", &port.to_string(), "--silent", "--disableTelemetry", "--skipApiVersionCheck"]);
        command.arg("--location").arg(dir.path());
        let server = Server::start(command, port, dir);
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/servers-npm/container.mjs");
        let made = Command::new("node").arg(script).args([&port.to_string(), ACCOUNT, KEY]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        Some(Azurite { server })
    }
}
