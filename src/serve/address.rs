//! From the path of a request to one that cannot leave the site, and back.

use std::fmt::Write as _;

/// The decoded path, or nothing if it is no path of a site.
///
/// An encoded slash is refused, not decoded: `%2F` would turn one component into two.
pub(super) fn decoded(raw: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        bytes.push(match first {
            b'%' => {
                let (digits, after) = rest.split_at_checked(2)?;
                rest = after;
                match hex(digits)? {
                    b'/' => return None,
                    byte => byte,
                }
            }
            byte => *byte,
        });
    }
    let path = String::from_utf8(bytes).ok()?;
    let components = path.strip_prefix('/')?;
    let inside = |name: &str| !matches!(name, "." | "..");
    let plain = |c: char| c != '\\' && !c.is_control();
    let single = !path.contains("//");
    (single && components.split('/').all(inside) && path.chars().all(plain)).then_some(path)
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let [high, low] = digits else { return None };
    u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
}

/// The path as it stands in a header: what is not plain ASCII is encoded, what is encoded stays.
pub(super) fn encoded(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut text, byte| {
        match byte {
            b'!'..=b'~' if !b"\"<>\\^`{|}".contains(&byte) => text.push(char::from(byte)),
            _ => write!(text, "%{byte:02X}").expect("a text can be written to"),
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_in_the_site() {
        for (raw, path) in [
            ("/", "/"),
            ("/en/claims/a/", "/en/claims/a/"),
            ("/caf%C3%A9%20noir", "/café noir"),
            ("/a%25b", "/a%b"),
            ("/..a/b..", "/..a/b.."),
        ] {
            assert_eq!(decoded(raw).as_deref(), Some(path), "{raw}");
            assert_eq!(decoded(&encoded(raw)).as_deref(), Some(path), "{raw}");
        }
        for raw in [
            "",
            "a",
            "*",
            "/..",
            "/../etc/passwd",
            "/%2e%2e/etc/passwd",
            "/a/./b",
            "/a%2fb",
            "/a%2F..%2Fb",
            "/a\\b",
            "/a%5Cb",
            "/a%00",
            "/a%0d%0ab",
            "/%",
            "/%4",
            "/%zz",
            "/%+1",
            "/%ff",
            "//example.org/",
            "/a//b",
        ] {
            assert_eq!(decoded(raw), None, "{raw}");
        }
    }
}
