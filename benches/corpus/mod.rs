//! What the benchmarks measure: an invented corpus in memory, and the stages that it goes through.

use rayon::prelude::*;

use recoupe::capture::Captures;
use recoupe::corpus::{Corpus, SourceFile};
use recoupe::parse::{self, ParsedFile};
use recoupe::resolve::{self, Drafts};
use recoupe::synthetic::Options;

/// The number of claims, by `RECOUPE_BENCH_CLAIMS`.
pub fn claims() -> usize {
    std::env::var("RECOUPE_BENCH_CLAIMS").ok().and_then(|claims| claims.parse().ok()).unwrap_or(10_000)
}

fn options(captures: bool) -> Options {
    Options { claims: claims(), seed: 1, bilingual: false, captures }
}

/// The files, in the order in which they are read from a disk.
pub fn files(captures: bool) -> Vec<SourceFile> {
    let mut files = Vec::new();
    options(captures).each_file(&mut |path, text| files.push(SourceFile { path: path.into(), text: text.into() }));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The files as `parse` leaves them.
pub fn parsed(files: Vec<SourceFile>) -> Vec<ParsedFile> {
    files.into_par_iter().map(parse::file).collect()
}

/// The corpus as `resolve` leaves it.
pub fn resolved(parsed: Vec<ParsedFile>) -> Corpus {
    resolve::corpus(parsed, Drafts::LeftOut).corpus
}

/// The captures of all documents, or none.
pub fn vault(captures: bool) -> Captures {
    options(captures).vault()
}
