//! The words that the columns of tables are written in.

use super::super::local::Local;
use crate::model::{DocumentKind, Layer, Sees, SourceKind, Stance, Unit, Window, Word};
use crate::site::Table;
use crate::text::quantity::Qualifier;
use crate::view::FieldValue;

/// All values that a column can have, and what each means; none where anything can stand.
pub(super) fn values(local: Local<'_, '_>, table: Table, column: &str) -> Vec<FieldValue> {
    let site = &local.corpus().site;
    let words = |prefix: &str, words: &[Word]| {
        let word = |word: &Word| FieldValue::new(word.word, local.say_word(prefix, word.word));
        words.iter().map(word).collect()
    };
    match (table, column) {
        (Table::Claims, "verdict" | "substance") => {
            let verdicts = site.verdicts.iter();
            verdicts.map(|(id, _)| FieldValue::new(id.as_str(), local.verdict(id).label)).collect()
        }
        (Table::Claims | Table::Evidence, "layer") => words("layer", Layer::WORDS),
        (Table::Evidence, "stance") => words("stance", Stance::WORDS),
        (Table::Evidence, "sees") => words("sees", Sees::WORDS),
        (Table::Evidence, "document_kind") => words("document_kind", DocumentKind::WORDS),
        (Table::Figures, "measure") => {
            let measures = site.measures.iter();
            measures.map(|(id, measure)| FieldValue::new(id.as_str(), local.text(&measure.label))).collect()
        }
        (Table::Figures, "of") => {
            let populations = site.populations.iter();
            populations.map(|(id, population)| FieldValue::new(id.as_str(), local.text(&population.label))).collect()
        }
        (Table::Figures, "qualifier") => Qualifier::ALL
            .iter()
            .map(|qualifier| FieldValue::new(qualifier.as_str(), local.say_word("qualifier", qualifier.as_str())))
            .collect(),
        (Table::Figures, "unit") => words("unit", Unit::WORDS),
        (Table::Figures, "window") => words("days", Window::WORDS),
        (Table::Sources, "kind") => words("source", SourceKind::WORDS),
        _ => Vec::new(),
    }
}
