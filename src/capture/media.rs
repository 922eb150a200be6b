//! What sort of capture a file is.

/// The media type of a file, from its first bytes where they tell, else from its name; none if neither does.
pub fn media_of(name: &str, bytes: &[u8]) -> Option<&'static str> {
    by_bytes(bytes).or_else(|| by_name(&name.to_lowercase(), bytes))
}

fn by_bytes(bytes: &[u8]) -> Option<&'static str> {
    // Readers of PDF look for its mark in the first kilobyte.
    let start = &bytes[..bytes.len().min(1024)];
    match start {
        [b'W', b'A', b'R', b'C', b'/', ..] => Some("application/warc"),
        _ if start.windows(5).any(|mark| mark == b"%PDF-") => Some("application/pdf"),
        _ => None,
    }
}

fn by_name(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let (is_gzip, is_zip) = (bytes.starts_with(&[0x1f, 0x8b]), bytes.starts_with(b"PK"));
    let kinds = [
        (".txt", "text/plain"),
        (".html", "text/html"),
        (".htm", "text/html"),
        (".xhtml", "application/xhtml+xml"),
        (".warc.gz", "application/warc+gzip"),
        (".wacz", "application/wacz"),
    ];
    let (_, media) = kinds.into_iter().find(|(end, _)| name.ends_with(end))?;
    let fits = match media {
        "application/warc+gzip" => is_gzip,
        "application/wacz" => is_zip,
        _ => !is_gzip && !is_zip,
    };
    fits.then_some(media)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_count_more_than_the_name() {
        for (name, bytes, media) in [
            ("page.html", &b"<p>"[..], Some("text/html")),
            ("page.html", b"%PDF-1.7", Some("application/pdf")),
            ("page", b"\n%PDF-1.4", Some("application/pdf")),
            ("a.warc", b"WARC/1.1\r\n", Some("application/warc")),
            ("a.WARC.gz", b"\x1f\x8b\x08", Some("application/warc+gzip")),
            ("a.wacz", b"PK\x03\x04", Some("application/wacz")),
            // A name that its bytes contradict says nothing.
            ("a.wacz", b"<p>", None),
            ("a.txt", b"PK\x03\x04", None),
            ("a.pdf", b"<p>", None),
            ("a.png", b"\x89PNG", None),
        ] {
            assert_eq!(media_of(name, bytes), media, "{name}");
        }
    }
}
