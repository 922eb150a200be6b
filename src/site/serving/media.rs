//! What a file is, from its name.

/// Media types by the ending of a name, in lower case. Text is always UTF-8, and says so.
pub const BY_ENDING: [(&str, &str); 43] = [
    ("html", "text/html; charset=utf-8"),
    ("htm", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("map", "application/json"),
    ("jsonl", "application/x-ndjson"),
    ("ndjson", "application/x-ndjson"),
    ("jsonld", "application/ld+json"),
    ("geojson", "application/geo+json"),
    ("webmanifest", "application/manifest+json"),
    ("atom", "application/atom+xml; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("rss", "application/rss+xml; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("ttl", "text/turtle; charset=utf-8"),
    ("parquet", "application/vnd.apache.parquet"),
    ("sqlite", "application/vnd.sqlite3"),
    ("txt", "text/plain; charset=utf-8"),
    ("bib", "application/x-bibtex; charset=utf-8"),
    ("ris", "application/x-research-info-systems; charset=utf-8"),
    ("cff", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("ico", "image/vnd.microsoft.icon"),
    ("woff2", "font/woff2"),
    ("woff", "font/woff"),
    ("ttf", "font/ttf"),
    ("otf", "font/otf"),
    ("pdf", "application/pdf"),
    ("wasm", "application/wasm"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("mp3", "audio/mpeg"),
    ("zip", "application/zip"),
    ("gz", "application/gzip"),
];

/// Media types of names whose ending says too little.
pub const BY_NAME: [(&str, &str); 2] =
    [("atom.xml", "application/atom+xml; charset=utf-8"), ("feed.json", "application/feed+json")];

/// What is served if a name says nothing.
pub const UNKNOWN: &str = "application/octet-stream";

/// The media type to serve a file with.
pub fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let by_name = BY_NAME.iter().find(|(known, _)| *known == name);
    let by_ending = || BY_ENDING.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending));
    by_name.or_else(by_ending).map_or(UNKNOWN, |(_, media_type)| media_type)
}

/// Whether the bytes of a media type become fewer when they are compressed: text, and what is not compressed already.
pub fn is_compressible(media_type: &str) -> bool {
    let kind = media_type.split(';').next().unwrap_or_default();
    let others = [
        "application/x-bibtex",
        "application/x-ndjson",
        "application/x-research-info-systems",
        "application/vnd.sqlite3",
        "application/wasm",
        "font/ttf",
        "font/otf",
    ];
    kind.starts_with("text/") || kind.ends_with("json") || kind.ends_with("xml") || others.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_decides() {
        for (path, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("static/MAIN.CSS", "text/css; charset=utf-8"),
            ("en/atom.xml", "application/atom+xml; charset=utf-8"),
            ("en/sitemap.xml", "application/xml; charset=utf-8"),
            ("CNAME", "application/octet-stream"),
            ("v1.2/CNAME", "application/octet-stream"),
        ] {
            assert_eq!(media_type(path), expected, "{path}");
        }
    }

    #[test]
    fn an_ending_stands_in_the_table_once() {
        for (at, (ending, _)) in BY_ENDING.iter().enumerate() {
            assert!(BY_ENDING[..at].iter().all(|(other, _)| other != ending), "{ending}");
        }
    }

    #[test]
    fn what_is_compressed_already_is_left_alone() {
        for (path, expected) in
            [("a.html", true), ("a.svg", true), ("a.geojson", true), ("feed.json", true), ("a.csv", true)]
        {
            assert_eq!(is_compressible(media_type(path)), expected, "{path}");
        }
        for path in ["a.woff2", "a.png", "a.gz", "a.pdf", "CNAME"] {
            assert!(!is_compressible(media_type(path)), "{path}");
        }
    }
}
