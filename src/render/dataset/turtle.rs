//! RDF as Turtle 1.1.

use std::fmt::Write;

use crate::text::PartialDate;
use crate::view::{Told, Traced};

/// What the prefixes stand for. `schema` is written as the context of schema.org expands it, without an `s`.
const PREFIXES: [(&str, &str); 5] = [
    ("dcterms", "http://purl.org/dc/terms/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "http://schema.org/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The prefixes, and what stands before the claims.
pub(super) fn opening(nodes: &[Traced]) -> Vec<u8> {
    let mut out = String::new();
    for (prefix, iri) in PREFIXES {
        let _ = writeln!(out, "@prefix {prefix}: <{iri}> .");
    }
    let mut out = out.into_bytes();
    out.push(b'\n');
    self::nodes(nodes, &mut out);
    out
}

/// Some nodes, each with all that is said of it.
pub(super) fn nodes(nodes: &[Traced], out: &mut Vec<u8>) {
    for node in nodes {
        let mut text = String::new();
        iri(&node.iri, &mut text);
        text.push_str(" a ");
        text.push_str(&node.kinds.join(", "));
        for (of, told) in &node.says {
            let _ = write!(text, " ;\n  {of} ");
            object(told, &mut text);
        }
        text.push_str(" .\n");
        out.extend(text.as_bytes());
    }
}

fn object(told: &Told, out: &mut String) {
    match told {
        Told::Node(name) => iri(name, out),
        Told::Words { text, lang } => {
            literal(text, out);
            let _ = write!(out, "@{lang}");
        }
        Told::Code(code) => literal(code, out),
        Told::Date(date) => {
            let kind = match date {
                PartialDate::Year(_) => "gYear",
                PartialDate::Month(..) => "gYearMonth",
                PartialDate::Day(_) => "date",
            };
            let _ = write!(out, "\"{date}\"^^xsd:{kind}");
        }
    }
}

/// A name in angle brackets. What may not stand there is written as the bytes that it is.
fn iri(name: &str, out: &mut String) {
    out.push('<');
    for c in name.chars() {
        match c {
            '\0'..=' ' | '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('>');
}

fn literal(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::{Told, Traced, nodes};

    #[test]
    fn nothing_ends_a_name_or_a_text_before_its_end() {
        let mut node = Traced::new("https://example.org/a b>#c".to_owned(), vec!["prov:Entity"]);
        let text = "« 5 \\ \"a\"\r\nb\u{1} »".to_owned();
        node.say("rdfs:label", Told::Words { text, lang: "fr-CH".to_owned() });
        node.link("prov:atLocation", "https://example.org/?q={é|^`}");
        let mut out = Vec::new();
        nodes(&[node], &mut out);
        let expected = "<https://example.org/a%20b%3E#c> a prov:Entity ;\n  \
            rdfs:label \"« 5 \\\\ \\\"a\\\"\\r\\nb\\u0001 »\"@fr-CH ;\n  \
            prov:atLocation <https://example.org/?q=%7Bé%7C%5E%60%7D> .\n";
        assert_eq!(String::from_utf8_lossy(&out), expected);
    }
}
