//! Names for machines that stay when an address does not.

use super::map::SiteMap;
use super::route::{Route, Subject};
use crate::corpus::{Record, Table};
use crate::model::{ClaimId, DocumentId, SourceId};

impl SiteMap<'_> {
    /// The address of a page in the first language under the first id that its record had.
    ///
    /// It names the thing in all languages, and goes on doing so when the record is renamed; the address itself
    /// then leads to the new one.
    pub fn permanent_url(&self, subject: &Subject) -> String {
        let corpus = self.corpus;
        let subject = match subject {
            Subject::Claim(id) => Subject::Claim(ClaimId::new(original(&corpus.claims, id.as_str()))),
            Subject::Source(id) => Subject::Source(SourceId::new(original(&corpus.sources, id.as_str()))),
            Subject::Document(id) => Subject::Document(DocumentId::new(original(&corpus.documents, id.as_str()))),
            other => other.clone(),
        };
        self.url(&Route::new(&self.languages()[0], subject))
    }
}

/// The first id that a record had.
fn original<'t, R: Record>(table: &'t Table<R>, id: &'t str) -> &'t str {
    let former = table.find(id).and_then(|entry| entry.record.former().first());
    former.map_or(id, |former| former.as_str())
}
