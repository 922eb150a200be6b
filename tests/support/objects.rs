//! What is in a bucket, read by the library that also sends it, but past recoupe.

use std::collections::BTreeMap;

use futures_util::TryStreamExt as _;
use object_store::aws::AmazonS3Builder;
use object_store::azure::MicrosoftAzureBuilder;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt as _};

use crate::servers::Moto;
use crate::servers::azurite::{ACCOUNT, Azurite, KEY};

/// The bucket `site` of moto.
pub fn of_moto(moto: &Moto) -> impl ObjectStore + use<> {
    choose_encryption();
    AmazonS3Builder::new()
        .with_endpoint(format!("http://127.0.0.1:{}", moto.server.port))
        .with_allow_http(true)
        .with_region("us-east-1")
        .with_access_key_id("somebody")
        .with_secret_access_key("secret")
        .with_bucket_name("site")
        .build()
        .unwrap()
}

/// The container `site` of Azurite.
pub fn of_azurite(azurite: &Azurite) -> impl ObjectStore + use<> {
    choose_encryption();
    MicrosoftAzureBuilder::new()
        .with_endpoint(azurite_endpoint(azurite.server.port))
        .with_allow_http(true)
        .with_account(ACCOUNT)
        .with_access_key(KEY)
        .with_container_name("site")
        .build()
        .unwrap()
}

/// Azurite behind a port.
pub fn azurite_endpoint(port: u16) -> String {
    format!("http://127.0.0.1:{port}/{ACCOUNT}")
}

/// All objects of a folder.
pub fn objects(store: &dyn ObjectStore, folder: &str) -> BTreeMap<String, Vec<u8>> {
    wait(async {
        let listed: Vec<_> = store.list(Some(&Path::from(folder))).try_collect().await.unwrap();
        let mut files = BTreeMap::new();
        for file in listed {
            let bytes = store.get(&file.location).await.unwrap().bytes().await.unwrap();
            let path = file.location.as_ref().strip_prefix(&format!("{folder}/")).unwrap().to_owned();
            files.insert(path, bytes.to_vec());
        }
        files
    })
}

/// The library chooses no encryption of its own, and wants one even where none is used.
fn choose_encryption() {
    // The program in this process may have chosen already.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

pub fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}
