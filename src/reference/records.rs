//! The reference of records: a table of fields for each, and what their words mean.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::model::{FieldShape, FormerId, RecordId, RecordKind, RecordShape, Shape, Site, Translation, Word};
use crate::text::article;

/// Writes a section for each record, those that it is made of after it.
pub fn write(out: &mut String) {
    out.push_str("## Records\n");
    let mut written = BTreeSet::new();
    let mut top = |shape: RecordShape, file: &str| {
        write!(out, "\n### {}\n\n`{file}`\n", title(shape.name)).expect("a String takes everything");
        record(out, &shape, &mut written);
    };
    for kind in RecordKind::ALL {
        top(kind.shape(), &format!("content/{}/<id>.md", kind.folder()));
    }
    top(Translation::record_shape(), "content/<kind>s/<id>.<language>.md");
    top(Site::record_shape(), "content/site.yaml");
}

/// The fields of a record, the meanings of its words, then the records it is made of.
fn record(out: &mut String, shape: &RecordShape, written: &mut BTreeSet<&'static str>) {
    written.insert(shape.name);
    write!(out, "\n{}\n\n", line(shape.meaning)).expect("a String takes everything");
    out.push_str("| field | required | what to write | meaning |\n| --- | --- | --- | --- |\n");
    for FieldShape { key, meaning, required, shape } in &shape.fields {
        let required = if *required { "yes" } else { "" };
        writeln!(out, "| `{key}` | {required} | {} | {} |", what(shape), line(meaning))
            .expect("a String takes everything");
    }
    for field in &shape.fields {
        let words = words(&field.shape);
        if words.is_empty() {
            continue;
        }
        write!(out, "\nThe words of `{}`:\n\n", field.key).expect("a String takes everything");
        for Word { word, meaning } in words {
            writeln!(out, "- `{word}`: {}", line(meaning)).expect("a String takes everything");
        }
    }
    for field in &shape.fields {
        if let Some(part) = part(&field.shape).filter(|part| !written.contains(part.name)) {
            write!(out, "\n#### {}\n", title(part.name)).expect("a String takes everything");
            record(out, part, written);
        }
    }
}

/// What a field may hold, with links to where it is described.
fn what(shape: &Shape) -> String {
    match shape {
        Shape::Text => "a text".to_owned(),
        Shape::Bool => "`true` or `false`".to_owned(),
        Shape::Integer => "a whole number".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Date => "a [date](#dates)".to_owned(),
        Shape::Lang => "a language such as `fr`".to_owned(),
        Shape::Quantity => "a [quantity](#quantities)".to_owned(),
        Shape::ShortText => "a [short text](#languages)".to_owned(),
        Shape::Id(kind) => id(kind),
        Shape::Words(_) => "one of the words below".to_owned(),
        Shape::List(element) => format!("{}, or a list", what(element)),
        Shape::Map(kind, value) => format!("by {kind}: {}", what(value)),
        Shape::Record(record) => link(record.name),
        Shape::IdOrWords(kind, words) => {
            let words: Vec<_> = words.iter().map(|word| format!("`{}`", word.word)).collect();
            format!("{}, or {}", id(kind), words.join(" or "))
        }
        Shape::Again(name) => link(name),
    }
}

/// Ids of records lead to their record, those of `site.yaml` to what they name there.
fn id(kind: &str) -> String {
    match kind {
        FormerId::KIND => "an id that it had before".to_owned(),
        RecordId::KIND => "the id of any record".to_owned(),
        _ => format!("the id of {} [{kind}](#{kind})", article(kind)),
    }
}

fn link(record: &str) -> String {
    let title = title(record);
    format!("[{title}](#{})", title.to_lowercase().replace(' ', "-"))
}

/// The name of a type as words: “Outline row”.
fn title(name: &str) -> String {
    let mut title = String::new();
    for (i, c) in name.char_indices() {
        match c {
            'A'..='Z' if i > 0 => title.extend([' ', c.to_ascii_lowercase()]),
            _ => title.push(c),
        }
    }
    title
}

fn words(shape: &Shape) -> &'static [Word] {
    match shape {
        Shape::Words(words) | Shape::IdOrWords(_, words) => words,
        Shape::List(element) | Shape::Map(_, element) => words(element),
        _ => &[],
    }
}

fn part(shape: &Shape) -> Option<&RecordShape> {
    match shape {
        Shape::Record(record) => Some(record),
        Shape::List(element) | Shape::Map(_, element) => part(element),
        _ => None,
    }
}

/// A doc comment as one line of a table.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
