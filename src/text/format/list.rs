//! Enumerations.

use super::primary;

/// `a, b et c` in French, `a, b and c` in English; other languages likewise.
pub fn list<S: AsRef<str>>(items: &[S], lang: &str) -> String {
    let Some((last, others)) = items.split_last() else {
        return String::new();
    };
    let (comma, and) = match primary(lang) {
        "fr" => (", ", " et "),
        "en" => (", ", " and "),
        // The conjunction is written to the word that it leads.
        "ar" => ("، ", " و"),
        "fa" => ("، ", " و "),
        "es" => (", ", " y "),
        "de" => (", ", " und "),
        "it" | "pt" => (", ", " e "),
        "nl" => (", ", " en "),
        "tr" => (", ", " ve "),
        "zh" | "ja" => ("、", "、"),
        _ => (", ", ", "),
    };
    let mut out = String::new();
    for (i, item) in others.iter().enumerate() {
        if i > 0 {
            out.push_str(comma);
        }
        out.push_str(item.as_ref());
    }
    if !others.is_empty() {
        out.push_str(and);
    }
    out.push_str(last.as_ref());
    out
}
