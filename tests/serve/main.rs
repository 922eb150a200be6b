//! The preview as a browser meets it: a real server, real connections, real files.

#![cfg(feature = "serve")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod answers;
mod changes;
#[cfg(unix)]
mod command;
mod ending;
mod load;
mod site;
#[path = "../support/mod.rs"]
mod support;
