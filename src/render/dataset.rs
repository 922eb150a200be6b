//! The bytes of a file for machines.

use crate::view::Dataset;

/// A file for machines as it is published.
pub fn dataset(dataset: &Dataset) -> Vec<u8> {
    let mut bytes = match dataset {
        Dataset::Quotations(page) => serde_json::to_vec_pretty(page),
    }
    .expect("views have text as keys, and a Vec takes everything");
    bytes.push(b'\n');
    bytes
}
