//! What a file is, from its name.

use super::OutPath;

impl OutPath {
    /// The media type to serve this file with, `application/octet-stream` if its ending says nothing.
    ///
    /// Text is always UTF-8, and says so.
    pub fn media_type(&self) -> &'static str {
        let name = self.as_str().rsplit('/').next().unwrap_or_default();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        match (name, ending.as_str()) {
            ("atom.xml", _) | (_, "atom") => "application/atom+xml; charset=utf-8",
            ("feed.json", _) => "application/feed+json",
            (_, "html" | "htm") => "text/html; charset=utf-8",
            (_, "css") => "text/css; charset=utf-8",
            (_, "js" | "mjs") => "text/javascript; charset=utf-8",
            (_, "json" | "map") => "application/json",
            (_, "jsonl" | "ndjson") => "application/x-ndjson",
            (_, "jsonld") => "application/ld+json",
            (_, "geojson") => "application/geo+json",
            (_, "webmanifest") => "application/manifest+json",
            (_, "xml") => "application/xml; charset=utf-8",
            (_, "rss") => "application/rss+xml; charset=utf-8",
            (_, "csv") => "text/csv; charset=utf-8",
            (_, "txt" | "cff") => "text/plain; charset=utf-8",
            (_, "bib") => "application/x-bibtex; charset=utf-8",
            (_, "ris") => "application/x-research-info-systems; charset=utf-8",
            (_, "md") => "text/markdown; charset=utf-8",
            (_, "svg") => "image/svg+xml",
            (_, "png") => "image/png",
            (_, "jpg" | "jpeg") => "image/jpeg",
            (_, "gif") => "image/gif",
            (_, "webp") => "image/webp",
            (_, "avif") => "image/avif",
            (_, "ico") => "image/vnd.microsoft.icon",
            (_, "woff2") => "font/woff2",
            (_, "woff") => "font/woff",
            (_, "ttf") => "font/ttf",
            (_, "otf") => "font/otf",
            (_, "pdf") => "application/pdf",
            (_, "wasm") => "application/wasm",
            (_, "mp4") => "video/mp4",
            (_, "webm") => "video/webm",
            (_, "mp3") => "audio/mpeg",
            (_, "zip") => "application/zip",
            (_, "gz") => "application/gzip",
            _ => "application/octet-stream",
        }
    }
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
            ("CNAME", "application/octet-stream"),
            ("v1.2/CNAME", "application/octet-stream"),
        ] {
            assert_eq!(OutPath::new(path).unwrap().media_type(), expected, "{path}");
        }
    }
}
