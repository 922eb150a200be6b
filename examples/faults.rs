//! Interrupts publications as `tests/faults.rs` does, as often as asked, and prints the figures as a table.
//!
//! `cargo run --release --features cloud --example faults -- --times 200`, and `--only "git behind SSH"` for one place.

#[path = "../tests/support/faults/mod.rs"]
#[allow(clippy::unwrap_used, reason = "a try that cannot go on says so by failing")]
#[allow(dead_code, reason = "the tests use a part of this, and this another")]
mod faults;
#[path = "../tests/support/fixture.rs"]
#[allow(clippy::unwrap_used, dead_code, reason = "it is made for tests")]
mod fixture;
#[cfg(feature = "cloud")]
#[path = "../tests/support/objects.rs"]
#[allow(clippy::unwrap_used, reason = "it is made for tests")]
mod objects;
#[path = "../tests/support/servers.rs"]
#[allow(clippy::unwrap_used, dead_code, reason = "it is made for tests")]
mod servers;
#[path = "../tests/support/tree.rs"]
#[allow(clippy::unwrap_used, reason = "it is made for tests")]
mod tree;

use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use clap::Parser;
use faults::desk::Releases;
use faults::process::{AS_PROGRAM, Program};
use faults::table::Table;
use faults::{Bench, room};

/// Interrupts publications in every way, and prints what came of it.
#[derive(Debug, Parser)]
struct Faults {
    /// How often each fault is tried at each place.
    #[arg(long, default_value_t = 20)]
    times: u64,
    /// One place, by its name in the table.
    #[arg(long)]
    only: Option<String>,
}

fn main() -> ExitCode {
    // Each try starts `recoupe` as a process: this very file, so that it is never an older one.
    if std::env::var_os(AS_PROGRAM).is_some() {
        return recoupe::cli::run();
    }
    let args = Faults::parse();
    let again: Vec<String> = std::env::args().skip(1).collect();
    if let Some(ended) = room::again(&again.iter().map(String::as_str).collect::<Vec<_>>()) {
        return if ended.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let Ok(path) = std::env::current_exe() else { return ExitCode::from(2) };
    let program = Program { path };
    let releases = Releases::new(&program);
    let mut table = Table::default();
    for start in faults::places::all() {
        let Some(place) = start().filter(|place| args.only.as_deref().is_none_or(|name| name == place.name())) else {
            continue;
        };
        let (since, done) = (Instant::now(), AtomicUsize::new(0));
        let bench = Bench::new(place.as_ref(), &program, &releases);
        let ends = faults::run(&bench, args.times, &|_| {
            eprint!("\r{}: {}", bench.name(), done.fetch_add(1, Ordering::SeqCst) + 1);
        });
        eprintln!(" tries in {} s", since.elapsed().as_secs());
        table.add(bench.name(), &ends);
    }
    print!("{}", table.markdown());
    for wrong in &table.wrong {
        eprintln!("{wrong}");
    }
    if table.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
