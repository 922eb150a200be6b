//! The program; everything else is the library's.

use std::process::ExitCode;

// Pages are made of many short texts: a fifth of a build's time went into the allocator of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    recoupe::cli::run()
}
