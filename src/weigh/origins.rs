//! Who stands behind a source, and which documents are one.

use crate::corpus::Corpus;
use crate::model::{Document, DocumentId, SourceId};

/// Chains of owners and copies are short; a circle is reported when records are joined.
const LONGEST_CHAIN: usize = 32;

/// The source at the end of the chain of owners: the one that decides what this source says.
pub fn root<'a>(corpus: &'a Corpus, source: &'a SourceId) -> &'a SourceId {
    let owner = |id: &SourceId| corpus.sources.get(id).and_then(|entry| entry.record.owner.as_ref());
    follow(source, owner)
}

/// The document at the end of the chain of copies and translations: copies of one document are one.
pub fn original<'a>(corpus: &'a Corpus, document: &'a DocumentId) -> &'a DocumentId {
    let source_of = |document: &'a Document| {
        let copied = document.copy_of.as_ref().and_then(|copy| copy.document.as_ref());
        copied.or(document.translation_of.as_ref())
    };
    follow(document, |id: &DocumentId| corpus.documents.get(id).and_then(|entry| source_of(&entry.record)))
}

/// Who speaks in a document: the publisher of what it copies, else its own publisher.
pub fn voice(document: &Document) -> &SourceId {
    document.copy_of.as_ref().map_or(&document.publisher, |copy| &copy.publisher)
}

fn follow<'a, T>(from: &'a T, next: impl Fn(&T) -> Option<&'a T>) -> &'a T {
    let mut at = from;
    for _ in 0..LONGEST_CHAIN {
        match next(at) {
            Some(further) => at = further,
            None => break,
        }
    }
    at
}
