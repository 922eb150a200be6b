//! Works as BibTeX.

use std::fmt::Write;

use super::CslItem;

/// Months as every style knows them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A web page: `@misc`, the one kind for it that all of BibTeX knows.
pub(super) fn entry(item: &CslItem) -> String {
    let mut out = format!("@misc{{{},\n", item.id);
    // Two braces: names stay whole, and capitals capitals.
    let mut field = |name: &str, value: &str| {
        let _ = writeln!(out, "  {name} = {{{{{}}}}},", escaped(value));
    };
    let texts = [
        ("title", item.title.as_deref()),
        ("howpublished", item.container_title.as_deref()),
        ("publisher", item.publisher.as_deref()),
        ("type", item.genre.as_deref()),
        ("note", item.note.as_deref()),
        ("pubstate", item.status),
    ];
    for (name, value) in texts {
        if let Some(value) = value {
            field(name, value);
        }
    }
    let authors: Vec<String> = item.author.iter().map(|author| format!("{{{}}}", escaped(&author.literal))).collect();
    if !authors.is_empty() {
        let _ = writeln!(out, "  author = {{{}}},", authors.join(" and "));
    }
    let date = item.issued.as_ref().map(|issued| issued.parts[0].as_slice()).unwrap_or_default();
    if let Some(year) = date.first() {
        let _ = writeln!(out, "  year = {{{year}}},");
    }
    if let Some(month) = date.get(1).and_then(|month| MONTHS.get(usize::try_from(*month).ok()?.checked_sub(1)?)) {
        let _ = writeln!(out, "  month = {month},");
    }
    if let Some(day) = date.get(2) {
        let _ = writeln!(out, "  day = {{{day}}},");
    }
    if let Some(version) = &item.version {
        let _ = writeln!(out, "  version = {{{version}}},");
    }
    if let Some(language) = babel(&item.language) {
        let _ = writeln!(out, "  langid = {{{language}}},");
    }
    if let Some(url) = &item.url {
        // Addresses are taken as they are, and ours hold nothing but ASCII.
        let _ = writeln!(out, "  url = {{{url}}},");
    }
    out.push_str("}\n\n");
    out
}

/// Text as TeX reads it. Accents stay: every TeX of today reads UTF-8.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', c]),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\u{a0}' => out.push('~'),
            // The narrow space of French punctuation.
            '\u{202f}' => out.push_str("\\,"),
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The name of a language in TeX.
fn babel(language: &str) -> Option<&'static str> {
    Some(match language.split('-').next()? {
        "ar" => "arabic",
        "de" => "german",
        "en" => "english",
        "es" => "spanish",
        "fr" => "french",
        "it" => "italian",
        "pt" => "portuguese",
        "ru" => "russian",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_tex_takes_for_its_own_is_escaped() {
        let text = "Été : 5 % de {R&D} #1_a $2 ~ ^ \\";
        let tex = "Été : 5 \\% de \\{R\\&D\\} \\#1\\_a \\$2 \\textasciitilde{} \\textasciicircum{} \\textbackslash{}";
        assert_eq!(escaped(text), tex);
        assert_eq!(escaped("Qui\u{202f}? 8\u{a0}morts\nici"), "Qui\\,? 8~morts ici");
    }
}
