//! A site as readers know it.

use std::collections::BTreeSet;

use super::{Ledger, LedgerEntry};
use crate::corpus::Entry;
use crate::model::Claim;

/// A site that was published: its files, and what it says of its claims.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    /// Its files, as paths below the output directory.
    pub files: BTreeSet<String>,
    /// Its claims; none if the recoupe that built it did not note them.
    pub ledger: Option<Ledger>,
}

impl Earlier {
    /// Whether it has this file.
    pub fn holds(&self, out_path: &str) -> bool {
        self.files.contains(out_path)
    }

    /// What it says of a claim, under its id of today or one that it had before.
    pub fn claim(&self, entry: &Entry<Claim>) -> Option<&LedgerEntry> {
        let of = &self.ledger.as_ref()?.of;
        let former = entry.record.former.iter().rev().map(|id| id.as_str());
        std::iter::once(entry.id.as_str()).chain(former).find_map(|id| of.get(id))
    }
}
