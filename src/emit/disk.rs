//! Every change of the file system, so that the tests can stop it at any one.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use walkdir::WalkDir;

use super::EmitError;
use super::error::failed;

/// The way to the file system; each method is one step or fails as a whole, but for [`Disk::remove_tree`].
#[derive(Debug, Default)]
pub(crate) struct Disk {
    #[cfg(test)]
    pub(crate) fuse: tests::Fuse,
}

impl Disk {
    /// Writes a file that nobody reads yet.
    pub(crate) fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), EmitError> {
        self.torn(path, bytes)?;
        fs::write(path, bytes).map_err(failed("write", path))
    }

    /// Begins a file that nobody reads yet.
    pub(crate) fn begin(&self, path: &Path) -> Result<File, EmitError> {
        self.step("write", path)?;
        File::create(path).map_err(failed("write", path))
    }

    /// Adds to a file that nobody reads yet.
    pub(crate) fn append(&self, file: &mut File, path: &Path, bytes: &[u8]) -> Result<(), EmitError> {
        self.step("write", path)?;
        file.write_all(bytes).map_err(failed("write", path))
    }

    /// Writes a file and waits until the disk has it.
    pub(crate) fn write_durably(&self, path: &Path, bytes: &[u8]) -> Result<(), EmitError> {
        self.torn(path, bytes)?;
        File::create(path)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
            .map_err(failed("write", path))
    }

    /// Makes a directory in one that is there, if it is not there yet.
    pub(crate) fn create_dir(&self, path: &Path) -> Result<(), EmitError> {
        self.step("create", path)?;
        match fs::create_dir(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made.map_err(failed("create", path)),
        }
    }

    /// Puts a file or directory in its place, replacing a file that is there.
    pub(crate) fn rename(&self, from: &Path, to: &Path) -> Result<(), EmitError> {
        self.step("write", to)?;
        fs::rename(from, to).map_err(failed("write", to))
    }

    /// Gives a file a second name.
    pub(crate) fn hard_link(&self, from: &Path, to: &Path) -> Result<(), EmitError> {
        self.step("link", to)?;
        fs::hard_link(from, to).map_err(failed("link", to))
    }

    /// Makes a symbolic link to a directory; `target` is read from the directory that holds the link.
    pub(crate) fn link_dir(&self, target: &Path, link: &Path) -> Result<(), EmitError> {
        self.step("link", link)?;
        #[cfg(unix)]
        let made = std::os::unix::fs::symlink(target, link);
        #[cfg(windows)]
        let made = std::os::windows::fs::symlink_dir(target, link);
        made.map_err(failed("link", link))
    }

    /// Removes a file; it is no error if there is none.
    pub(crate) fn remove_file(&self, path: &Path) -> Result<(), EmitError> {
        self.step("remove", path)?;
        match fs::remove_file(path) {
            Err(error) if is_absent(&error) => Ok(()),
            removed => removed.map_err(failed("remove", path)),
        }
    }

    /// Removes a directory if nothing is left in it, and says whether it is gone.
    pub(crate) fn remove_empty_dir(&self, path: &Path) -> Result<bool, EmitError> {
        self.step("remove", path)?;
        // Whatever the reason, a directory that cannot be removed is left where it is.
        Ok(fs::remove_dir(path).is_ok())
    }

    /// Removes a directory and all it holds, link by link; it is no error if there is none.
    pub(crate) fn remove_tree(&self, path: &Path) -> Result<(), EmitError> {
        for entry in WalkDir::new(path).contents_first(true) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if error.io_error().is_some_and(is_absent) => continue,
                Err(error) => return Err(failed("remove", path)(error.into())),
            };
            self.step("remove", entry.path())?;
            let removed = match entry.file_type().is_dir() {
                true => fs::remove_dir(entry.path()),
                false => fs::remove_file(entry.path()),
            };
            removed.map_err(failed("remove", entry.path()))?;
        }
        Ok(())
    }

    /// Waits until the disk has the names in a directory.
    pub(crate) fn sync_dir(&self, path: &Path) -> Result<(), EmitError> {
        self.step("flush", path)?;
        // Only Unix opens a directory as a file.
        if cfg!(unix) {
            File::open(path).and_then(|dir| dir.sync_all()).map_err(failed("flush", path))?;
        }
        Ok(())
    }

    #[cfg(not(test))]
    fn step(&self, _doing: &'static str, _path: &Path) -> Result<(), EmitError> {
        Ok(())
    }

    #[cfg(not(test))]
    fn torn(&self, _path: &Path, _bytes: &[u8]) -> Result<(), EmitError> {
        Ok(())
    }
}

/// Whether the answer means that nothing is there: no such name, or a file where a directory would be.
pub(crate) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Lets a number of steps pass and none after them, as if the process had been killed.
    #[derive(Debug)]
    pub(crate) struct Fuse(AtomicUsize);

    impl Default for Fuse {
        fn default() -> Fuse {
            Fuse::after(usize::MAX)
        }
    }

    impl Fuse {
        pub(crate) fn after(steps: usize) -> Fuse {
            Fuse(AtomicUsize::new(steps))
        }

        fn burn(&self) -> bool {
            let spent = |left: usize| left.checked_sub(1);
            self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, spent).is_err()
        }
    }

    impl Disk {
        pub(crate) fn failing_after(steps: usize) -> Disk {
            Disk { fuse: Fuse::after(steps) }
        }

        pub(super) fn step(&self, doing: &'static str, path: &Path) -> Result<(), EmitError> {
            match self.fuse.burn() {
                true => Err(failed(doing, path)(io::Error::other("killed"))),
                false => Ok(()),
            }
        }

        /// A write that is cut off leaves half a file, unless the process was dead before it began.
        pub(super) fn torn(&self, path: &Path, bytes: &[u8]) -> Result<(), EmitError> {
            self.step("write", path)?;
            if self.fuse.burn() {
                fs::write(path, &bytes[..bytes.len() / 2]).map_err(failed("write", path))?;
                return Err(failed("write", path)(io::Error::other("killed")));
            }
            Ok(())
        }
    }
}
