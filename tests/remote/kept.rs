//! Object stores that keep releases, and the way back to them.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::Ordering;

use object_store::{Attribute, ObjectStore};
use recoupe::emit::MANIFEST;
use recoupe::publish::{self, Bucket, PublishError, State, Target};

use crate::bucket::attribute;
use crate::cutting::cutting;
use crate::desk::{Desk, files, go_back, told, with_history};
use crate::host::{Host, LEASE, RECORD, build, build_with_one_page_changed};
use crate::objects::{of_azurite, of_moto};
use crate::servers::Moto;
use crate::servers::azurite::Azurite;

/// What is kept lies here, beside the site.
const FOLDER: &str = "recoupe-releases/";

fn keeping(target: Target, keep: usize) -> Target {
    let Target::Bucket(bucket) = target else { unreachable!("only buckets keep releases this way") };
    Target::Bucket(Bucket { keep: NonZeroUsize::new(keep), ..bucket })
}

/// The releases: `*` is served, `x` was withdrawn.
fn listed(desk: &Desk, target: &Target) -> Vec<String> {
    with_history(desk, target, |history| {
        let mark = |kept: &publish::Kept| match (kept.is_served, kept.is_withdrawn) {
            (true, _) => "*",
            (false, true) => "x",
            (false, false) => "",
        };
        history.kept().iter().map(|kept| format!("{}{}{}", kept.name, kept.note, mark(kept))).collect()
    })
}

/// What readers find, without what is ours.
fn site(host: &dyn Host) -> BTreeMap<String, String> {
    let mut all = host.files("www");
    all.retain(|path, _| !path.starts_with(FOLDER) && path != RECORD);
    all
}

/// What is kept.
fn kept(host: &dyn Host) -> BTreeMap<String, String> {
    let mut all = host.files("www");
    all.retain(|path, _| path.starts_with(FOLDER));
    all
}

/// The bytes of a release, as they were built.
fn built(desk: &Desk) -> BTreeMap<String, String> {
    files(&desk.path("public"))
}

/// Publishes the releases `1`, `2`, …, and returns them.
fn publish_all(desk: &Desk, target: &Target, releases: usize) -> Vec<BTreeMap<String, String>> {
    let publish = |release| {
        build(desk, release);
        desk.publish(target).unwrap();
        built(desk)
    };
    (1..=releases).map(publish).collect()
}

/// Each as a test with each store.
macro_rules! with_each {
    ($($name:ident),+ $(,)?) => {
        mod of_s3 {
            $(#[test] fn $name() {
                if let Some(moto) = super::Moto::start() { super::$name(&moto, &super::of_moto(&moto)); }
            })+
        }
        mod of_azure {
            $(#[test] fn $name() {
                if let Some(azurite) = super::Azurite::start() { super::$name(&azurite, &super::of_azurite(&azurite)); }
            })+
        }
    };
}

with_each!(
    a_site_is_taken_back_and_forward,
    what_is_kept_is_what_changed_and_goes_with_the_oldest,
    a_damaged_release_is_not_gone_back_to,
    a_rollback_that_is_cut_is_completed,
    of_two_desks_one_is_refused,
    headers_come_back_with_their_files,
    a_place_that_kept_none_begins_with_what_is_there,
);

fn a_site_is_taken_back_and_forward(host: &dyn Host, _store: &dyn ObjectStore) {
    let (desk, target) = (Desk::new(), keeping(host.direct("www"), 4));
    let releases = publish_all(&desk, &target, 3);
    assert_eq!(listed(&desk, &target), ["000001", "000002", "000003*"]);
    let before = host.files("www");
    let plan = with_history(&desk, &target, |history| history.plan(history.find("1").unwrap()).unwrap());
    assert!(told(&plan).contains(&"~ index.html".to_owned()) && !plan.kept.is_empty(), "{:?}", told(&plan));
    assert!(host.files("www") == before, "a plan changes nothing");

    assert_eq!(go_back(&desk, &target, "1").unwrap(), State::Files);
    assert!(site(host) == releases[1]);
    assert_eq!(listed(&desk, &target), ["000001", "000002*", "000003x"]);
    assert_eq!(go_back(&desk, &target, "000002").unwrap(), State::Unchanged);
    go_back(&desk, &target, "000003").unwrap();
    assert!(site(host) == releases[2]);
    assert_eq!(listed(&desk, &target), ["000001", "000002", "000003*"]);
    go_back(&desk, &target, "2").unwrap();
    assert!(site(host) == releases[0]);
    assert_eq!(listed(&desk, &target), ["000001*", "000002x", "000003x"]);

    build(&desk, 4);
    desk.publish(&target).unwrap();
    assert!(site(host) == built(&desk));
    assert_eq!(listed(&desk, &target), ["000001", "000002x", "000003x", "000004*"]);
    build(&desk, 5);
    desk.publish(&target).unwrap();
    assert_eq!(listed(&desk, &target), ["000001", "000003x", "000004", "000005*"], "what was withdrawn goes first");
    go_back(&desk, &target, "2").unwrap();
    assert!(site(host) == releases[0], "what was withdrawn is not counted");
    assert!(matches!(go_back(&desk, &target, "000002").unwrap_err(), PublishError::NoSuchRelease { .. }));
}

fn what_is_kept_is_what_changed_and_goes_with_the_oldest(host: &dyn Host, _store: &dyn ObjectStore) {
    let (desk, target) = (Desk::new(), keeping(host.direct("www"), 2));
    build(&desk, 1);
    desk.publish(&target).unwrap();
    assert_eq!(kept(host).len(), 0, "there is no earlier release");
    let first = built(&desk);
    build_with_one_page_changed(&desk, 1);
    let plan = desk.plan(&target).unwrap();
    let kept_files: Vec<&str> = plan.kept.iter().map(|item| item.path.as_str()).collect();
    assert_eq!(kept_files, ["claims/c3/index.html", MANIFEST]);
    assert_eq!(plan.kept[0].bytes as usize, first["claims/c3/index.html"].len(), "the present length");
    assert_eq!(desk.publish(&target).unwrap().plan, plan);
    assert_eq!(kept(host).len(), 3, "the list, the page and the manifest");
    assert!(kept(host).values().any(|text| *text == first["claims/c3/index.html"]));
    let before = host.files("www");
    assert_eq!(desk.publish(&target).unwrap().state, State::Unchanged);
    assert!(host.files("www") == before);

    build_with_one_page_changed(&desk, 2);
    desk.publish(&target).unwrap();
    assert!(!kept(host).values().any(|text| *text == first["claims/c3/index.html"]), "its release is gone");
    assert_eq!(listed(&desk, &target), ["000002", "000003*"]);

    // Whoever wants to keep nothing any more has it removed by the next publication.
    let none = host.direct("www");
    let refused = desk.with(|release| publish::history(release, &none).err().unwrap());
    assert!(matches!(refused, PublishError::KeepsNone { .. }) && refused.help().unwrap().contains("`keep`"));
    desk.publish(&none).unwrap();
    assert_eq!(kept(host).len(), 0);
    assert!(site(host) == built(&desk));
}

fn a_damaged_release_is_not_gone_back_to(host: &dyn Host, _store: &dyn ObjectStore) {
    let (desk, target) = (Desk::new(), keeping(host.direct("www"), 3));
    publish_all(&desk, &target, 3);
    let before = site(host);
    let (page, text) = kept(host).into_iter().find(|(_, text)| text.contains("c3/index.html of release 1")).unwrap();
    for (wanted, path, other) in [
        // Of the same length.
        ("2", page.as_str(), text.replace("release 1", "release 7")),
        ("000001", page.as_str(), String::new()),
        ("000001", "recoupe-releases/000001.json", "{".into()),
    ] {
        host.write("www", path, &other);
        let refused = go_back(&desk, &target, wanted).unwrap_err();
        assert!(matches!(&refused, PublishError::Damaged { release, .. } if release == "000001"), "{refused}");
        assert!(site(host) == before, "readers see what they saw");
        assert!(!host.files("www").contains_key(LEASE));
    }
    go_back(&desk, &target, "1").expect("another release is whole");
    build(&desk, 4);
    desk.publish(&target).expect("and so is the way on");
}

fn a_rollback_that_is_cut_is_completed(host: &dyn Host, _store: &dyn ObjectStore) {
    let (desk, target) = (Desk::new(), keeping(host.direct("www"), 3));
    let releases = publish_all(&desk, &target, 2);
    let (port, left) = cutting(usize::MAX, host.port());
    go_back(&desk, &keeping(host.place("www", port), 3), "1").unwrap();
    let bytes = usize::MAX - left.load(Ordering::SeqCst);
    go_back(&desk, &target, "000002").unwrap();
    for part in [3, 5, 7] {
        let (port, _) = cutting(bytes / 10 * part, host.port());
        // Reading the history alone may need more than may pass.
        let cut = desk.with(|release| {
            let target = keeping(host.place("www", port), 3);
            let history = publish::history(release, &target)?;
            history.go_back(history.find("000001")?)
        });
        assert!(cut.is_err(), "nothing was cut");
        for (path, text) in site(host).iter().filter(|(path, _)| *path != LEASE) {
            assert!(releases.iter().any(|release| release.get(path) == Some(text)), "{path} is of no release");
        }
        match part {
            3 => _ = go_back(&desk, &target, "000001").unwrap(),
            5 => _ = go_back(&desk, &target, "000002").unwrap(),
            _ => _ = desk.publish(&target).unwrap(),
        }
        let expected = &releases[usize::from(part != 3)];
        assert!(site(host) == *expected, "after {part} tenths");
        go_back(&desk, &target, "000002").unwrap();
    }
}

fn of_two_desks_one_is_refused(host: &dyn Host, _store: &dyn ObjectStore) {
    let (one, two, target) = (Desk::new(), Desk::new(), keeping(host.direct("www"), 3));
    publish_all(&one, &target, 2);
    build(&two, 3);
    let refused = with_history(&one, &target, |history| {
        two.publish(&target).unwrap();
        history.go_back(history.find("1").unwrap()).unwrap_err()
    });
    assert!(matches!(refused, PublishError::Moved(_)), "{refused}");
    assert!(site(host) == built(&two));
    let other = r#"{"id":"another","host":"the other desk","started":1,"expires":99999999999}"#;
    host.write("www", LEASE, other);
    let refused = go_back(&one, &target, "1").unwrap_err();
    assert!(matches!(&refused, PublishError::Leased { host, .. } if host == "the other desk"), "{refused}");
}

fn headers_come_back_with_their_files(host: &dyn Host, store: &dyn ObjectStore) {
    let (desk, target) = (Desk::new(), keeping(host.direct("www"), 3));
    let plain = [("index.html", "one"), ("static/a.css", "same"), ("data/b.json", "same")];
    desk.build(&plain);
    desk.publish(&target).unwrap();
    // The first release was sent by a recoupe that had other ideas of headers.
    let mut record: serde_json::Value = serde_json::from_str(&host.files("www")[RECORD]).unwrap();
    record["files"]["index.html"]["headers"] = "of another recoupe".into();
    host.write("www", RECORD, &record.to_string());
    desk.build(&[("index.html", "two"), ("static/a.css", "two"), ("data/b.json", "two")]);
    desk.publish(&target).unwrap();
    go_back(&desk, &target, "1").unwrap();
    let types = ["text/html; charset=utf-8", "text/css; charset=utf-8", "application/json"];
    for ((path, text), media) in plain.iter().zip(types) {
        let header = |name| attribute(store, &format!("www/{path}"), &name);
        assert_eq!(site(host)[*path], *text);
        assert_eq!(header(Attribute::ContentType).as_deref(), Some(media), "{path}");
        assert_eq!(header(Attribute::CacheControl).as_deref(), Some("public, max-age=0, must-revalidate"), "{path}");
    }
}

fn a_place_that_kept_none_begins_with_what_is_there(host: &dyn Host, _store: &dyn ObjectStore) {
    let (desk, none) = (Desk::new(), host.direct("www"));
    let releases = publish_all(&desk, &none, 2);
    assert_eq!(kept(host).len(), 0);
    let target = keeping(none, 2);
    assert_eq!(listed(&desk, &target), ["000002*"]);
    build(&desk, 3);
    desk.publish(&target).unwrap();
    assert_eq!(listed(&desk, &target), ["000002", "000003*"]);
    go_back(&desk, &target, "1").unwrap();
    assert!(site(host) == releases[1]);
}
