//! `recoupe check`: every finding, nothing written.

mod links;
mod single;
mod todo;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::common::{Failure, FormatArg, SiteArgs, show, tally};
use super::published;
use crate::check::Judged;
use crate::diagnostic::{Colour, Format, Severity, has_errors, report};
use crate::judge;

/// Look for mistakes and write nothing.
#[derive(Args, Debug)]
pub struct Check {
    #[command(flatten)]
    site: SiteArgs,
    /// How findings are written.
    #[arg(long, value_enum, default_value = "human")]
    format: FormatArg,
    /// Findings that count as errors beside errors themselves.
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Deny>,
    /// List what is still in doubt instead: titles not seen, origins unknown, quotations unverified.
    #[arg(long, conflicts_with_all = ["format", "deny"])]
    todo: bool,
    /// List what rests on one source instead: for each the verdicts that would no longer hold without it.
    #[arg(long, conflicts_with = "todo")]
    single_source: bool,
    /// Also compare with a site that was published: its manifest, or the directory that holds it.
    #[arg(long, value_name = "PATH")]
    against: Option<PathBuf>,
    /// Also ask every web address that readers are sent to whether there is still something: what is broken, moved or
    /// not told to programs is a finding. Needs the network, and the feature `cloud`.
    #[arg(long, conflicts_with_all = ["todo", "single_source"])]
    check_links: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Warnings count as errors.
    Warnings,
}

impl Check {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let mut options = self.site.judge_options(None)?;
        options.published = self.against.as_deref().map(published::site).transpose()?.map(Arc::new);
        let mut judged = judge::folder(&self.site.root, &options).map_err(Failure::of)?.judged;
        if self.todo {
            print!("{}", todo::list(&judged));
            return Ok(ExitCode::SUCCESS);
        }
        if self.check_links {
            links::ask(&mut judged)?;
        }
        if self.deny == Some(Deny::Warnings) {
            for finding in &mut judged.findings {
                if finding.severity == Severity::Warning {
                    finding.severity = Severity::Error;
                }
            }
        }
        if self.single_source {
            return self.single_source(&judged);
        }
        if self.format == FormatArg::Human {
            show(&judged);
            if judged.findings.is_empty() {
                let records = judged.corpus.records();
                println!("{records} records, nothing to report");
            }
        } else {
            let format = Format::from(self.format);
            print!("{}", report(&judged.findings, &judged.corpus.texts(), format, Colour::Never));
            if !judged.findings.is_empty() {
                eprintln!("{}", tally(&judged.findings));
            }
        }
        Ok(if has_errors(&judged.findings) { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }
    fn single_source(&self, judged: &Judged) -> Result<ExitCode, Failure> {
        let list = match self.format {
            FormatArg::Human => single::list(judged),
            FormatArg::Json => single::json(judged),
            FormatArg::Sarif | FormatArg::Github | FormatArg::Gitlab => {
                return Err(Failure(
                    "`--single-source` is written as `human` or `json`: nothing in it is a finding".into(),
                ));
            }
        };
        print!("{list}");
        if has_errors(&judged.findings) {
            eprintln!("{}, so this may change; `recoupe check` shows them", tally(&judged.findings));
            return Ok(ExitCode::from(1));
        }
        Ok(ExitCode::SUCCESS)
    }
}
