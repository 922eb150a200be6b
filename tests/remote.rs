//! Publishing to servers that others wrote, started on this machine: what readers find there at any time.

#[path = "support/desk.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod desk;
#[path = "support/servers.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod servers;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use desk::{Desk, files, told};
use recoupe::emit::MANIFEST;
use recoupe::publish::{self, PublishError, Sending, SftpFolder, State, Target};
use servers::{Proxy, Ssh};

const RECORD: &str = "recoupe-publication.json";
const LEASE: &str = "recoupe-lease.json";

/// A site whose pages all change with `release`, need a style sheet of that release, and link to each other.
fn site(release: usize) -> Vec<(String, String)> {
    let style = format!("static/style-{release}.css");
    let page = |name: String, link: &str| {
        let filler = format!("{name} of release {release}. ").repeat(100);
        (name, format!("needs {style}\nneeds {link}\n{filler}"))
    };
    let mut site: Vec<_> = (0..8).map(|at| page(format!("claims/c{at}/index.html"), "index.html")).collect();
    site.push(page("index.html".into(), &format!("claims/only-{release}/index.html")));
    site.push(page(format!("claims/only-{release}/index.html"), "claims/c1/index.html"));
    site.push((style, format!("the style of {release}")));
    site.push(("data/same.json".into(), "{}".into()));
    site
}

fn build(desk: &Desk, release: usize) {
    let site = site(release);
    desk.build(&site.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>());
}

/// Each file is one that was published, byte for byte, and every page finds what it names.
fn is_sound(now: &BTreeMap<String, String>, releases: &[&BTreeMap<String, String>]) {
    for (path, text) in now {
        if [RECORD, LEASE].contains(&path.as_str()) || path.contains(".recoupe-part") {
            continue;
        }
        assert!(releases.iter().any(|release| release.get(path) == Some(text)), "{path} is neither old nor new");
        for needed in text.lines().filter_map(|line| line.strip_prefix("needs ")) {
            assert!(now.contains_key(needed), "{path} names {needed}, which is not there");
        }
    }
}

/// The place holds the site, its record, and nothing else.
fn is_exactly(now: &BTreeMap<String, String>, site: &BTreeMap<String, String>) {
    let mut now = now.clone();
    assert!(now.remove(RECORD).is_some(), "the record is missing");
    assert_eq!(now.keys().collect::<Vec<_>>(), site.keys().collect::<Vec<_>>());
    assert!(now == *site, "other bytes");
}

/// A server with places on it, each with a name.
trait Host: Sync {
    /// The place, reached directly or through a proxy.
    fn place(&self, name: &str, port: u16) -> Target;
    fn port(&self) -> u16;
    /// What is there, read past recoupe.
    fn files(&self, name: &str) -> BTreeMap<String, String>;

    fn direct(&self, name: &str) -> Target {
        self.place(name, self.port())
    }
}

/// A desk that has published release 1 and has built release 2, with the files of both.
fn second_release(host: &dyn Host, name: &str) -> (Desk, BTreeMap<String, String>, BTreeMap<String, String>) {
    let desk = Desk::new();
    build(&desk, 1);
    desk.publish(&host.direct(name)).unwrap();
    let old = files(&desk.path("public"));
    build(&desk, 2);
    let new = files(&desk.path("public"));
    (desk, old, new)
}

/// Cuts the connection at five points of a publication.
fn a_cut_is_survived(host: &dyn Host) {
    let (desk, ..) = second_release(host, "measure");
    let whole = Proxy::cutting(usize::MAX, host.port());
    desk.publish(&host.place("measure", whole.port)).unwrap();
    let bytes = whole.passed();
    std::thread::scope(|scope| {
        for seed in 0..5 {
            scope.spawn(move || {
                let name = format!("seed-{seed}");
                let (desk, old, new) = second_release(host, &name);
                let cut = Proxy::cutting(bytes * (2 * seed + 1) / 10, host.port());
                assert!(desk.publish(&host.place(&name, cut.port)).is_err(), "nothing was cut");
                is_sound(&host.files(&name), &[&old, &new]);
                desk.publish(&host.direct(&name)).unwrap();
                is_exactly(&host.files(&name), &new);
            });
        }
    });
}

mod behind_ssh {
    use super::*;

    fn folder(path: &Path, program: &str) -> Target {
        let path = path.to_str().unwrap().to_owned();
        Target::Sftp(SftpFolder { host: "web".into(), path, program: program.into() })
    }

    impl Host for Ssh {
        fn place(&self, name: &str, port: u16) -> Target {
            folder(&www(self, name), &Ssh::client(self.server.dir.path(), port))
        }

        fn port(&self) -> u16 {
            self.server.port
        }

        fn files(&self, name: &str) -> BTreeMap<String, String> {
            files(&www(self, name))
        }
    }

    fn www(ssh: &Ssh, name: &str) -> PathBuf {
        ssh.server.dir.path().join(name)
    }

    #[test]
    fn a_site_is_sent_changed_and_left_alone() {
        let Some(ssh) = Ssh::start() else { return };
        let www = www(&ssh, "the site's \"own\" [folder]*");
        let target = folder(&www, &ssh.client);
        let desk = Desk::new();
        let first = desk.publish(&target).unwrap();
        assert_eq!((first.state, first.plan.added.len()), (State::Files, 4));
        is_exactly(&files(&www), &files(&desk.path("public")));
        assert_eq!(desk.publish(&target).unwrap().state, State::Unchanged);

        desk.build(&[("index.html", "home, again"), ("static/a.css", "style"), ("claims/b/index.html", "b")]);
        let plan = desk.plan(&target).unwrap();
        let expected = [
            "+ claims/b/index.html",
            "~ index.html",
            &format!("~ {MANIFEST}"),
            "- claims/a/index.html",
            "= static/a.css",
        ];
        assert_eq!(told(&plan), expected);
        assert_eq!(files(&www)["index.html"], "home", "a plan changes nothing");
        assert_eq!(desk.publish(&target).unwrap().plan, plan);
        is_exactly(&files(&www), &files(&desk.path("public")));
        assert!(!www.join("claims/a").exists(), "an empty folder is left");
    }

    #[test]
    fn one_publishes_at_a_time() {
        let Some(ssh) = Ssh::start() else { return };
        let www = www(&ssh, "www");
        let target = folder(&www, &ssh.client);
        let desk = Desk::new();
        desk.publish(&target).unwrap();
        let other = r#"{"id":"another","host":"the other desk","started":1,"expires":99999999999}"#;
        std::fs::write(www.join(LEASE), other).unwrap();
        build(&desk, 1);

        let refused = desk.publish(&target).unwrap_err();
        assert!(matches!(&refused, PublishError::Leased { host, .. } if host == "the other desk"), "{refused}");
        assert_eq!(files(&www)["index.html"], "home");

        std::fs::write(www.join(LEASE), other.replace("99999999999", "2")).unwrap();
        desk.publish(&target).expect("a lease that has expired is taken over");
        is_exactly(&files(&www), &files(&desk.path("public")));

        std::fs::write(www.join(LEASE), other).unwrap();
        build(&desk, 2);
        let how = Sending { break_lease: true, ..Sending::default() };
        desk.with(|release| publish::prepare(release, &target)?.send_as(&how)).expect("a lease can be broken");
        is_exactly(&files(&www), &files(&desk.path("public")));
    }

    #[test]
    fn somebody_elses_site_is_not_replaced() {
        let Some(ssh) = Ssh::start() else { return };
        let www = www(&ssh, "www");
        std::fs::create_dir(&www).unwrap();
        std::fs::write(www.join("index.html"), "years of work").unwrap();
        let refused = Desk::new().publish(&folder(&www, &ssh.client)).unwrap_err();
        assert!(matches!(refused, PublishError::ForeignPlace(_)), "{refused}");
    }

    #[test]
    fn a_record_cannot_lead_out_of_the_folder() {
        let Some(ssh) = Ssh::start() else { return };
        let www = www(&ssh, "www");
        let target = folder(&www, &ssh.client);
        let desk = Desk::new();
        desk.publish(&target).unwrap();
        let record = files(&www)[RECORD].replace("claims/a/index.html", "../victim");
        std::fs::write(www.join(RECORD), record).unwrap();
        build(&desk, 1);
        assert!(matches!(desk.publish(&target).unwrap_err(), PublishError::UnknownRecord { .. }));
    }

    #[test]
    fn a_cut_connection_leaves_old_and_new_files_and_the_next_run_completes() {
        if let Some(ssh) = Ssh::start() {
            a_cut_is_survived(&ssh);
        }
    }
}

#[cfg(feature = "cloud")]
mod in_a_bucket {
    use object_store::aws::AmazonS3Builder;
    use object_store::path::Path;
    use object_store::{Attribute, ObjectStore, ObjectStoreExt as _};
    use recoupe::publish::{Bucket, BucketKind};
    use servers::Moto;

    use super::*;

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
}
