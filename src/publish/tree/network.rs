//! What stores on the network share.

use std::error::Error;
use std::io;

use tokio::runtime::{Builder, Runtime};

/// Runs requests; encryption is ready afterwards.
pub(super) fn runtime() -> io::Result<Runtime> {
    // Somebody else in this process may have chosen one already, which does as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Builder::new_multi_thread().worker_threads(2).enable_all().build()
}

/// An error with its causes, which hold what the server said.
pub(super) fn words(error: &dyn Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let more = error.to_string();
        if !words.contains(&more) {
            words = format!("{words}: {more}");
        }
        cause = error.source();
    }
    words
}
