//! Translations of a record's long texts.

use super::reader::record;

record! {
    /// The long texts of a record in another language; facts stand in the original alone.
    Translation {
        /// The title; required where the original has one.
        "title" title: Option<String>,
        /// The proposition; required for a claim.
        "claim" claim: Option<String>,
        /// The summary; required where the original has one.
        "summary" summary: Option<String>,
        /// How many of the original's `revisions` it takes in, counted from the first; none if left out.
        "revision" revision: Option<u32>,
    }
}
