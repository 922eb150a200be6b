//! What a place of files says of itself.

use serde_json::Value;

use super::reader::Files;

const RECORD: &str = "recoupe-publication.json";
const LEASE: &str = "recoupe-lease.json";

/// Whether a file is the record or the lease.
pub fn is_own(path: &str) -> bool {
    [RECORD, LEASE].contains(&path)
}

/// Whether a file is the record, or one that the record keeps from the release before.
pub fn stays(path: &str, now: &Files, old: &Files) -> bool {
    let is_kept = || record(now).is_some_and(|record| record["kept"].get(path).is_some());
    path == RECORD || is_kept() && old.get(path) == now.get(path)
}

/// What the record has still to do.
pub fn left_over(now: &Files) -> Option<String> {
    let Some(record) = record(now) else { return Some("there is no record".into()) };
    let pending = record["pending"].as_array().is_some_and(|pending| !pending.is_empty());
    pending.then(|| format!("the record still has to do {}", record["pending"]))
}

fn record(now: &Files) -> Option<Value> {
    now.get(RECORD).map(|record| serde_json::from_slice(record).expect("the record is JSON"))
}
