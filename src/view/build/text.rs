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
        catalogue: entry
            .record
            .shows
            .filter(|PageShows::DataFiles| local.corpus().site.has_data_files())
            .map(|PageShows::DataFiles| dataset::catalogue(local, Subject::Text(entry.id.clone()))),
    }
}
