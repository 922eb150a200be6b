//! A container of Azure Blob Storage.

use std::collections::BTreeMap;

use object_store::Attribute;
use recoupe::publish::{Bucket, BucketKind, PublishError, Target};

use crate::bucket::{Listed, attribute};
use crate::desk::Desk;
use crate::host::Host;
use crate::objects::{azurite_endpoint, of_azurite};
use crate::servers::azurite::{ACCOUNT, Azurite, KEY};
use crate::suite::suite;

impl Host for Azurite {
    fn place(&self, name: &str, port: u16) -> Target {
        place(name, port, KEY)
    }

    fn port(&self) -> u16 {
        self.server.port
    }

    fn files(&self, name: &str) -> BTreeMap<String, String> {
        Listed(&of_azurite(self)).files(name)
    }

    fn write(&self, name: &str, path: &str, text: &str) {
        Listed(&of_azurite(self)).write(name, path, text);
    }
}

fn place(name: &str, port: u16, key: &str) -> Target {
    let settings = [
        ("AZURE_STORAGE_ENDPOINT", azurite_endpoint(port)),
        ("AZURE_ALLOW_HTTP", "true".into()),
        ("AZURE_STORAGE_ACCOUNT_NAME", ACCOUNT.into()),
        ("AZURE_STORAGE_ACCOUNT_KEY", key.into()),
    ];
    let settings = settings.map(|(key, value)| (key.to_owned(), value)).to_vec();
    Target::Bucket(Bucket { kind: BucketKind::Azure, bucket: "site".into(), folder: name.into(), settings, keep: None })
}

suite!(Azurite::start());
suite!(Azurite::start(), a_change_of_headers_alone_is_sent);

#[test]
fn files_have_their_headers() {
    let Some(azurite) = Azurite::start() else { return };
    Desk::new().publish(&azurite.direct("www")).unwrap();
    let header = |name| attribute(&of_azurite(&azurite), "www/static/a.css", &name);
    assert_eq!(header(Attribute::ContentType).as_deref(), Some("text/css; charset=utf-8"));
    assert_eq!(header(Attribute::CacheControl).as_deref(), Some("public, max-age=0, must-revalidate"));
}

#[test]
fn a_key_that_is_refused_is_named_with_a_way_out() {
    let Some(azurite) = Azurite::start() else { return };
    let wrong = KEY.replace("Eby8", "AAAA");
    let error = Desk::new().publish(&place("www", azurite.port(), &wrong)).unwrap_err();
    assert!(matches!(error, PublishError::Denied { .. }), "{error}");
    assert!(error.help().unwrap().contains("AZURE_STORAGE_ACCOUNT_KEY"));
    assert!(!format!("{error} {error:?}").contains(&wrong));
}
