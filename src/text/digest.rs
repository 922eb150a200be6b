//! Sums as they are written, and short ones of texts.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

/// Bytes in lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)])).collect()
}

/// A sum of 64 bits, the same in every run of a program; quick, and no defence against whoever wants two to be equal.
pub fn quick_sum(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}
