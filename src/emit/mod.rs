//! From bytes to a directory, so that nothing is ever half-written.
//!
//! A build opens an [`Output`], puts every file of the site into it, and commits. Until the commit the old site
//! is untouched: what differs waits in `OUT/.recoupe-stage/`, and dropping the output throws it away. The commit
//! writes a journal, moves the files into place in their [`Order`], removes what is gone and deletes the journal.
//!
//! - Killed before the journal, nothing has changed; killed after it, the next [`Output::open`] or [`complete`]
//!   finishes the work. Every file is whole at all times, for a move within one file system is one step.
//! - A file whose bytes are already there is not touched, and keeps its modification time. If no file differs,
//!   nothing at all is written.
//! - A new output directory is filled beside its place, as `.NAME.recoupe-new`, and renamed into it as one.
//! - Only files named in the manifest of an earlier build are ever removed, and no symbolic link is followed.
//!
//! The journal is flushed to the disk (`fsync`), the files are not: it would cost more than the whole build. After
//! a power cut, completion leaves out staged files whose SHA-256 does not match the journal, and the next build
//! mends the rest, because it compares bytes; but for files that it is told to leave ([`Output::leave`]), of which it
//! looks at nothing.

mod change;
mod digest;
mod disk;
mod error;
mod files;
mod incoming;
#[cfg(test)]
mod interruptions;
mod journal;
mod lock;
mod manifest;
mod open;
mod output;
mod path;
mod way;

pub use change::{Change, Order, Summary};
pub use digest::Sha256Sum;
pub(crate) use disk::{Disk, is_absent};
pub use error::EmitError;
pub(crate) use error::failed;
pub use incoming::Incoming;
pub(crate) use lock::Lock;
pub use manifest::{MANIFEST, Manifest, Sum};
pub use open::{Completion, complete};
pub use output::Output;
pub use path::{OutPath, OutPathError};
