//! The headers that a file is served with, where a place keeps them.

use crate::emit::{OutPath, Sha256Sum, Sum};

/// The headers of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::publish) struct Headers {
    pub(super) content_type: &'static str,
    pub(super) cache_control: &'static str,
}

/// A name that changes with the bytes can be kept for ever.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Anything else may change with the next publication, and a page must not meet an old style sheet.
const ASK_FIRST: &str = "public, max-age=0, must-revalidate";

impl Headers {
    pub(super) fn of(path: &OutPath, sum: &Sum) -> Headers {
        let cache_control = if is_fingerprinted(path, sum) { FOR_EVER } else { ASK_FIRST };
        Headers { content_type: path.media_type(), cache_control }
    }

    /// A short name for these headers: other headers have another.
    pub(super) fn digest(self) -> String {
        let mut digest = Sha256Sum::of(format!("{}\n{}", self.content_type, self.cache_control).as_bytes()).to_string();
        digest.truncate(16);
        digest
    }
}

/// Whether the name of a file tells its bytes: `NAME.HEX.ENDING` with the beginning of its SHA-256 sum.
pub(super) fn is_fingerprinted(path: &OutPath, sum: &Sum) -> bool {
    let name = path.as_str().rsplit('/').next().unwrap_or_default();
    let mut parts = name.rsplit('.');
    let (_ending, digits, rest) = (parts.next(), parts.next(), parts.next());
    digits.is_some_and(|digits| rest.is_some() && digits.len() >= 8 && sum.sha256.to_string().starts_with(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_that_tells_the_bytes_is_kept_for_ever() {
        let sum = Sum::of(b"abc"); // ba7816bf8f01cfea…
        let is_kept = |path: &str| Headers::of(&OutPath::new(path).unwrap(), &sum).cache_control == FOR_EVER;
        assert!(is_kept("static/main.ba7816bf.css"));
        assert!(!is_kept("static/main.ba7816bf8f01cfeb.css"), "other bytes");
        assert!(!is_kept("static/main.ba7816.css"), "too short to tell");
        assert!(!is_kept("static/ba7816bf.css"));
        assert!(!is_kept("index.html"));
    }
}
