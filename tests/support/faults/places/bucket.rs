//! A folder of a store that speaks the language of S3.

use futures_util::TryStreamExt as _;
use object_store::aws::AmazonS3Builder;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt as _};

use super::{At, Patience, Place, Way};
use crate::faults::process::Environment;
use crate::faults::reader::Files;
use crate::faults::record;
use crate::servers::Moto;

pub struct Bucket {
    moto: Moto,
}

impl Bucket {
    /// None where there is no server.
    pub fn start() -> Option<Bucket> {
        // Whoever chose another in this process did as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Moto::start().map(|moto| Bucket { moto })
    }
}

impl Place for Bucket {
    fn name(&self) -> &'static str {
        "S3"
    }

    fn way(&self) -> Way {
        Way::Http
    }

    fn target(&self, at: &At) -> String {
        format!("{{ kind: s3, bucket: site, region: us-east-1, path: {} }}", at.name)
    }

    fn port(&self) -> Option<u16> {
        Some(self.moto.server.port)
    }

    fn environment(&self, port: u16, patience: Patience) -> Environment {
        let settings = [
            ("AWS_ENDPOINT", format!("http://127.0.0.1:{port}")),
            ("AWS_ALLOW_HTTP", "true".into()),
            ("AWS_ACCESS_KEY_ID", "somebody".into()),
            ("AWS_SECRET_ACCESS_KEY", "secret".into()),
            ("AWS_TIMEOUT", if patience == Patience::Short { "2s" } else { "30s" }.into()),
        ];
        settings.map(|(key, value)| (key.to_owned(), value)).into()
    }

    fn files(&self, at: &At) -> Files {
        let store = AmazonS3Builder::new()
            .with_endpoint(format!("http://127.0.0.1:{}", self.moto.server.port))
            .with_allow_http(true)
            .with_region("us-east-1")
            .with_access_key_id("somebody")
            .with_secret_access_key("secret")
            .with_bucket_name("site")
            .build()
            .unwrap();
        objects(&store, &at.name)
    }

    fn is_aside(&self, path: &str) -> bool {
        record::is_own(path)
    }

    fn stays(&self, path: &str, now: &Files, old: &Files) -> bool {
        record::stays(path, now, old)
    }

    fn left_over(&self, _at: &At, now: &Files) -> Option<String> {
        record::left_over(now)
    }
}

/// All objects of a folder.
pub fn objects(store: &dyn ObjectStore, folder: &str) -> Files {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let listed: Vec<_> = store.list(Some(&Path::from(folder))).try_collect().await.unwrap();
        let mut files = Files::new();
        for file in listed {
            let bytes = store.get(&file.location).await.unwrap().bytes().await.unwrap();
            let path = file.location.as_ref().strip_prefix(&format!("{folder}/")).unwrap().to_owned();
            files.insert(path, bytes.to_vec());
        }
        files
    })
}
