//! How the files of a site are to be served: one table, for every form in which a host reads it.

mod media;
mod rules;

pub use media::{BY_ENDING, BY_NAME, UNKNOWN, is_compressible, media_type};
pub use rules::{CACHE, FEEDS, Files, Rule, headers_of, rules};

/// Whether the name of a file tells its bytes: `NAME.HEX.ENDING` with the beginning of its SHA-256 sum.
pub fn tells_its_bytes(path: &str, sha256: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let mut parts = name.rsplit('.');
    let (_ending, digits, rest) = (parts.next(), parts.next(), parts.next());
    digits.is_some_and(|digits| rest.is_some() && digits.len() >= 8 && sha256.starts_with(digits))
}

/// How long a file may be kept by a browser and by caches on the way.
pub fn cache_control(path: &str, sha256: &str) -> &'static str {
    if tells_its_bytes(path, sha256) { rules::FOR_EVER } else { rules::cache_of(path) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_that_tells_the_bytes_is_kept_for_ever() {
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let is_kept = |path: &str| cache_control(path, sum) == rules::FOR_EVER;
        assert!(is_kept("static/main.ba7816bf.css"));
        assert!(!is_kept("static/main.ba7816bf8f01cfeb.css"), "other bytes");
        assert!(!is_kept("static/main.ba7816.css"), "too short to tell");
        assert!(!is_kept("static/ba7816bf.css"));
        assert!(!is_kept("index.html"));
    }
}
