//! Works in the forms that programs for references read.

use std::fmt::Write;

use super::{bibtex, compact, pretty};
use crate::site::CitationFormat;
use crate::view::{CitationFile, CslItem};

/// The file of one work.
pub fn citation(format: CitationFormat, item: &CslItem) -> Vec<u8> {
    match format {
        // CSL-JSON is a list, also of one.
        CitationFormat::Csl => pretty(&[item]),
        CitationFormat::Bibtex => bibtex::entry(item).into_bytes(),
        CitationFormat::Ris => ris(item).into_bytes(),
    }
}

/// A work in a file of many.
pub(super) fn entry(format: CitationFormat, item: &CslItem) -> Vec<u8> {
    match format {
        CitationFormat::Csl => compact(item),
        CitationFormat::Bibtex | CitationFormat::Ris => citation(format, item),
    }
}

/// A web page as RIS: two letters, a value, a line; no value has lines of its own.
fn ris(item: &CslItem) -> String {
    let mut out = String::from("TY  - ELEC\r\n");
    let mut line = |tag: &str, value: &str| {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = write!(out, "{tag}  - {value}\r\n");
    };
    line("ID", &item.id);
    for author in &item.author {
        line("AU", &author.literal);
    }
    let date = item.issued.as_ref().map(|issued| issued.parts[0].as_slice()).unwrap_or_default();
    let two = |part: Option<&i32>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    if let Some(year) = date.first() {
        line("PY", &format!("{year:04}"));
        line("DA", &format!("{year:04}/{}/{}/", two(date.get(1)), two(date.get(2))));
    }
    let version = item.version.map(|version| version.to_string());
    for (tag, value) in [
        ("TI", item.title.as_deref()),
        ("T2", item.container_title.as_deref()),
        ("PB", item.publisher.as_deref()),
        ("M3", item.genre.as_deref()),
        ("ET", version.as_deref()),
        ("N1", item.note.as_deref()),
        ("N1", item.status),
        ("LA", Some(item.language.as_str())),
        ("UR", item.url.as_deref()),
    ] {
        if let Some(value) = value {
            line(tag, value);
        }
    }
    out.push_str("ER  - \r\n\r\n");
    out
}

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
