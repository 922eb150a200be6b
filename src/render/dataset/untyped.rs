//! Tables with typed columns, in a program that was built without them: there is none.

use crate::site::Table;
use crate::view::{ClaimRecord, Dataset};

/// A file that nobody can begin.
pub struct TypedFile(Never);

enum Never {}

/// Rows that no file takes up.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedRows;

impl TypedRows {
    /// None.
    pub fn of(_: Table, _: &ClaimRecord) -> Self {
        Self
    }
}

impl TypedFile {
    /// None, whatever it is.
    pub fn begin(_: &Dataset) -> Option<Self> {
        None
    }

    /// The tables that it takes up.
    pub fn tables(&self) -> &[Table] {
        match self.0 {}
    }

    /// Takes up rows.
    pub fn add(&mut self, _: &[TypedRows]) {
        match self.0 {}
    }

    /// Its bytes.
    pub fn finish(self) -> Vec<u8> {
        match self.0 {}
    }
}
