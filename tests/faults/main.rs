//! Publications to every place that can be had on this machine, interrupted in every way: five seeds each.
//!
//! `cargo run --release --features cloud --example faults -- --times 200` tries more of the same.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "../support/faults/mod.rs"]
#[allow(dead_code, reason = "the example uses all of it")]
mod faults;
#[path = "../support/fixture.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod fixture;
mod nginx;
#[cfg(feature = "cloud")]
#[path = "../support/objects.rs"]
mod objects;
#[path = "../support/servers.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod servers;
#[path = "../support/tree.rs"]
mod tree;
#[path = "../support/web.rs"]
#[allow(clippy::explicit_write, reason = "it writes past what the harness keeps back")]
#[allow(dead_code, reason = "each test uses a part of this")]
mod web;

use std::path::PathBuf;

use faults::Bench;
use faults::desk::Releases;
use faults::places::{Branch, Directory, Folder, Output, Place};
use faults::process::Program;
use faults::room;
use faults::table::Table;

const SEEDS: u64 = 5;

/// Tries every fault at a place; the test runs again by itself where disks can be small.
fn all_is_survived(test: &str, place: impl FnOnce() -> Option<Box<dyn Place>>) {
    if let Some(ended) = room::again(&["--exact", test, "--nocapture"]) {
        assert!(ended.success(), "see above");
        return;
    }
    let Some(place) = place() else { return };
    let program = Program { path: PathBuf::from(env!("CARGO_BIN_EXE_recoupe")) };
    let releases = Releases::new(&program);
    let bench = Bench::new(place.as_ref(), &program, &releases);
    let mut table = Table::default();
    table.add(bench.name(), &faults::run(&bench, SEEDS, &|_| ()));
    eprintln!("{}", table.markdown());
    assert!(table.wrong.is_empty(), "{}", table.wrong.join("\n"));
}

#[test]
fn the_output_of_a_build() {
    all_is_survived("the_output_of_a_build", || Some(Box::new(Output)));
}

#[test]
fn a_directory() {
    all_is_survived("a_directory", || Some(Box::new(Directory)));
}

#[test]
fn a_branch() {
    all_is_survived("a_branch", || Some(Box::new(Branch::here())));
}

#[test]
fn a_branch_behind_ssh() {
    all_is_survived("a_branch_behind_ssh", || Some(Box::new(Branch::behind_ssh()?)));
}

#[test]
fn a_folder_behind_ssh() {
    all_is_survived("a_folder_behind_ssh", || Some(Box::new(Folder::start()?)));
}

#[cfg(feature = "cloud")]
#[test]
fn a_bucket() {
    all_is_survived("a_bucket", || Some(Box::new(faults::places::Bucket::s3()?)));
}

#[cfg(feature = "cloud")]
#[test]
fn a_bucket_that_keeps_releases() {
    all_is_survived("a_bucket_that_keeps_releases", || Some(Box::new(faults::places::Bucket::keeping_s3()?)));
}

#[cfg(feature = "cloud")]
#[test]
fn a_container() {
    all_is_survived("a_container", || Some(Box::new(faults::places::Bucket::azure()?)));
}

#[cfg(feature = "cloud")]
#[test]
fn a_webdav_folder() {
    all_is_survived("a_webdav_folder", || Some(Box::new(faults::places::WebDav::wsgidav()?)));
}

#[cfg(feature = "cloud")]
#[test]
fn a_webdav_folder_of_apache() {
    all_is_survived("a_webdav_folder_of_apache", || Some(Box::new(faults::places::WebDav::apache()?)));
}

/// A site whose front page names a page and a style sheet.
fn small_site(text: &str) -> faults::reader::Files {
    let page =
        |more: &str| format!("<p><a href='/a/'>{text}</a><link rel=stylesheet href=style.css>{more}").into_bytes();
    let files = [
        ("index.html", page("<a href='https://example.org/b'>b</a><img src='/map.svg#x' srcset='map.svg 2x'>")),
        ("a/index.html", page("").into_iter().chain(*b"<a href='../?q=1'>").collect()),
        ("a/style.css", format!("@font-face {{ src: url(\"../font.woff2\") }} /* {text} */").into_bytes()),
        ("style.css", b"".to_vec()),
        ("font.woff2", b"font".to_vec()),
        ("map.svg", b"map".to_vec()),
    ];
    files.map(|(path, bytes)| (path.to_owned(), bytes)).into()
}

#[test]
fn a_reader_notices_whatever_is_missing() {
    let whole = small_site("one");
    assert_eq!(faults::reader::dead_ends(&whole), []);
    for path in whole.keys().filter(|path| *path != "index.html") {
        let mut site = whole.clone();
        site.remove(path);
        let dead = faults::reader::dead_ends(&site);
        assert!(dead.iter().any(|(_, missing)| missing == path), "{path} is missing, and nobody notices: {dead:?}");
    }
}

#[test]
fn a_mixture_and_a_loss_are_noticed() {
    use faults::places::At;
    use faults::sound::{Wrong, between};
    let dir = tempfile::TempDir::new().unwrap();
    let at = At { name: "www".into(), folder: dir.path().to_owned() };
    let (old, new) = (small_site("one"), small_site("two"));
    let look = |place: &dyn Place, site: &faults::reader::Files| {
        let public = if place.at_once() { at.path() } else { at.path().join("public") };
        // Nothing is there yet at first.
        let _ = std::fs::remove_dir_all(&public);
        for (path, bytes) in site {
            std::fs::create_dir_all(public.join(path).parent().unwrap()).unwrap();
            std::fs::write(public.join(path), bytes).unwrap();
        }
        between(place, &at, &old, &new)
    };
    let mut mixture = old.clone();
    mixture.insert("index.html".into(), new["index.html"].clone());
    assert!(look(&Output, &mixture).is_ok(), "each file is old or new");
    assert!(matches!(look(&Directory, &mixture), Err(Wrong::Mixed(_))));
    assert!(look(&Directory, &old).is_ok() && look(&Directory, &new).is_ok());
    let mut half = old.clone();
    half.insert("map.svg".into(), b"ma".to_vec());
    assert!(matches!(look(&Output, &half), Err(Wrong::Lost(_))));
    half.remove("map.svg");
    assert!(matches!(look(&Output, &half), Err(Wrong::Lost(_))));
}
