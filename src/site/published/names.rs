//! Records that had another id when they were published.

use std::collections::HashMap;

use super::Earlier;
use crate::corpus::{Record, Table};
use crate::model::{DocumentId, PlaceId, SourceId};
use crate::site::{Route, SiteMap, Subject};

/// The ids under which records were known to an earlier site, where they differ from those of today.
///
/// Ids are unique across all kinds, so one table is enough. A source without a page of its own is known by its
/// id of today.
#[derive(Clone, Debug, Default)]
pub struct Names(HashMap<String, String>);

impl Names {
    /// The names that an earlier site used for the records of this one.
    pub(super) fn of(map: &SiteMap<'_>, earlier: &Earlier) -> Names {
        let corpus = map.corpus();
        let mut names = Names::default();
        names.gather(map, earlier, &corpus.sources, |id| Subject::Source(SourceId::new(id)));
        names.gather(map, earlier, &corpus.documents, |id| Subject::Document(DocumentId::new(id)));
        names.gather(map, earlier, &corpus.places, |id| Subject::Place(PlaceId::new(id)));
        names
    }

    fn gather<R: Record>(
        &mut self,
        map: &SiteMap<'_>,
        earlier: &Earlier,
        table: &Table<R>,
        subject: impl Fn(&str) -> Subject,
    ) {
        let there = |id: &str| {
            let out_path = |lang| map.out_path(&Route::new(lang, subject(id)));
            map.languages().iter().any(|lang| earlier.holds(&out_path(lang)))
        };
        for entry in table.iter().filter(|entry| !entry.record.former().is_empty()) {
            let id: &str = entry.id.as_ref();
            let former = entry.record.former().iter().map(|former| former.as_str());
            if let Some(then) = former.rev().find(|former| !there(id) && there(former)) {
                self.0.insert(id.to_owned(), then.to_owned());
            }
        }
    }

    pub(super) fn source<'a>(&'a self, id: &'a SourceId) -> &'a str {
        self.then(id.as_str())
    }

    pub(super) fn document<'a>(&'a self, id: &'a DocumentId) -> &'a str {
        self.then(id.as_str())
    }

    pub(super) fn place<'a>(&'a self, id: &'a PlaceId) -> &'a str {
        self.then(id.as_str())
    }

    fn then<'a>(&'a self, id: &'a str) -> &'a str {
        self.0.get(id).map_or(id, String::as_str)
    }
}
