//! What readers lose when a site goes back to an earlier state of itself.

use std::collections::BTreeMap;

use super::{ClaimDigests, Earlier, LedgerEntry};

/// What readers lose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retreat {
    /// Addresses that vanish.
    pub addresses: Vec<String>,
    /// Claims that vanish or change.
    pub claims: BTreeMap<String, LostClaim>,
}

/// What becomes of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LostClaim {
    /// It is not there any more.
    All,
    /// So many of its revisions are not, and these parts of it change.
    Revisions(usize, Vec<&'static str>),
    /// Only these parts change.
    Parts(Vec<&'static str>),
}

impl Retreat {
    /// From the site that readers see to an earlier one.
    pub fn between(live: &Earlier, back: &Earlier) -> Retreat {
        let gone = live.files.difference(&back.files).filter_map(|path| path.strip_suffix("index.html"));
        let mut retreat = Retreat { addresses: gone.map(str::to_owned).collect(), claims: BTreeMap::new() };
        let Some(live) = &live.ledger else { return retreat };
        // Without a ledger nothing is known of the claims of then.
        let Some(back) = &back.ledger else { return retreat };
        for (id, now) in &live.of {
            if let Some(lost) = lost(now, back.of.get(id)) {
                retreat.claims.insert(id.clone(), lost);
            }
        }
        retreat
    }

    /// Whether readers lose nothing.
    pub fn is_empty(&self) -> bool {
        self.addresses.is_empty() && self.claims.is_empty()
    }
}

fn lost(now: &LedgerEntry, then: Option<&LedgerEntry>) -> Option<LostClaim> {
    let Some(then) = then else { return Some(LostClaim::All) };
    let parts = parts(&now.digests, &then.digests);
    match now.revisions.saturating_sub(then.revisions) {
        0 if parts.is_empty() => None,
        0 => Some(LostClaim::Parts(parts)),
        revisions => Some(LostClaim::Revisions(revisions, parts)),
    }
}

/// The parts that differ, in the words of the desk.
fn parts(now: &ClaimDigests, then: &ClaimDigests) -> Vec<&'static str> {
    let parts = [
        ("verdict", now.verdict == then.verdict),
        ("figures", now.figures == then.figures),
        ("quotations", now.quotations == then.quotations),
        ("claimant", now.claimant == then.claimant),
        ("wording", now.proposition == then.proposition),
    ];
    parts.into_iter().filter(|(_, is_same)| !is_same).map(|(part, _)| part).collect()
}
