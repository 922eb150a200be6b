//! `recoupe serve` in a program that was built without it: says so.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Args;

use super::common::Failure;

/// Show the site while it is written; this program was built without it.
#[derive(Args, Debug)]
pub struct Serve {
    /// What `recoupe serve` takes elsewhere.
    #[arg(hide = true, trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

impl Serve {
    pub fn run(self) -> Result<ExitCode, Failure> {
        Err(Failure(
            "this recoupe was built without the preview\nhelp: build it with the feature `serve`, which is on unless \
             `--no-default-features` turns it off: `cargo install --path . --features serve`"
                .to_owned(),
        ))
    }
}
