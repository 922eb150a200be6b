//! How much CPU parsing and weighing take, all threads and kernel time counted: what a shared machine can be asked.
//!
//! The table ends with the criterion: weighing 10,000 claims costs less than parsing them.

use std::fs;
use std::hint::black_box;

mod corpus;

use corpus::{claims, files, parsed, resolved, vault};

const ROUNDS: usize = 5;

fn main() {
    // `cargo test --benches` only asks whether it runs.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!("{} claims, CPU in milliseconds, least of {ROUNDS}", claims());
    let parse = least(|| files(false), parsed);
    println!("parse                 {parse:>6}");
    println!("resolve               {:>6}", least(|| parsed(files(false)), resolved));
    let corpus = resolved(parsed(files(false)));
    let weigh = least(|| vault(false), |vault| recoupe::weigh::corpus(&corpus, vault));
    println!("weigh                 {weigh:>6}");
    let captured = resolved(parsed(files(true)));
    println!("weigh with captures   {:>6}", least(|| vault(true), |vault| recoupe::weigh::corpus(&captured, vault)));
    println!("weigh / parse         {:>6.2}", weigh as f64 / parse.max(1) as f64);
}

/// The least CPU time of several rounds.
fn least<I, O>(input: impl Fn() -> I, stage: impl Fn(I) -> O) -> u64 {
    let round = |_| {
        let input = input();
        let before = cpu();
        let output = black_box(stage(input));
        let spent = cpu() - before;
        drop(output);
        spent
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}

/// What this process has used so far, in milliseconds; Linux counts in hundredths of a second.
fn cpu() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("this benchmark reads /proc, which Linux has");
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    ticks * 10
}
