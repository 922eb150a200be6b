//! What a place of files must be able to do.

use std::path::PathBuf;

use crate::emit::{OutPath, Sum};
use crate::publish::built::Built;
use crate::publish::{Notice, PublishError};

use super::headers::Headers;

/// What follows the name of a file until it is whole, where a store replaces files by giving them a name.
pub(super) const PART: &str = ".recoupe-part";

/// A place that holds files by path and is never listed.
///
/// Every file is whole at all times: a reader gets the old bytes or the new.
pub(in crate::publish) trait Store {
    /// What people call it, without any password.
    fn place(&self) -> &str;

    /// Whether it keeps headers with its files.
    fn keeps_headers(&self) -> bool;

    /// What whoever publishes should know of it, as far as has been found out by now.
    fn notice(&self) -> Option<Notice> {
        None
    }

    /// The file at `path`, if there is one.
    fn get(&self, path: &OutPath) -> Result<Option<Object>, PublishError>;

    /// Sends files, several at a time and in any order.
    fn put_all(&self, files: &[Put<'_>]) -> Result<(), PublishError>;

    /// Sends one file if what is there meets the condition; none if it does not.
    fn put_if(&self, path: &OutPath, bytes: &[u8], condition: Condition<'_>) -> Result<Option<Object>, PublishError>;

    /// Removes files; one that is not there is removed already.
    fn delete_all(&self, paths: &[&OutPath]) -> Result<(), PublishError>;

    /// The same place as one that copies its files, if it can keep releases that way.
    fn copies(&self) -> Option<&dyn Copies> {
        None
    }
}

/// A place that copies its files.
pub(in crate::publish) trait Copies {
    /// Copies files, several at a time and in any order. What is missing is left out, and so is what is not as it should
    /// be, if that is seen on the way; returned is where those should have gone.
    fn copy_all(&self, copies: &[Copy]) -> Result<Vec<OutPath>, PublishError>;

    /// The first of these files that is missing or has other bytes; all are read.
    #[cfg_attr(not(feature = "cloud"), expect(dead_code, reason = "only object stores copy"))]
    fn first_wrong(&self, files: &[(OutPath, Sum)]) -> Result<Option<usize>, PublishError>;
}

/// A file to copy.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "cloud"), expect(dead_code, reason = "only object stores copy"))]
pub(in crate::publish) struct Copy {
    pub(super) from: OutPath,
    pub(super) to: OutPath,
    pub(super) sum: Sum,
    /// The headers for the copy, unless they are those that the file has.
    pub(super) headers: Option<Headers>,
}

/// A file as it was read.
#[derive(Clone, Debug)]
pub(in crate::publish) struct Object {
    pub(super) bytes: Vec<u8>,
    /// What the store calls this version, where it has a name for it.
    #[cfg_attr(not(feature = "cloud"), expect(dead_code, reason = "only object stores have names for versions"))]
    pub(super) version: Option<Version>,
}

/// A version of a file, in the words of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::publish) struct Version {
    pub(super) e_tag: Option<String>,
    pub(super) version: Option<String>,
}

/// What must be at a path before another file takes its place.
#[derive(Clone, Copy, Debug)]
pub(in crate::publish) enum Condition<'a> {
    /// Nothing.
    Absent,
    /// This.
    Is(&'a Object),
}

/// A file to send.
pub(in crate::publish) struct Put<'a> {
    pub(super) path: &'a OutPath,
    #[cfg_attr(not(feature = "cloud"), expect(dead_code, reason = "only object stores keep headers"))]
    pub(super) headers: Headers,
    pub(super) sum: &'a Sum,
    pub(super) built: &'a Built,
}

impl Put<'_> {
    /// Its bytes, which are those that were built.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, PublishError> {
        self.built.read(self.path.as_str(), self.sum)
    }

    /// Where it is, after a look at its bytes.
    pub(super) fn file(&self) -> Result<PathBuf, PublishError> {
        self.bytes()?;
        let file = self.built.file(self.path.as_str());
        std::path::absolute(&file).map_err(|_| PublishError::Altered(file))
    }
}
