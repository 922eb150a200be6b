//! A bucket of a store that speaks the language of S3.

use std::collections::BTreeMap;

use object_store::aws::AmazonS3Builder;
use object_store::path::Path;
use object_store::{Attribute, ObjectStore, ObjectStoreExt as _};
use recoupe::emit::MANIFEST;
use recoupe::publish::{Bucket, BucketKind, PublishError, State, Target};

use crate::desk::{Desk, files, told};
use crate::host::{Host, RECORD, a_cut_is_survived, build, is_exactly, second_release};
use crate::servers::{Moto, Proxy};

impl Host for Moto {
    fn place(&self, name: &str, port: u16) -> Target {
        let settings = [
            ("AWS_ENDPOINT", format!("http://127.0.0.1:{port}")),
            ("AWS_REGION", "us-east-1".into()),
            ("AWS_ALLOW_HTTP", "true".into()),
            ("AWS_ACCESS_KEY_ID", "somebody".into()),
            ("AWS_SECRET_ACCESS_KEY", "the-secret-of-the-desk".into()),
        ];
        let settings = settings.map(|(key, value)| (key.to_owned(), value)).to_vec();
        Target::Bucket(Bucket { kind: BucketKind::S3, bucket: "site".into(), folder: name.into(), settings })
    }

    fn port(&self) -> u16 {
        self.server.port
    }

    fn files(&self, name: &str) -> BTreeMap<String, String> {
        use futures_util::TryStreamExt as _;
        wait(async {
            let (store, folder) = (client(self), Path::from(name));
            let listed: Vec<_> = store.list(Some(&folder)).try_collect().await.unwrap();
            let mut files = BTreeMap::new();
            for file in listed {
                let bytes = store.get(&file.location).await.unwrap().bytes().await.unwrap();
                let path = file.location.as_ref().strip_prefix(&format!("{name}/")).unwrap().to_owned();
                files.insert(path, String::from_utf8(bytes.to_vec()).unwrap());
            }
            files
        })
    }
}

fn client(moto: &Moto) -> impl ObjectStore {
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

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

#[test]
fn a_site_is_sent_with_its_headers_changed_and_left_alone() {
    let Some(moto) = Moto::start() else { return };
    let target = moto.direct("www");
    let desk = Desk::new();
    desk.publish(&target).unwrap();
    is_exactly(&moto.files("www"), &files(&desk.path("public")));
    let style = wait(async { client(&moto).get(&Path::from("www/static/a.css")).await.unwrap() });
    let header = |name| style.attributes.get(&name).map(|value| value.as_ref());
    assert_eq!(header(Attribute::ContentType), Some("text/css; charset=utf-8"));
    assert_eq!(header(Attribute::CacheControl), Some("public, max-age=0, must-revalidate"));
    assert_eq!(desk.publish(&target).unwrap().state, State::Unchanged);

    desk.build(&[("index.html", "home, again"), ("static/a.css", "style")]);
    let plan = desk.publish(&target).unwrap().plan;
    let expected = ["~ index.html", &format!("~ {MANIFEST}"), "- claims/a/index.html", "= static/a.css"];
    assert_eq!(told(&plan), expected);
    is_exactly(&moto.files("www"), &files(&desk.path("public")));
}

#[test]
fn a_change_of_headers_alone_is_sent() {
    let Some(moto) = Moto::start() else { return };
    let target = moto.direct("www");
    let desk = Desk::new();
    desk.publish(&target).unwrap();
    wait(async {
        let (store, at) = (client(&moto), Path::from(format!("www/{RECORD}")));
        let record = store.get(&at).await.unwrap().bytes().await.unwrap();
        let mut record: serde_json::Value = serde_json::from_slice(&record).unwrap();
        record["files"]["static/a.css"]["headers"] = "of an earlier recoupe".into();
        store.put(&at, record.to_string().into()).await.unwrap();
    });
    let plan = desk.publish(&target).unwrap().plan;
    let changed: Vec<_> = plan.changed.iter().map(|item| item.path.as_str()).collect();
    assert_eq!(changed, ["static/a.css"]);
}

#[test]
fn of_two_publishers_one_is_refused() {
    let Some(moto) = Moto::start() else { return };
    let (one, two) = (Desk::new(), Desk::new());
    build(&one, 1);
    one.publish(&moto.direct("www")).unwrap();
    build(&one, 2);
    build(&two, 3);
    let target = &moto.direct("www");
    let ends = std::thread::scope(|scope| {
        let threads = [&one, &two].map(|desk| scope.spawn(move || desk.publish(target)));
        threads.map(|thread| thread.join().unwrap())
    });
    let sites = [&one, &two].map(|desk| files(&desk.path("public")));
    let done: Vec<usize> = (0..2).filter(|&at| ends[at].is_ok()).collect();
    for error in ends.iter().filter_map(|end| end.as_ref().err()) {
        assert!(matches!(error, PublishError::Moved(_) | PublishError::Leased { .. }), "{error}");
    }
    let now = moto.files("www");
    assert!(done.iter().any(|&at| now["index.html"] == sites[at]["index.html"]), "{ends:?}");
    let last = sites.iter().find(|site| site["index.html"] == now["index.html"]).unwrap();
    is_exactly(&now, last);
}

#[test]
fn a_cut_connection_leaves_old_and_new_files_and_the_next_run_completes() {
    if let Some(moto) = Moto::start() {
        a_cut_is_survived(&moto);
    }
}

#[test]
fn a_server_that_is_busy_is_asked_again() {
    let Some(moto) = Moto::start() else { return };
    for seed in 0..5 {
        let name = format!("seed-{seed}");
        let (desk, _, new) = second_release(&moto, &name);
        let busy = Proxy::busy(seed, moto.port());
        desk.publish(&moto.place(&name, busy.port)).unwrap();
        assert!(busy.refused() > 0, "the server was never busy");
        is_exactly(&moto.files(&name), &new);
    }
}

#[test]
fn secrets_are_in_no_message() {
    let Some(moto) = Moto::start() else { return };
    let Target::Bucket(mut target) = moto.direct("www") else { unreachable!() };
    target.bucket = "of-somebody-else".into();
    let error = Desk::new().publish(&Target::Bucket(target.clone())).unwrap_err();
    let words = format!("{error} {error:?} {target:?}");
    assert!(words.contains("of-somebody-else") && !words.contains("the-secret-of-the-desk"), "{words}");
}
