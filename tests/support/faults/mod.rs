//! Publications that are interrupted: what readers find then, and whether the next run completes them.
//!
//! A try publishes one release whole, begins another as a process of the program, lets something go wrong, looks at
//! the place, publishes again and looks again. A seed decides which release follows, what goes wrong and when.

pub mod desk;
pub mod places;
pub mod process;
mod proxy;
pub mod random;
pub mod reader;
mod record;
pub mod room;
pub mod sound;
pub mod table;
mod trial;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use places::Way;
pub use trial::{Bench, Verdict};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    Cut,
    Truncated,
    AnswerLost,
    Refused,
    Throttled,
    Slow,
    Stalled,
    FullDisk,
    Killed,
}

impl Fault {
    pub const ALL: [Fault; 9] = [
        Fault::Cut,
        Fault::Truncated,
        Fault::AnswerLost,
        Fault::Refused,
        Fault::Throttled,
        Fault::Slow,
        Fault::Stalled,
        Fault::FullDisk,
        Fault::Killed,
    ];

    /// What the table calls it.
    pub fn name(self) -> &'static str {
        match self {
            Fault::Cut => "connection cut after n bytes, and cut from then on",
            Fault::Truncated => "upload broken off in its middle",
            Fault::AnswerLost => "done, but the answer is lost",
            Fault::Refused => "500 and 503",
            Fault::Throttled => "429 with `Retry-After`",
            Fault::Slow => "answers late by 100 to 600 ms",
            Fault::Stalled => "silence for longer than the time limit",
            Fault::FullDisk => "disk full",
            Fault::Killed => "`kill -9`",
        }
    }

    pub fn can_happen(self, way: Way) -> bool {
        match self {
            Fault::Cut | Fault::Truncated | Fault::Slow | Fault::Stalled => way != Way::Disk,
            Fault::AnswerLost | Fault::Refused | Fault::Throttled => way == Way::Http,
            Fault::FullDisk => way != Way::Http,
            Fault::Killed => true,
        }
    }
}

/// How many tries are under way at the same time: most of them wait most of the time.
const AT_ONCE: usize = 6;

/// With every so many seeds, a server that does not answer well never does again.
const ENDLESS: u64 = 5;

/// Tries every fault that can happen to a place, with each of the seeds.
pub fn run(bench: &Bench, seeds: u64, told: &(dyn Fn(&Verdict) + Sync)) -> Vec<(Fault, u64, Verdict)> {
    let faults = Fault::ALL.into_iter().filter(|fault| bench.can_try(*fault));
    let mut trials: Vec<(Fault, u64)> = faults.flat_map(|fault| (0..seeds).map(move |seed| (fault, seed))).collect();
    // Those that wait longest first, so that others are at work meanwhile.
    trials.sort_by_key(|(fault, seed)| (!seed.is_multiple_of(ENDLESS), *fault != Fault::Stalled, *fault != Fault::Cut));
    let (next, ends) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some((fault, seed)) = trials.get(next.fetch_add(1, Ordering::SeqCst)).copied() {
                    let verdict = bench.trial(fault, seed);
                    told(&verdict);
                    ends.lock().unwrap().push((fault, seed, verdict));
                }
            });
        }
    });
    let mut ends = ends.into_inner().unwrap();
    ends.sort_by_key(|(fault, seed, _)| (*fault, *seed));
    ends
}
