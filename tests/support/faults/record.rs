//! What a place of files says of itself.

use std::collections::BTreeSet;

use recoupe::emit::Sum;
use serde_json::Value;

use super::reader::Files;

const RECORD: &str = "recoupe-publication.json";
const LEASE: &str = "recoupe-lease.json";

/// What is kept of earlier releases, and is of no interest to readers.
const ASIDE: &str = "recoupe-releases/";

/// Whether a file is the record or the lease, or kept of an earlier release.
pub fn is_own(path: &str) -> bool {
    [RECORD, LEASE].contains(&path) || path.starts_with(ASIDE)
}

/// Whether a file is the record, or one that the record keeps from the release before, or of an earlier release.
pub fn stays(path: &str, now: &Files, old: &Files) -> bool {
    let is_kept = || record(now).is_some_and(|record| record["kept"].get(path).is_some());
    path == RECORD || path.starts_with(ASIDE) || is_kept() && old.get(path) == now.get(path)
}

/// What of the release before cannot be gone back to, or lies about.
pub fn lost_aside(now: &Files, old: &Files) -> Option<String> {
    let Some(record) = record(now) else { return Some("there is no record".into()) };
    let shelf = &record["shelf"];
    let sums = shelf["files"].as_object().into_iter().flatten().map(|(sum, _)| format!("{ASIDE}kept/{sum}"));
    let releases = shelf["releases"].as_array().into_iter().flatten().filter_map(Value::as_u64);
    let named: BTreeSet<String> = sums.chain(releases.map(|number| format!("{ASIDE}{number:06}.json"))).collect();
    let there: BTreeSet<String> = now.keys().filter(|path| path.starts_with(ASIDE)).cloned().collect();
    if named != there {
        return Some(format!("kept aside are {there:?}, and the record says {named:?}"));
    }
    let is_lost = |path: &str, bytes: &Vec<u8>| {
        let slot = format!("{ASIDE}kept/{}", Sum::of(bytes).sha256);
        now.get(path) != Some(bytes) && now.get(&slot) != Some(bytes)
    };
    let lost = old.iter().find(|(path, bytes)| is_lost(path, bytes));
    lost.map(|(path, _)| format!("{path} of the release before is not kept"))
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
