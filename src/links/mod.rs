//! The links that lead out of the site: where they stand, and whether they still lead somewhere.
//!
//! Nothing here is part of a build. What others answer changes from minute to minute, so it is asked for when somebody
//! wants to know it, it is told as warnings and notes, and no byte of the site depends on it.

#[cfg(feature = "cloud")]
mod ask;
#[cfg(not(feature = "cloud"))]
#[path = "without_ask.rs"]
mod ask;
mod finding;
mod gather;
mod rules;

pub use ask::Asker;
pub use finding::{finding, findings};
pub use gather::of;
pub use rules::RULES;

use crate::diagnostic::Place;

/// A web address that readers are sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it stands.
    pub place: Place,
    /// The address.
    pub url: String,
    /// A copy of it in a web archive, where the same record has one.
    pub archived: Option<String>,
    /// Whether it is the address of a document, which can be kept without being a link.
    pub is_document: bool,
}

/// What an address answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// There is something.
    Good,
    /// There is something, for good at another address.
    Moved(String),
    /// There is nothing; in words that follow the address.
    Broken(String),
    /// Nobody answers; why.
    Silent(String),
    /// It is not said to programs whether there is something; in words that follow the address.
    Unclear(String),
}

/// Why nothing is asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotAsked(pub String);
