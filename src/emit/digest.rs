//! SHA-256 sums as the manifest spells them.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::text::hexadecimal;

/// A SHA-256 sum, written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sha256Sum([u8; 32]);

impl Sha256Sum {
    /// The sum of `bytes`.
    pub fn of(bytes: &[u8]) -> Sha256Sum {
        Sha256Sum(Sha256::digest(bytes).into())
    }

    /// The sum of what a digest was fed.
    pub(super) fn from_digest(digest: Sha256) -> Sha256Sum {
        Sha256Sum(digest.finalize().into())
    }
}

impl fmt::Display for Sha256Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hexadecimal(&self.0))
    }
}

impl fmt::Debug for Sha256Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<Sha256Sum> for String {
    fn from(sum: Sha256Sum) -> String {
        hexadecimal(&sum.0)
    }
}

impl TryFrom<String> for Sha256Sum {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Sha256Sum, &'static str> {
        const WRONG: &str = "a SHA-256 sum has 64 hexadecimal digits";
        let mut sum = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return Err(WRONG);
        }
        for (byte, at) in sum.iter_mut().zip((0..).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| WRONG)?;
        }
        Ok(Sha256Sum(sum))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_survives_its_spelling() {
        let sum = Sha256Sum::of(b"abc");
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sum.to_string(), text);
        assert_eq!(Sha256Sum::try_from(text.to_owned()), Ok(sum));
        assert!(Sha256Sum::try_from("é".repeat(32)).is_err());
    }
}
