//! Ids are unique across all kinds.

use rustc_hash::FxHashMap;

use super::rules;
use crate::corpus::{Corpus, Entry, Record, Table};
use crate::diagnostic::{Diagnostic, FieldPath, Place};

/// Findings about ids that name two things.
pub fn findings(corpus: &Corpus) -> Vec<Diagnostic> {
    let mut names = Names { taken: FxHashMap::default(), findings: Vec::new() };
    for (id, _) in corpus.site.verdicts.iter() {
        names.take(id.as_str(), Place::key(&corpus.site_file.path, FieldPath::of("verdicts").key(id.as_str())));
    }
    names.table(&corpus.claims);
    names.table(&corpus.sources);
    names.table(&corpus.documents);
    names.table(&corpus.events);
    names.table(&corpus.places);
    names.table(&corpus.pages);
    names.findings
}

struct Names<'a> {
    taken: FxHashMap<&'a str, Place>,
    findings: Vec<Diagnostic>,
}

impl<'a> Names<'a> {
    fn table<R: Record>(&mut self, table: &'a Table<R>) {
        for entry in table {
            self.entry(entry);
        }
    }

    fn entry<R: Record>(&mut self, entry: &'a Entry<R>) {
        self.take(entry.id.as_ref(), Place::file(&entry.file.path));
        for (i, former) in entry.record.former().iter().enumerate() {
            let path = FieldPath::root().key("former").index(i);
            self.take(former.as_str(), Place::value(&entry.file.path, path));
        }
    }

    fn take(&mut self, id: &'a str, place: Place) {
        if let Some(first) = self.taken.get(id) {
            let message = format!("`{id}` is the id of something else");
            let finding = Diagnostic::new(&rules::DUPLICATE_ID, place, message).with_related(first.clone(), "this");
            self.findings
                .push(finding.with_help("rename one of them: ids are unique across all kinds, old ids included"));
        } else {
            self.taken.insert(id, place);
        }
    }
}
