//! One writer at a time.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::EmitError;
use super::disk::is_absent;
use super::error::failed;

/// Holds a directory against other processes as long as it lives.
///
/// The lock is the system's and ends with the process. Where directories cannot be locked (outside Unix, on some
/// network drives), nothing is held.
#[derive(Debug)]
pub(crate) struct Lock(Option<File>);

impl Lock {
    /// Takes the lock; `None` if there is no such directory.
    pub(crate) fn take(dir: &Path) -> Result<Option<Lock>, EmitError> {
        let handle = match File::open(dir) {
            Ok(handle) => handle,
            Err(error) if is_absent(&error) => return Ok(None),
            Err(_) if !cfg!(unix) && dir.exists() => return Ok(Some(Lock(None))),
            Err(error) => return Err(failed("open", dir)(error)),
        };
        match handle.try_lock() {
            Ok(()) => Ok(Some(Lock(Some(handle)))),
            Err(TryLockError::WouldBlock) => Err(EmitError::Busy(dir.to_owned())),
            Err(TryLockError::Error(_)) => Ok(Some(Lock(None))),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing is not enough: a child process that another thread is starting holds the file for a moment, too.
        if let Some(handle) = &self.0 {
            // It cannot fail for a lock that is held, and the end of the process ends it in any case.
            let _ = handle.unlock();
        }
    }
}
