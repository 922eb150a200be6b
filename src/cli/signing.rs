//! The key that signs a publication. It comes from a file of the desk, its password from the environment or the
//! terminal; neither is ever written or shown.

use std::fs;
use std::path::PathBuf;

use clap::Args;

use super::common::Failure;
use super::publish::failure;
use crate::publish::Signer;

/// Where the password of the key may be.
const PASSWORD: &str = "RECOUPE_SIGNING_PASSWORD";

/// How a publication is signed.
#[derive(Args, Debug)]
pub struct Signing {
    /// Sign the manifest, as `minisign` does; `recoupe verify --public-key` and `minisign -V` check it.
    #[arg(long)]
    sign: bool,
    /// The file with the key, made by `minisign -G`. Its password is asked for, or taken from
    /// RECOUPE_SIGNING_PASSWORD.
    #[arg(long, value_name = "FILE", env = "RECOUPE_SIGNING_KEY")]
    signing_key: Option<PathBuf>,
}

impl Signing {
    /// The key, opened, if the publication is to be signed; `site` is the address that the signature speaks of.
    pub fn signer(&self, site: &str) -> Result<Option<Signer>, Failure> {
        if !self.sign {
            return Ok(None);
        }
        let Some(file) = &self.signing_key else {
            let help = "name the file of `minisign -G` in `--signing-key` or RECOUPE_SIGNING_KEY";
            return Err(Failure(format!("there is no key to sign with\nhelp: {help}")));
        };
        let key = fs::read_to_string(file)
            .map_err(|error| Failure(format!("cannot read the key in {}: {error}", file.display())))?;
        Signer::open(&key, std::env::var(PASSWORD).ok(), site).map(Some).map_err(failure)
    }
}
