//! A page of the desk's own.

use super::dataset;
use super::local::Local;
use super::prose::Prose;
use crate::corpus::Entry;
use crate::model::{Page, PageShows};
use crate::site::Subject;
use crate::view::TextPage;

/// A page of the desk's own.
pub(super) fn page(local: Local<'_, '_>, entry: &Entry<Page>) -> TextPage {
    let mut prose = Prose::new(local);
    let body = prose.body(entry);
    TextPage {
        title: local.page_title(entry),
        summary: local.summary(entry, entry.record.summary.as_ref()),
        body,
        references: prose.references(),
        catalogue: local
            .shown_on(&entry.record)
            .map(|PageShows::DataFiles| dataset::catalogue(local, Subject::Text(entry.id.clone()))),
    }
}

impl Local<'_, '_> {
    /// What a page shows below its text, if the site has it.
    pub fn shown_on(self, page: &Page) -> Option<PageShows> {
        page.shows.filter(|PageShows::DataFiles| self.corpus().site.has_data_files())
    }
}
