//! `recoupe serve`: the site while it is written.

use std::net::IpAddr;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::common::{Failure, SiteArgs};
use crate::links::Asker;
use crate::preview::{Day, Preview};
use crate::serve::{self, Options};

/// Show the site while it is written; open pages follow the files.
#[derive(Args, Debug)]
pub struct Serve {
    #[command(flatten)]
    site: SiteArgs,
    /// The port; 0 takes any that is free, and its address is printed.
    #[arg(long, value_name = "N", default_value_t = 4000)]
    port: u16,
    /// The address to listen on. Others than this machine can only ask if it is not the default.
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    host: IpAddr,
    /// Show the site in the browser.
    #[arg(long)]
    open: bool,
    /// Ask every web address that readers are sent to, beside everything else, and show on the desk what is broken.
    /// Needs the network, and the feature `cloud`.
    #[arg(long)]
    check_links: bool,
}

impl Serve {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let root = std::fs::canonicalize(&self.site.root)
            .map_err(|error| Failure(format!("cannot read {}: {error}", self.site.root.display())))?;
        let day = if self.site.as_of.is_some() { Day::Asked } else { Day::Today };
        let asker = self.check_links.then(Asker::new).transpose().map_err(Failure::of)?;
        let preview = Preview::start_asking(&root, root.join("public"), self.site.judge_options(None)?, day, asker);
        let options = Options { port: self.port, host: self.host, open: self.open };
        let ready = |address| println!("http://{address}/  (Ctrl-C ends the preview)");
        serve::run(Arc::new(preview), options, ready).map_err(|error| {
            Failure(match error.help() {
                Some(help) => format!("{error}\nhelp: {help}"),
                None => error.to_string(),
            })
        })?;
        Ok(ExitCode::SUCCESS)
    }
}
