//! What lies in, belongs to or copies something else leads on to an end, and not back to itself.

use super::rules;
use crate::corpus::{Corpus, Entry, Record, Table};
use crate::diagnostic::{Diagnostic, FieldPath, Place};
use crate::model::{Document, DocumentId};

/// Findings about records and populations that lead back to themselves.
pub fn findings(corpus: &Corpus, findings: &mut Vec<Diagnostic>) {
    of_records(&corpus.sources, |source| Some(("owner", source.owner.as_ref()?)), findings);
    of_records(&corpus.places, |place| Some(("within", place.within.as_ref()?)), findings);
    of_records(&corpus.documents, original, findings);
    let populations = &corpus.site.populations;
    for (id, _) in populations.iter() {
        if let Some(way) = way_back(id, |id| populations.get(id)?.within.as_ref()) {
            let field = FieldPath::of("populations").key(id.as_str()).key("within");
            findings.push(circle(&way, Place::value(&corpus.site_file.path, field)));
        }
    }
}

/// The document that this one copies or translates, with the field that says so.
fn original(document: &Document) -> Option<(&'static str, &DocumentId)> {
    let copied = document.copy_of.as_ref().and_then(|copy| copy.document.as_ref());
    let copied = copied.map(|id| ("copy-of.document", id));
    copied.or_else(|| Some(("translation-of", document.translation_of.as_ref()?)))
}

/// Records that lead back to themselves, each by the field that leads on.
fn of_records<R: Record>(
    table: &Table<R>,
    next: impl Fn(&R) -> Option<(&'static str, &R::Id)>,
    findings: &mut Vec<Diagnostic>,
) {
    let step = |entry: &Entry<R>| next(&entry.record).map(|(field, _)| field);
    for entry in table {
        if let Some(way) = way_back(&entry.id, |id| next(&table.get(id)?.record).map(|(_, id)| id)) {
            let field = FieldPath::of(step(entry).unwrap_or_default());
            findings.push(circle(&way, Place::value(&entry.file.path, field)));
        }
    }
}

/// The steps from an id back to itself, both ends among them; none if it leads elsewhere.
fn way_back<'a, I: PartialEq>(id: &'a I, next: impl Fn(&I) -> Option<&'a I>) -> Option<Vec<&'a I>> {
    let mut way = vec![id];
    let mut at = next(id);
    while let Some(other) = at {
        way.push(other);
        if other == id {
            return Some(way);
        }
        // A circle further on is reported at its own records.
        if way[..way.len() - 1].contains(&other) {
            return None;
        }
        at = next(other);
    }
    None
}

fn circle<I: AsRef<str>>(way: &[&I], place: Place) -> Diagnostic {
    let way: Vec<String> = way.iter().map(|id| format!("`{}`", (*id).as_ref())).collect();
    let message = format!("{} leads back to itself", way[0]);
    let finding = Diagnostic::new(&rules::REFERENCE_CYCLE, place, message);
    finding.with_help(format!("remove one of the steps {}", way.join(" → ")))
}
