//! A folder of an object store.

use super::{At, Patience, Place, Way};
use crate::faults::process::Environment;
use crate::faults::reader::Files;
use crate::faults::record;
use crate::objects::{azurite_endpoint, objects, of_azurite, of_moto};
use crate::servers::Moto;
use crate::servers::azurite::{ACCOUNT, Azurite, KEY};

pub enum Bucket {
    S3(Moto),
    /// The same with `keep`.
    KeepingS3(Moto),
    Azure(Azurite),
}

impl Bucket {
    /// None where there is no server.
    pub fn s3() -> Option<Bucket> {
        Moto::start().map(Bucket::S3)
    }

    /// None where there is no server.
    pub fn keeping_s3() -> Option<Bucket> {
        Moto::start().map(Bucket::KeepingS3)
    }

    /// None where there is no server.
    pub fn azure() -> Option<Bucket> {
        Azurite::start().map(Bucket::Azure)
    }
}

impl Place for Bucket {
    fn name(&self) -> &'static str {
        match self {
            Bucket::S3(_) => "S3 (moto)",
            Bucket::KeepingS3(_) => "S3 that keeps releases (moto)",
            Bucket::Azure(_) => "Azure (Azurite)",
        }
    }

    fn way(&self) -> Way {
        Way::Http
    }

    fn target(&self, at: &At, _port: u16) -> String {
        let of_s3 = |more| format!("{{ kind: s3, bucket: site, region: us-east-1, path: {}{more} }}", at.name);
        match self {
            Bucket::S3(_) => of_s3(""),
            Bucket::KeepingS3(_) => of_s3(", keep: 2"),
            Bucket::Azure(_) => format!("{{ kind: azure, bucket: site, account: {ACCOUNT}, path: {} }}", at.name),
        }
    }

    fn port(&self) -> Option<u16> {
        Some(match self {
            Bucket::S3(moto) | Bucket::KeepingS3(moto) => moto.server.port,
            Bucket::Azure(azurite) => azurite.server.port,
        })
    }

    fn environment(&self, port: u16, patience: Patience) -> Environment {
        let (prefix, own) = match self {
            Bucket::S3(_) | Bucket::KeepingS3(_) => (
                "AWS",
                vec![
                    ("ENDPOINT", format!("http://127.0.0.1:{port}")),
                    ("ACCESS_KEY_ID", "somebody".into()),
                    ("SECRET_ACCESS_KEY", "secret".into()),
                ],
            ),
            Bucket::Azure(_) => {
                ("AZURE", vec![("STORAGE_ENDPOINT", azurite_endpoint(port)), ("STORAGE_ACCOUNT_KEY", KEY.into())])
            }
        };
        let timeout = if patience == Patience::Short { "2s" } else { "30s" };
        let common = [("ALLOW_HTTP", "true".to_owned()), ("TIMEOUT", timeout.to_owned())];
        own.into_iter().chain(common).map(|(name, value)| (format!("{prefix}_{name}"), value)).collect()
    }

    fn files(&self, at: &At) -> Files {
        match self {
            Bucket::S3(moto) | Bucket::KeepingS3(moto) => objects(&of_moto(moto), &at.name),
            Bucket::Azure(azurite) => objects(&of_azurite(azurite), &at.name),
        }
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

    fn lost(&self, now: &Files, old: &Files) -> Option<String> {
        match self {
            Bucket::KeepingS3(_) => record::lost_aside(now, old),
            Bucket::S3(_) | Bucket::Azure(_) => None,
        }
    }
}
