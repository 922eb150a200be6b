//! `recoupe verify`: a published site beside its manifest.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::common::Failure;
use crate::publish;

/// Compare a published site with its manifest, byte for byte.
#[derive(Args, Debug)]
pub struct Verify {
    /// The directory that holds the site.
    dir: PathBuf,
}

impl Verify {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let verified = publish::verify(&self.dir).map_err(Failure::of)?;
        for path in &verified.missing {
            println!("missing: {path}");
        }
        for path in &verified.changed {
            println!("changed: {path}");
        }
        // Hosts and servers have files of their own beside the site.
        for path in &verified.unknown {
            println!("not in the manifest: {path}");
        }
        let (missing, changed, unknown) = (verified.missing.len(), verified.changed.len(), verified.unknown.len());
        println!(
            "{}: {} as the manifest says, {missing} missing, {changed} changed, {unknown} not in it",
            self.dir.display(),
            verified.good,
        );
        let is_whole = missing + changed == 0;
        Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}
