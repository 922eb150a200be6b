//! Asking, in a program that was built without a client of the web: says so.

use std::collections::BTreeSet;

use super::{Answer, NotAsked};

/// Nobody: there is none without the feature `cloud`.
#[derive(Clone, Debug)]
pub enum Asker {}

impl Asker {
    /// Says what this program lacks.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn new() -> Result<Self, NotAsked> {
        Err(NotAsked(
            "this recoupe was built without a client of the web, so it cannot ask links\nhelp: build it with the \
             feature `cloud`: `cargo install --path . --features cloud`"
                .to_owned(),
        ))
    }

    /// Never called: there is nobody to ask.
    ///
    /// # Errors
    ///
    /// None.
    pub fn ask(&self, _site: &str, _urls: &BTreeSet<&str>, _told: &dyn Fn(&str, Answer)) -> Result<(), NotAsked> {
        match *self {}
    }
}
