//! A record with its required fields to fill in, and the others named in comments.
//!
//! Made from the declarations, so a new field appears here by itself.

use std::fmt::Write;

use crate::corpus::Corpus;
use crate::model::{FieldShape, RecordKind, Shape};
use crate::text::{Lang, PartialDate};

/// The files of a new record: their names and their texts.
pub fn files(kind: RecordKind, id: &str, corpus: &Corpus, today: PartialDate) -> Vec<(String, String)> {
    let writer = Writer { id, corpus, today };
    let mut files = vec![(format!("{id}.md"), writer.original(kind))];
    if matches!(kind, RecordKind::Claim | RecordKind::Page) {
        let others = corpus.site.languages.iter().skip(1);
        files.extend(others.map(|lang| (format!("{id}.{lang}.md"), writer.translation(kind, lang))));
    }
    files
}

struct Writer<'a> {
    id: &'a str,
    corpus: &'a Corpus,
    today: PartialDate,
}

impl Writer<'_> {
    fn original(&self, kind: RecordKind) -> String {
        let mut text = String::from("---\n");
        for field in kind.shape().fields {
            match field.key {
                "published" => line(&mut text, &format!("published: {}", self.today), &field),
                "draft" => line(&mut text, "draft: true", &field),
                _ if field.required => {
                    let value = self.value(&field.shape, 0);
                    line(&mut text, &format!("{}:{value}", field.key), &field);
                }
                _ => line(&mut text, &format!("# {}:", field.key), &field),
            }
        }
        text.push_str("---\n");
        text
    }

    fn translation(&self, kind: RecordKind, lang: &Lang) -> String {
        let claim = if kind == RecordKind::Claim { format!("claim: \"… ({lang})\"\n") } else { String::new() };
        format!("---\ntitle: \"{} ({lang})\"\n{claim}---\n", self.id)
    }

    /// A value that can be read, with a space or a new line before it.
    fn value(&self, shape: &Shape, depth: usize) -> String {
        match shape {
            Shape::Text => format!(" \"{}\"", self.id),
            Shape::Bool => " false".to_owned(),
            Shape::Integer | Shape::Number | Shape::Quantity => " 0".to_owned(),
            Shape::Date => format!(" {}", self.today),
            Shape::Lang => format!(" {}", self.corpus.first_lang()),
            Shape::ShortText => {
                let languages = self.corpus.site.languages.iter();
                let texts: Vec<String> = languages.map(|lang| format!("{lang}: \"{}\"", self.id)).collect();
                format!(" {{ {} }}", texts.join(", "))
            }
            Shape::Id(kind) => format!(" {}", self.first_id(kind)),
            Shape::Words(words) => format!(" {}", words.first().map_or("", |word| word.word)),
            Shape::IdOrWords(_, words) => format!(" {}", words.last().map_or("", |word| word.word)),
            Shape::List(element) => self.value(element, depth),
            Shape::Map(..) | Shape::Again(_) => " {}".to_owned(),
            Shape::Record(record) => {
                let indent = "  ".repeat(depth + 1);
                let required = record.fields.iter().filter(|field| field.required);
                let lines =
                    required.map(|field| format!("\n{indent}{}:{}", field.key, self.value(&field.shape, depth + 1)));
                lines.collect()
            }
        }
    }

    /// An id of a kind that exists, so that the new record hangs together until it is filled in.
    fn first_id(&self, kind: &str) -> String {
        let corpus = self.corpus;
        let site = &corpus.site;
        let id = match kind {
            "source" => {
                corpus.sources.iter().find(|entry| !entry.record.is_private()).map(|entry| entry.id.to_string())
            }
            "document" => corpus.documents.iter().next().map(|entry| entry.id.to_string()),
            "author" => site.authors.first().map(|author| author.id.to_string()),
            "verdict" => site.verdicts.iter().last().map(|(id, _)| id.to_string()),
            _ => None,
        };
        id.unwrap_or_else(|| format!("{kind}-id"))
    }
}

fn line(text: &mut String, written: &str, field: &FieldShape) {
    let meaning = field.meaning.lines().next().unwrap_or_default().trim();
    if written.contains('\n') {
        writeln!(text, "# {meaning}\n{written}").expect("a String takes everything");
    } else {
        writeln!(text, "{written:<40} # {meaning}").expect("a String takes everything");
    }
}
