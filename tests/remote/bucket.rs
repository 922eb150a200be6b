//! What is in a bucket, read by the library that also sends it, but past recoupe.

use std::collections::BTreeMap;

use futures_util::TryStreamExt as _;
use object_store::path::Path;
use object_store::{Attribute, ObjectStore, ObjectStoreExt as _};

use crate::desk::text;

/// A bucket that may be listed.
pub struct Listed<'a>(pub &'a dyn ObjectStore);

impl Listed<'_> {
    pub fn files(&self, folder: &str) -> BTreeMap<String, String> {
        wait(async {
            let listed: Vec<_> = self.0.list(Some(&Path::from(folder))).try_collect().await.unwrap();
            let mut files = BTreeMap::new();
            for file in listed {
                let bytes = self.0.get(&file.location).await.unwrap().bytes().await.unwrap();
                let path = file.location.as_ref().strip_prefix(&format!("{folder}/")).unwrap().to_owned();
                files.insert(path, text(bytes.to_vec()));
            }
            files
        })
    }

    pub fn write(&self, folder: &str, path: &str, text: &str) {
        let (at, text) = (Path::from(format!("{folder}/{path}")), text.to_owned());
        wait(self.0.put(&at, text.into())).unwrap();
    }
}

/// The library chooses no encryption of its own, and wants one even where none is used.
pub fn choose_encryption() {
    // The program in this process may have chosen already.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// A header that a file is kept with.
pub fn attribute(store: &dyn ObjectStore, path: &str, name: &Attribute) -> Option<String> {
    let file = wait(store.get(&Path::from(path))).unwrap();
    file.attributes.get(name).map(|value| value.as_ref().to_owned())
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}
