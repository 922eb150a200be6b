//! Object stores: S3 and what speaks its language, Google Cloud Storage, Azure Blob Storage.

mod copies;

use std::sync::Arc;
use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _};
use object_store::aws::AmazonS3Builder;
use object_store::azure::MicrosoftAzureBuilder;
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::path::Path;
use object_store::{
    Attribute, Attributes, BackoffConfig, Error, ObjectStore, ObjectStoreExt as _, PutMode, PutOptions, RetryConfig,
    UpdateVersion,
};
use tokio::runtime::Runtime;

use crate::emit::{OutPath, Sum};
use crate::publish::{Bucket, BucketKind, PublishError};

use super::headers::Headers;
use super::network::{runtime, words};
use super::store::{Condition, Copies, Object, Put, Store, Version};

/// How many requests are under way at the same time; each holds one file in memory.
const REQUESTS: usize = 16;

/// A folder of a bucket.
pub(in crate::publish) struct Cloud {
    store: Arc<dyn ObjectStore>,
    runtime: Runtime,
    place: String,
    folder: String,
    target: Bucket,
}

impl Cloud {
    pub(in crate::publish) fn new(target: &Bucket) -> Result<Cloud, PublishError> {
        let runtime = runtime();
        let folder = target.folder.trim_matches('/').to_owned();
        let place = format!("{}/{folder}", target.bucket).trim_end_matches('/').to_owned();
        let failed = |words: String| PublishError::Remote { place: place.clone(), doing: "connect", words };
        let store = connect(target).map_err(|error| failed(target.redacted(&words(&error))))?;
        let runtime = runtime.map_err(|error| failed(error.to_string()))?;
        Ok(Cloud { store, runtime, place, folder, target: target.clone() })
    }

    /// All of a store that is there already.
    #[cfg(test)]
    pub(super) fn over(store: Arc<dyn ObjectStore>, kind: BucketKind) -> Cloud {
        let (folder, settings) = (String::new(), Vec::new());
        let target = Bucket { kind, bucket: "www".to_owned(), folder: folder.clone(), settings, keep: None };
        Cloud { store, runtime: runtime().unwrap(), place: "www".to_owned(), folder, target }
    }

    fn at(&self, path: &OutPath) -> Result<Path, PublishError> {
        let key = if self.folder.is_empty() { path.to_string() } else { format!("{}/{path}", self.folder) };
        Path::parse(key).map_err(|error| self.failure("name a file", &error.into()))
    }

    fn failure(&self, doing: &'static str, error: &Error) -> PublishError {
        let (place, words) = (self.place.clone(), self.target.redacted(&words(error)));
        match error {
            Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => {
                PublishError::Denied { place, words, secrets: self.target.kind.secrets() }
            }
            _ => PublishError::Remote { place, doing, words },
        }
    }

    async fn put(&self, put: &Put<'_>) -> Result<(), PublishError> {
        let options = PutOptions { attributes: attributes(put.headers), ..PutOptions::default() };
        let sent = self.store.put_opts(&self.at(put.path)?, put.bytes()?.into(), options).await;
        sent.map(drop).map_err(|error| self.failure("send", &error))
    }
}

impl Store for Cloud {
    fn place(&self) -> &str {
        &self.place
    }

    fn keeps_headers(&self) -> bool {
        true
    }

    fn get(&self, path: &OutPath) -> Result<Option<Object>, PublishError> {
        let at = self.at(path)?;
        self.runtime.block_on(async {
            let found = match self.store.get(&at).await {
                Ok(found) => found,
                Err(Error::NotFound { .. }) => return Ok(None),
                Err(error) => return Err(self.failure("read", &error)),
            };
            let version = Version { e_tag: found.meta.e_tag.clone(), version: found.meta.version.clone() };
            let bytes = found.bytes().await.map_err(|error| self.failure("read", &error))?;
            Ok(Some(Object { bytes: bytes.to_vec(), version: Some(version) }))
        })
    }

    fn put_all(&self, files: &[Put<'_>]) -> Result<(), PublishError> {
        let puts = futures_util::stream::iter(files).map(|put| self.put(put));
        self.runtime.block_on(puts.buffer_unordered(REQUESTS).try_collect())
    }

    fn put_if(&self, path: &OutPath, bytes: &[u8], condition: Condition<'_>) -> Result<Option<Object>, PublishError> {
        let mode = match condition {
            Condition::Absent => PutMode::Create,
            Condition::Is(object) => {
                let version = object.version.clone();
                let (e_tag, version) = version.map_or((None, None), |version| (version.e_tag, version.version));
                PutMode::Update(UpdateVersion { e_tag, version })
            }
        };
        let attributes = attributes(Headers::of(path, &Sum::of(bytes)));
        let options = PutOptions { mode, attributes, ..PutOptions::default() };
        let at = self.at(path)?;
        match self.runtime.block_on(self.store.put_opts(&at, bytes.to_vec().into(), options)) {
            Ok(sent) => {
                let version = Version { e_tag: sent.e_tag, version: sent.version };
                Ok(Some(Object { bytes: bytes.to_owned(), version: Some(version) }))
            }
            Err(Error::AlreadyExists { .. } | Error::Precondition { .. }) => Ok(None),
            Err(error) => Err(self.failure("send", &error)),
        }
    }

    fn delete_all(&self, paths: &[&OutPath]) -> Result<(), PublishError> {
        let paths = paths.iter().map(|path| self.at(path)).collect::<Result<Vec<_>, _>>()?;
        let paths = futures_util::stream::iter(paths.into_iter().map(Ok)).boxed();
        let mut ends = self.store.delete_stream(paths);
        self.runtime.block_on(async {
            while let Some(end) = ends.next().await {
                match end {
                    Ok(_) | Err(Error::NotFound { .. }) => (),
                    Err(error) => return Err(self.failure("remove", &error)),
                }
            }
            Ok(())
        })
    }

    fn copies(&self) -> Option<&dyn Copies> {
        Some(self)
    }
}

fn connect(target: &Bucket) -> Result<Arc<dyn ObjectStore>, Error> {
    let backoff =
        BackoffConfig { init_backoff: Duration::from_millis(200), max_backoff: Duration::from_secs(5), base: 2.0 };
    let retry = RetryConfig { backoff, max_retries: 5, retry_timeout: Duration::from_secs(60) };
    let settings = target.settings.iter().map(|(key, value)| (key.to_ascii_lowercase(), value));
    // The environment holds more than settings of this one library: what it does not know is none of its business.
    macro_rules! build {
        ($builder:expr) => {{
            let builder = settings.fold($builder, |builder, (key, value)| match key.parse() {
                Ok(key) => builder.with_config(key, value),
                Err(_) => builder,
            });
            Arc::new(builder.with_retry(retry).build()?)
        }};
    }
    Ok(match target.kind {
        BucketKind::S3 => build!(AmazonS3Builder::new().with_bucket_name(&target.bucket)),
        BucketKind::Google => build!(GoogleCloudStorageBuilder::new().with_bucket_name(&target.bucket)),
        BucketKind::Azure => build!(MicrosoftAzureBuilder::new().with_container_name(&target.bucket)),
    })
}

fn attributes(headers: Headers) -> Attributes {
    let mut attributes = Attributes::new();
    attributes.insert(Attribute::ContentType, headers.content_type.into());
    attributes.insert(Attribute::CacheControl, headers.cache_control.into());
    attributes
}
