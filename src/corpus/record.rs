//! What the kinds of records have in common.

use std::fmt::{Debug, Display};
use std::hash::Hash;

use crate::model::{
    Claim, ClaimId, Document, DocumentId, Event, EventId, Field, FormerId, Page, PageId, Place, PlaceId, RecordKind,
    Source, SourceId,
};

/// A record that has a file and an id.
pub trait Record: Field + Clone + Debug + Send + Sync {
    /// Its id.
    type Id: Clone + Ord + Hash + Debug + Display + AsRef<str> + std::borrow::Borrow<str> + Send + Sync;

    /// Its kind.
    const KIND: RecordKind;

    /// An id from a file's stem.
    fn id(stem: &str) -> Self::Id;

    /// The ids that it had before.
    fn former(&self) -> &[FormerId];
}

macro_rules! records {
    ($($record:ident, $id:ident;)+) => {$(
        impl Record for $record {
            type Id = $id;
            const KIND: RecordKind = RecordKind::$record;

            fn id(stem: &str) -> $id {
                $id::new(stem)
            }

            fn former(&self) -> &[FormerId] {
                &self.former
            }
        }
    )+};
}

records! {
    Claim, ClaimId;
    Source, SourceId;
    Document, DocumentId;
    Event, EventId;
    Place, PlaceId;
    Page, PageId;
}
