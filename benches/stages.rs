//! How long each stage takes for a corpus of 10,000 invented claims; `RAYON_NUM_THREADS=1` for one core.

use divan::{Bencher, black_box};

mod corpus;

use corpus::{files, parsed, resolved, vault};

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 10)]
fn parse(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| files(false)).bench_local_values(|files| black_box(parsed(files)));
}

#[divan::bench(sample_count = 10)]
fn resolve(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| parsed(files(false))).bench_local_values(|parsed| black_box(resolved(parsed)));
}

#[divan::bench(sample_count = 10)]
fn weigh(bencher: Bencher<'_, '_>) {
    let corpus = resolved(parsed(files(false)));
    bencher.with_inputs(|| vault(false)).bench_local_values(|vault| recoupe::weigh::corpus(&corpus, vault));
}

#[divan::bench(sample_count = 10)]
fn weigh_with_captures(bencher: Bencher<'_, '_>) {
    let corpus = resolved(parsed(files(true)));
    bencher.with_inputs(|| vault(true)).bench_local_values(|vault| recoupe::weigh::corpus(&corpus, vault));
}
