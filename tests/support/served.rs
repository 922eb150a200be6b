//! A running `recoupe serve`.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A preview that ends with the test.
pub struct Served {
    process: Child,
    /// Its address: `http://127.0.0.1:4000/`.
    pub address: String,
}

impl Served {
    /// Serves a folder at any port that is free.
    pub fn start(root: &Path, options: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recoupe"));
        command.args(["serve", "--port", "0", "--root"]).arg(root).args(options).stdout(Stdio::piped());
        let process = command.spawn().unwrap();
        let mut served = Self { process, address: String::new() };
        let mut line = String::new();
        BufReader::new(served.process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        served.address = line.split(' ').next().unwrap().to_owned();
        served
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It has ended already, or ends now.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
