//! A folder of an object store.

use std::fmt;
use std::num::NonZeroUsize;

/// A folder of a bucket or container.
#[derive(Clone, PartialEq, Eq)]
pub struct Bucket {
    /// Whose store it is.
    pub kind: BucketKind,
    /// The bucket, or the container.
    pub bucket: String,
    /// The folder in it; nothing for all of it.
    pub folder: String,
    /// Settings and secrets as `object_store` names them: `AWS_REGION`, `AZURE_STORAGE_ACCOUNT_NAME`.
    pub settings: Vec<(String, String)>,
    /// How many releases stay, with the one that is served; without it, none can be gone back to.
    pub keep: Option<NonZeroUsize>,
}

/// Whose language a store speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BucketKind {
    /// S3 and what is compatible with it: AWS, R2, MinIO, Garage.
    S3,
    /// Google Cloud Storage.
    Google,
    /// Azure Blob Storage.
    Azure,
}

#[cfg(feature = "cloud")]
impl BucketKind {
    /// Where secrets come from.
    pub(super) fn secrets(self) -> &'static str {
        match self {
            BucketKind::S3 => {
                "`AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` hold the key, unless the machine has a role of its own"
            }
            BucketKind::Google => "`GOOGLE_SERVICE_ACCOUNT` names the file of a key, unless `gcloud` has logged in",
            BucketKind::Azure => {
                "`AZURE_STORAGE_ACCOUNT_KEY` or `AZURE_STORAGE_SAS_TOKEN` holds the key, unless the machine has a role \
                 of its own"
            }
        }
    }
}

/// Settings that may be shown.
#[cfg(feature = "cloud")]
const PUBLIC: [&str; 6] = ["region", "endpoint", "account_name", "bucket", "url", "allow_http"];

impl Bucket {
    /// The text without any of the settings that may be secret.
    #[cfg(feature = "cloud")]
    pub(super) fn redacted(&self, text: &str) -> String {
        let is_secret = |key: &str| !PUBLIC.iter().any(|public| key.to_ascii_lowercase().contains(public));
        let secrets = self.settings.iter().filter(|(key, value)| is_secret(key) && value.len() >= 6);
        secrets.fold(text.to_owned(), |text, (_, secret)| text.replace(secret, "…"))
    }
}

impl fmt::Debug for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Bucket { kind, bucket, folder, settings, keep } = self;
        let names: Vec<&str> = settings.iter().map(|(key, _)| key.as_str()).collect();
        f.debug_struct("Bucket")
            .field("kind", kind)
            .field("bucket", bucket)
            .field("folder", folder)
            .field("settings", &names)
            .field("keep", keep)
            .finish()
    }
}
