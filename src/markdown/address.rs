//! Which addresses a link may have.

/// Where a safe address leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// `https://…` or `http://…`.
    Web,
    /// `mailto:…`.
    Mail,
    /// `#fragment`, on the same page.
    Fragment,
    /// `/path`, on the same site.
    Path,
}

/// What kind of address this is; none if it is not one that we let through.
///
/// Browsers ignore control characters and take `\` for `/`, so `/\host` and `/<tab>/host` leave the
/// site: nothing that needs such reading is let through.
pub(super) fn address(text: &str) -> Option<Address> {
    if text.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') {
        return None;
    }
    let begins = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if begins("https://") || begins("http://") {
        Some(Address::Web)
    } else if begins("mailto:") {
        Some(Address::Mail)
    } else if text.starts_with('#') {
        Some(Address::Fragment)
    } else if text.starts_with('/') && !text.starts_with("//") {
        Some(Address::Path)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_pass() {
        assert_eq!(address("https://a.b/c?d#e"), Some(Address::Web));
        assert_eq!(address("HTTP://a.b"), Some(Address::Web));
        assert_eq!(address("mailto:a@b.c"), Some(Address::Mail));
        assert_eq!(address("#s-bilan"), Some(Address::Fragment));
        assert_eq!(address("/methode/"), Some(Address::Path));
        for unsafe_one in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:x",
            " javascript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "https:/\\evil.example",
            "page.html",
            "../x",
            "é",
            "",
        ] {
            assert_eq!(address(unsafe_one), None, "{unsafe_one:?}");
        }
    }
}
