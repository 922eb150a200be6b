//! The command line: one file a command.

mod bench_corpus;
mod build;
mod capture;
mod check;
mod common;
mod explain;
mod init;
mod login;
mod new;
mod publish;
mod published;
mod rename;
mod rollback;
#[cfg(feature = "serve")]
mod serve;
#[cfg(not(feature = "serve"))]
#[path = "without_serve.rs"]
mod serve;
mod signing;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use common::Failure;

/// A compiler for fact-checks: claims in Markdown, cross-referenced to their sources, become a website.
#[derive(Debug, Parser)]
#[command(name = "recoupe", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Build),
    Check(check::Check),
    Serve(serve::Serve),
    Publish(publish::Publish),
    Verify(verify::Verify),
    Init(init::Init),
    New(new::New),
    Rename(rename::Rename),
    Capture(capture::Capture),
    Explain(explain::Explain),
    #[command(hide = true)]
    BenchCorpus(bench_corpus::BenchCorpus),
}

/// Runs the program with the arguments of the process.
///
/// Exit codes: 0 without errors (warnings alone are none), 1 with at least one error in the content,
/// 2 for wrong usage or an environment that does not let us work.
pub fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Build(command) => command.run(),
        Command::Check(command) => command.run(),
        Command::Serve(command) => command.run(),
        Command::Publish(command) => command.run(),
        Command::Verify(command) => command.run(),
        Command::Init(command) => command.run(),
        Command::New(command) => command.run(),
        Command::Rename(command) => command.run(),
        Command::Capture(command) => command.run(),
        Command::Explain(command) => command.run(),
        Command::BenchCorpus(command) => command.run(),
    };
    match outcome {
        Ok(code) => code,
        Err(failure) => {
            anstream::eprintln!("error: {failure}");
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_commands_are_well_formed() {
        Cli::command().debug_assert();
    }

    /// Also where the program was built without it, so that it can say so.
    #[test]
    fn every_program_knows_the_preview() {
        let parsed = Cli::try_parse_from(["recoupe", "serve", "--port", "0", "--root", "demo"]);
        assert!(matches!(parsed.expect("the arguments are right").command, Command::Serve(_)));
    }

    #[cfg(not(feature = "serve"))]
    #[test]
    fn a_program_without_the_preview_says_what_it_lacks() {
        let parsed = Cli::try_parse_from(["recoupe", "serve"]).expect("the arguments are right");
        let Command::Serve(command) = parsed.command else { panic!("another command") };
        let failure = command.run().expect_err("there is nothing to run");
        assert!(failure.to_string().contains("feature `serve`"), "{failure}");
    }
}
