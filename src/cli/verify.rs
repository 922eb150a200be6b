//! `recoupe verify`: a published site beside its manifest.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use super::build::Progress;
use super::common::Failure;
use super::publish::failure;
use crate::publish::{self, Asking, PublicKey, Signed, Verified};

/// Compare a published site with its manifest, byte for byte.
#[derive(Args, Debug)]
pub struct Verify {
    /// The directory that holds the site, or its address: https://example.org/faits/.
    #[arg(value_name = "DIR|URL")]
    site: String,
    /// The key that must have signed the manifest: a file of `minisign -G`, or the 56 characters in it.
    #[arg(long, value_name = "KEY|FILE")]
    public_key: Option<String>,
    /// How long a server may take for one file.
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    timeout: u32,
}

impl Verify {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let key = self.public_key.as_deref().map(public_key).transpose()?;
        let verified = if ["http://", "https://"].iter().any(|scheme| self.site.starts_with(scheme)) {
            let progress = Progress::new("files");
            let show = |done, all| progress.show(done, all);
            let deadline = Duration::from_secs(self.timeout.max(1).into());
            let verified = publish::verify_url(&self.site, &Asking { deadline, key: key.as_ref(), progress: &show });
            progress.clear();
            verified
        } else {
            publish::verify_signed(Path::new(&self.site), key.as_ref())
        };
        Ok(self.report(&verified.map_err(failure)?, key.is_some()))
    }

    fn report(&self, verified: &Verified, with_key: bool) -> ExitCode {
        let is_proven = matches!(verified.signed, Signed::Proven { .. });
        if with_key && !is_proven {
            println!("{}: {}", self.site, who(&verified.signed));
            println!("its files were not compared: with that key, nobody vouches for their list");
            return ExitCode::from(1);
        }
        let Verified { good, missing, changed, unknown, unasked, withheld, .. } = verified;
        for path in missing {
            println!("missing: {path}");
        }
        for path in changed {
            println!("changed: {path}");
        }
        for (path, words) in unasked {
            println!("not answered: {path} ({words})");
        }
        for path in withheld {
            println!("kept to itself by the host: {path}");
        }
        // Hosts and servers have files of their own beside the site.
        for path in unknown {
            println!("not in the manifest: {path}");
        }
        let more = [
            (unknown.len(), "not in it"),
            (unasked.len(), "not answered"),
            (withheld.len(), "kept to itself by the host"),
        ];
        let more = more.into_iter().filter(|(count, _)| *count > 0);
        let more: String = more.map(|(count, words)| format!(", {count} {words}")).collect();
        let (missing, changed) = (missing.len(), changed.len());
        println!("{}: {good} as the manifest says, {missing} missing, {changed} changed{more}", self.site);
        if verified.signed != Signed::No {
            println!("{}", who(&verified.signed));
        }
        if verified.moved {
            println!("somebody published while the files were compared: run `recoupe verify` again");
        }
        if verified.is_whole() { ExitCode::SUCCESS } else { ExitCode::from(1) }
    }
}

/// The key that the argument names or spells.
fn public_key(named: &str) -> Result<PublicKey, Failure> {
    let text = match fs::read_to_string(named) {
        Ok(text) => text,
        // Keys hold characters of paths: what is no file may be one.
        Err(error) => match PublicKey::parse(named) {
            Ok(key) => return Ok(key),
            Err(_) => return Err(Failure(format!("`--public-key {named}` is no key, and cannot be read: {error}"))),
        },
    };
    PublicKey::parse(&text).map_err(failure)
}

fn who(signed: &Signed) -> String {
    match signed {
        Signed::No => "the manifest is not signed".to_owned(),
        Signed::Somebody { id } => {
            format!("the manifest is signed with the key {id}; `--public-key` checks that it really is")
        }
        Signed::Proven { id, comment } => {
            format!("the manifest is signed with the key {id} ({})", comment.replace('\t', ", "))
        }
        Signed::Other { id } => format!("the manifest is signed with another key, {id}"),
        Signed::Altered { id } => {
            format!("the manifest is not the one that was signed with the key {id}, or the signature is forged")
        }
        Signed::Unreadable => "the signature beside the manifest cannot be read".to_owned(),
    }
}
