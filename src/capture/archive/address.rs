//! Addresses that name the same page.

/// Whether two addresses name the same page, whatever their scheme, fragment and last slash.
pub fn is_same(one: &str, other: &str) -> bool {
    parts(one) == parts(other)
}

/// Host, in lower case, and what follows it.
fn parts(url: &str) -> (String, &str) {
    let url = url.trim();
    let url = url.split('#').next().unwrap_or_default();
    let url = match url.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") => rest,
        // `urn:` and the like are compared as they are.
        _ => return (String::new(), url),
    };
    let (host, path) = url.split_at(url.find(['/', '?']).unwrap_or(url.len()));
    let host = host.to_ascii_lowercase();
    let host = host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")).unwrap_or(&host);
    (host.to_owned(), path.strip_suffix('/').unwrap_or(path))
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn scheme_fragment_and_last_slash_make_no_difference() {
        for other in
            ["http://example.org/a", "https://Example.org/a/", "https://example.org/a#b", "https://example.org:443/a"]
        {
            assert!(is_same("https://example.org/a", other), "{other}");
        }
        for other in
            ["https://example.org/A", "https://example.org/a?b", "https://www.example.org/a", "ftp://example.org/a"]
        {
            assert!(!is_same("https://example.org/a", other), "{other}");
        }
        assert!(is_same("https://example.org", "http://example.org/"));
    }
}
