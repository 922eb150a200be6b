//! The headers that a file is served with, where a place keeps them.

use crate::emit::{OutPath, Sha256Sum, Sum};
use crate::site::serving;

/// The headers of one file: those of the rules that object stores know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::publish) struct Headers {
    pub(super) content_type: &'static str,
    pub(super) cache_control: &'static str,
}

impl Headers {
    pub(super) fn of(path: &OutPath, sum: &Sum) -> Headers {
        let cache_control = serving::cache_control(path.as_str(), &sum.sha256.to_string());
        Headers { content_type: path.media_type(), cache_control }
    }

    /// A short name for these headers: other headers have another.
    pub(super) fn digest(self) -> String {
        let mut digest = Sha256Sum::of(format!("{}\n{}", self.content_type, self.cache_control).as_bytes()).to_string();
        digest.truncate(16);
        digest
    }
}

/// Whether the name of a file tells its bytes.
pub(super) fn is_fingerprinted(path: &OutPath, sum: &Sum) -> bool {
    serving::tells_its_bytes(path.as_str(), &sum.sha256.to_string())
}
