//! What is in a bucket, as text.

use std::collections::BTreeMap;

use object_store::path::Path;
use object_store::{Attribute, ObjectStore, ObjectStoreExt as _};

use crate::desk::text;
use crate::objects::{objects, wait};

/// A bucket that may be listed.
pub struct Listed<'a>(pub &'a dyn ObjectStore);

impl Listed<'_> {
    pub fn files(&self, folder: &str) -> BTreeMap<String, String> {
        objects(self.0, folder).into_iter().map(|(path, bytes)| (path, text(bytes))).collect()
    }

    pub fn write(&self, folder: &str, path: &str, text: &str) {
        let (at, text) = (Path::from(format!("{folder}/{path}")), text.to_owned());
        wait(self.0.put(&at, text.into())).unwrap();
    }
}

/// A header that a file is kept with.
pub fn attribute(store: &dyn ObjectStore, path: &str, name: &Attribute) -> Option<String> {
    let file = wait(store.get(&Path::from(path))).unwrap();
    file.attributes.get(name).map(|value| value.as_ref().to_owned())
}
