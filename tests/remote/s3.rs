//! A bucket of a store that speaks the language of S3.

use std::collections::BTreeMap;

use object_store::Attribute;
use recoupe::publish::{Bucket, BucketKind, PublishError, Target};

use crate::bucket::{Listed, attribute};
use crate::desk::Desk;
use crate::host::Host;
use crate::objects::of_moto;
use crate::servers::Moto;
use crate::suite::suite;

const SECRET: &str = "the-secret-of-the-desk";

impl Host for Moto {
    fn place(&self, name: &str, port: u16) -> Target {
        let settings = [
            ("AWS_ENDPOINT", format!("http://127.0.0.1:{port}")),
            ("AWS_REGION", "us-east-1".into()),
            ("AWS_ALLOW_HTTP", "true".into()),
            ("AWS_ACCESS_KEY_ID", "somebody".into()),
            ("AWS_SECRET_ACCESS_KEY", SECRET.into()),
        ];
        let settings = settings.map(|(key, value)| (key.to_owned(), value)).to_vec();
        Target::Bucket(Bucket {
            kind: BucketKind::S3,
            bucket: "site".into(),
            folder: name.into(),
            settings,
            keep: None,
        })
    }

    fn port(&self) -> u16 {
        self.server.port
    }

    fn files(&self, name: &str) -> BTreeMap<String, String> {
        Listed(&of_moto(self)).files(name)
    }

    fn write(&self, name: &str, path: &str, text: &str) {
        Listed(&of_moto(self)).write(name, path, text);
    }
}

suite!(Moto::start());
suite!(Moto::start(), a_change_of_headers_alone_is_sent);

#[test]
fn files_have_their_headers() {
    let Some(moto) = Moto::start() else { return };
    Desk::new().publish(&moto.direct("www")).unwrap();
    let header = |name| attribute(&of_moto(&moto), "www/static/a.css", &name);
    assert_eq!(header(Attribute::ContentType).as_deref(), Some("text/css; charset=utf-8"));
    assert_eq!(header(Attribute::CacheControl).as_deref(), Some("public, max-age=0, must-revalidate"));
}

#[test]
fn secrets_are_in_no_message() {
    let Some(moto) = Moto::start() else { return };
    let Target::Bucket(mut target) = moto.direct("www") else { unreachable!() };
    target.bucket = "of-somebody-else".into();
    let error = Desk::new().publish(&Target::Bucket(target.clone())).unwrap_err();
    let words = format!("{error} {error:?} {target:?}");
    assert!(words.contains("of-somebody-else") && !words.contains(SECRET), "{words}");
}

#[test]
fn a_key_that_is_refused_is_named_with_a_way_out() {
    let Some(moto) = Moto::closed() else { return };
    let error = Desk::new().publish(&moto.direct("www")).unwrap_err();
    assert!(matches!(error, PublishError::Denied { .. }), "{error}");
    assert!(error.help().unwrap().contains("AWS_SECRET_ACCESS_KEY"));
    assert!(!format!("{error} {error:?}").contains(SECRET));
}
