//! What a site is made of, while it is being put together.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Change, EmitError, Order, OutPath, Sum};

/// A file of the site.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    pub sum: Sum,
    pub order: Order,
    pub change: Change,
}

/// The files so far. One address is one file, and no file is where another needs a directory.
#[derive(Debug, Default)]
pub(super) struct Files {
    files: FxHashMap<OutPath, Kept>,
    directories: FxHashSet<Box<str>>,
}

impl Files {
    pub(super) fn insert(&mut self, path: &OutPath, kept: Kept) -> Result<(), EmitError> {
        if self.directories.contains(path.as_str()) {
            let below = format!("{path}/");
            let inside = self.files.keys().filter(|inside| inside.as_str().starts_with(&below)).min();
            let inside = inside.expect("a directory holds the file that it was made for").clone();
            return Err(EmitError::Nested { file: path.clone(), inside });
        }
        // Innermost first: above a directory that is known, all are.
        let known = |directory: &&str| self.directories.contains(*directory);
        let new: Vec<&str> = path.directories().rev().take_while(|directory| !known(directory)).collect();
        if let Some((file, _)) = new.iter().find_map(|directory| self.files.get_key_value(*directory)) {
            return Err(EmitError::Nested { file: file.clone(), inside: path.clone() });
        }
        self.directories.extend(new.into_iter().map(Box::from));
        match self.files.insert(path.clone(), kept) {
            None => Ok(()),
            Some(_) => Err(EmitError::Twice(path.clone())),
        }
    }

    pub(super) fn get(&self, path: &OutPath) -> Option<&Kept> {
        self.files.get(path)
    }

    /// The files, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&OutPath, &Kept)> {
        self.files.iter()
    }
}
