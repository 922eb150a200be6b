//! The claims of a build as its manifest holds them.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{ClaimDigests, Names};
use crate::corpus::{Corpus, Entry};
use crate::model::{Claim, RevisionType};

/// The version of the canonical form; digests of two versions cannot be compared.
const VERSION: u32 = 1;

/// The published claims of a site, by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    version: u32,
    /// One for each claim that is no draft.
    pub of: BTreeMap<String, LedgerEntry>,
}

/// What a build says of one claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerEntry {
    /// The day it was published.
    pub published: String,
    /// How many revisions it has.
    pub revisions: usize,
    /// How many of them are typos.
    pub typos: usize,
    /// Digests of what must not change silently.
    #[serde(flatten)]
    pub digests: ClaimDigests,
}

impl Ledger {
    /// What a build of this corpus says.
    pub fn of(corpus: &Corpus) -> Ledger {
        let entry = |entry: &Entry<Claim>| {
            let claim = &entry.record;
            let published = claim.published.filter(|_| !claim.draft)?.to_string();
            let digests = ClaimDigests::of(entry, corpus.first_lang(), &Names::default());
            let (revisions, typos) = (claim.revisions.len(), typos(claim));
            Some((entry.id.to_string(), LedgerEntry { published, revisions, typos, digests }))
        };
        let entries: Vec<_> = corpus.claims.as_slice().par_iter().filter_map(entry).collect();
        Ledger { version: VERSION, of: entries.into_iter().collect() }
    }

    /// The ledger in a manifest.
    ///
    /// # Errors
    ///
    /// It is of another version, or no ledger at all.
    pub fn from_json(value: &serde_json::Value) -> Result<Ledger, String> {
        match value.get("version").and_then(serde_json::Value::as_u64) {
            Some(version) if version == u64::from(VERSION) => {
                Ledger::deserialize(value).map_err(|error| error.to_string())
            }
            Some(version) => Err(format!("its claims are in version {version}, this recoupe knows {VERSION}")),
            None => Err("its claims have no version".to_owned()),
        }
    }
}

impl LedgerEntry {
    /// The revisions that are no typos.
    pub fn substantial(&self) -> usize {
        self.revisions.saturating_sub(self.typos)
    }
}

/// How many revisions of a claim are typos.
pub(super) fn typos(claim: &Claim) -> usize {
    claim.revisions.iter().filter(|revision| revision.kind == RevisionType::Typo).count()
}
