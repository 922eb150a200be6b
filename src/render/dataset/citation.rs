//! The site’s data as `CITATION.cff`.

use std::fmt::Write;

use crate::view::CitationFile;

/// `CITATION.cff` 1.2.0. A string of JSON is one of YAML too.
pub(super) fn file(file: &CitationFile) -> Vec<u8> {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    let mut out = String::from("cff-version: 1.2.0\n");
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(out, "{key}: {}", text(value));
    };
    line("message", &file.message);
    line("type", "dataset");
    line("title", &file.title);
    line("abstract", &file.summary);
    line("url", &file.url);
    for (key, value) in
        [("license", &file.licence), ("license-url", &file.licence_url), ("date-released", &file.released)]
    {
        if let Some(value) = value {
            line(key, value);
        }
    }
    let _ = writeln!(out, "authors:\n  - name: {}", text(&file.publisher));
    if let Some(website) = &file.website {
        let _ = writeln!(out, "    website: {}", text(website));
    }
    out.into_bytes()
}
