//! Works as RIS.

use std::fmt::Write;

use super::CslItem;

/// A web page as RIS: two letters, a value, a line; no value has lines of its own.
pub(super) fn entry(item: &CslItem) -> String {
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
    for (tag, value) in [
        ("TI", item.title.as_deref()),
        ("T2", item.container_title.as_deref()),
        ("PB", item.publisher.as_deref()),
        ("M3", item.genre.as_deref()),
        ("ET", item.version.as_deref()),
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
