//! What a published site says of itself, so that a later state of it can be held against it.
//!
//! A claim that was published may change, but not silently: the [`Ledger`] in the manifest of a build holds,
//! of each claim, when it was published, how often it was revised, and digests of what must not change
//! without a revision. An [`Earlier`] site is such a ledger with the addresses that readers know, and a
//! [`Comparison`] joins it with the corpus of today.

mod canonical;
mod comparison;
mod earlier;
mod ledger;
mod names;
mod retreat;

pub use canonical::ClaimDigests;
pub use comparison::{ClaimThenAndNow, Comparison};
pub use earlier::Earlier;
pub use ledger::{Ledger, LedgerEntry};
pub use names::Names;
pub use retreat::{LostClaim, Retreat};
