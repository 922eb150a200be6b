//! `recoupe bench-corpus`: a corpus for benchmarks. Hidden, for it is of no use to a desk.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::common::Failure;
use crate::capture::sha256;
use crate::read::capture_file;
use crate::synthetic::Options;

/// Write an invented site of any size, the same for the same number and seed.
#[derive(Args, Debug)]
pub struct BenchCorpus {
    /// How many claims.
    claims: usize,
    /// The folder; files of the same name are overwritten.
    dir: PathBuf,
    /// What the draws start from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Write every text in English too, beside French.
    #[arg(long)]
    bilingual: bool,
    /// Give every document a capture in `captures/`, from which its claims quote.
    #[arg(long)]
    captures: bool,
}

impl BenchCorpus {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let Self { claims, dir, seed, bilingual, captures } = self;
        let options = Options { claims, seed, bilingual, captures };
        let mut outcome = Ok(());
        options.each_file(&mut |path, text| {
            if outcome.is_ok() {
                outcome = write(&dir.join(path), text.as_bytes());
            }
        });
        outcome?;
        let sizes = options.sizes();
        if captures {
            for document in 1..=sizes.documents {
                let text = options.capture(document);
                write(&capture_file(&dir.join("captures"), &sha256(text.as_bytes())), text.as_bytes())?;
            }
        }
        println!(
            "{} claims, {} sources, {} places, {} documents, {} events in {}",
            sizes.claims,
            sizes.sources,
            sizes.places,
            sizes.documents,
            sizes.events,
            dir.display()
        );
        Ok(ExitCode::SUCCESS)
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure(format!("cannot write {}: {error}", path.display()));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(path, bytes).map_err(failed)
}
