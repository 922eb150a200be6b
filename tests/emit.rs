//! What a build does to the output directory, as a user finds it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use recoupe::emit::{self, Change, EmitError, MANIFEST, Manifest, Order, OutPath, Output, Summary};
use tempfile::TempDir;

fn path(text: &str) -> OutPath {
    OutPath::new(text).unwrap()
}

fn build(out: &Path, site: &[(&str, &str)]) -> Result<Summary, EmitError> {
    let output = Output::open(out, &[])?;
    for (name, text) in site {
        output.put(&path(name), text.as_bytes(), Order::Page)?;
    }
    output.commit()
}

/// A directory for one test, and the output in it.
fn place() -> (TempDir, PathBuf) {
    let parent = TempDir::new().unwrap();
    let out = parent.path().canonicalize().unwrap().join("public");
    (parent, out)
}

fn read(file: impl AsRef<Path>) -> String {
    fs::read_to_string(file).unwrap()
}

/// Names below a directory, directories with a slash.
fn names(dir: &Path) -> Vec<String> {
    let below = walkdir::WalkDir::new(dir).min_depth(1).sort_by_file_name().into_iter().map(Result::unwrap);
    below
        .map(|entry| {
            let name = entry.path().strip_prefix(dir).unwrap().to_str().unwrap();
            format!("{name}{}", if entry.file_type().is_dir() { "/" } else { "" })
        })
        .collect()
}

#[test]
fn a_second_build_rewrites_no_file() {
    let (_parent, out) = place();
    let site = [("index.html", "home"), ("claims/a/index.html", "claim")];
    build(&out, &site).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    for name in ["index.html", "claims/a/index.html", MANIFEST, "claims", "claims/a", ""] {
        fs::File::open(out.join(name)).unwrap().set_modified(long_ago).unwrap();
    }

    let summary = build(&out, &site).unwrap();

    assert_eq!((summary.files, summary.written, summary.unchanged, summary.removed), (3, 0, 3, 0));
    for name in ["index.html", "claims/a/index.html", MANIFEST, "claims", "claims/a", ""] {
        assert_eq!(fs::metadata(out.join(name)).unwrap().modified().unwrap(), long_ago, "{name:?}");
    }
}

#[test]
fn only_what_differs_is_written_and_what_is_gone_is_removed() {
    let (_parent, out) = place();
    build(&out, &[("a.html", "a"), ("b.html", "b"), ("old/deep/c.html", "c")]).unwrap();
    let output = Output::open(&out, &[]).unwrap();
    assert_eq!(output.put(&path("a.html"), b"a", Order::Page).unwrap(), Change::Unchanged);
    assert_eq!(output.put(&path("b.html"), b"B", Order::Page).unwrap(), Change::Changed);
    assert_eq!(output.put(&path("new/d.html"), b"d", Order::Page).unwrap(), Change::Added);

    let summary = output.commit().unwrap();

    assert_eq!((summary.files, summary.written, summary.unchanged, summary.removed), (4, 3, 1, 1));
    assert_eq!(names(&out), ["a.html", "b.html", "new/", "new/d.html", MANIFEST]);
    assert_eq!(read(out.join("b.html")), "B");
    let manifest = Manifest::read(&out).unwrap().unwrap();
    assert_eq!(manifest.files.keys().map(OutPath::as_str).collect::<Vec<_>>(), ["a.html", "b.html", "new/d.html"]);
}

#[test]
fn the_manifest_does_not_depend_on_the_order_of_the_threads() {
    let (_parent, out) = place();
    let names: Vec<OutPath> = (0..200).map(|n| path(&format!("claims/{n}/index.html"))).collect();
    let build = |out: &Path, names: &[OutPath]| {
        let output = Output::open(out, &[]).unwrap();
        names.par_iter().for_each(|name| {
            output.put(name, name.as_str().as_bytes(), Order::Page).unwrap();
        });
        output.commit().unwrap();
        fs::read(out.join(MANIFEST)).unwrap()
    };
    let reversed: Vec<OutPath> = names.iter().rev().cloned().collect();
    assert_eq!(build(&out, &names), build(&out.with_file_name("other"), &reversed));
}

#[test]
fn an_output_that_is_dropped_changes_nothing() {
    let (_parent, out) = place();
    build(&out, &[("index.html", "old")]).unwrap();
    let before = names(&out);
    let output = Output::open(&out, &[]).unwrap();
    output.put(&path("index.html"), b"new", Order::Page).unwrap();
    output.put(&path("other/index.html"), b"new", Order::Page).unwrap();
    drop(output);
    assert_eq!(names(&out), before);
    assert_eq!(read(out.join("index.html")), "old");
}

#[test]
fn a_new_output_that_is_dropped_leaves_nothing() {
    let (parent, out) = place();
    let output = Output::open(&out, &[]).unwrap();
    output.put(&path("index.html"), b"new", Order::Page).unwrap();
    drop(output);
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
}

#[test]
fn an_empty_directory_may_be_used() {
    let (_parent, out) = place();
    fs::create_dir(&out).unwrap();
    build(&out, &[("index.html", "home")]).unwrap();
    assert_eq!(names(&out), ["index.html", MANIFEST]);
}

#[test]
fn a_directory_that_recoupe_did_not_make_is_refused() {
    let (_parent, out) = place();
    fs::create_dir(&out).unwrap();
    fs::write(out.join("thesis.txt"), "years of work").unwrap();
    let error = build(&out, &[("index.html", "home")]).unwrap_err();
    assert!(matches!(error, EmitError::Foreign(_)), "{error}");
    assert_eq!(names(&out), ["thesis.txt"]);
}

#[test]
fn a_manifest_of_another_program_is_not_taken_for_ours() {
    let (_parent, out) = place();
    fs::create_dir(&out).unwrap();
    for text in ["{}", "", r#"{"format":"recoupe-manifest/9","files":{}}"#, r#"{"format":"x","files":{"../a":{}}}"#] {
        fs::write(out.join(MANIFEST), text).unwrap();
        let error = build(&out, &[("index.html", "home")]).unwrap_err();
        assert!(matches!(error, EmitError::Unreadable { .. }), "{error}");
        assert_eq!(names(&out), [MANIFEST]);
    }
}

#[test]
fn files_that_recoupe_did_not_write_stay() {
    let (_parent, out) = place();
    build(&out, &[("a/index.html", "a"), ("b/index.html", "b")]).unwrap();
    fs::write(out.join("a/notes.txt"), "mine").unwrap();
    build(&out, &[("b/index.html", "b")]).unwrap();
    assert_eq!(names(&out), ["a/", "a/notes.txt", "b/", "b/index.html", MANIFEST]);
}

#[test]
fn what_the_site_is_made_from_is_never_the_output() {
    let (parent, _) = place();
    let root = parent.path().join("desk");
    fs::create_dir_all(root.join("content")).unwrap();
    for out in [parent.path(), &root, &root.join("content"), &root.join("content/../content")] {
        let error = Output::open(out, &[&root, &root.join("content")]).unwrap_err();
        assert!(matches!(error, EmitError::Protected { .. }), "{error}");
    }
    Output::open(&root.join("public"), &[&root, &root.join("content")]).unwrap();
}

#[test]
fn an_address_is_given_once() {
    let (_parent, out) = place();
    let twice = build(&out, &[("a.html", "one"), ("a.html", "two")]).unwrap_err();
    assert!(matches!(twice, EmitError::Twice(_)), "{twice}");
    let nested = build(&out, &[("a", "file"), ("a-b", "between"), ("a/index.html", "page")]).unwrap_err();
    assert!(matches!(nested, EmitError::Nested { .. }), "{nested}");
    let nested = build(&out, &[("a/index.html", "page"), ("a", "file")]).unwrap_err();
    assert!(matches!(nested, EmitError::Nested { .. }), "{nested}");
    let reserved = build(&out, &[(MANIFEST, "mine")]).unwrap_err();
    assert!(matches!(reserved, EmitError::Reserved(_)), "{reserved}");
    assert!(!out.exists());
}

#[test]
fn two_builds_do_not_write_at_once() {
    let (_parent, out) = place();
    let new = Output::open(&out, &[]).unwrap();
    assert!(matches!(Output::open(&out, &[]).unwrap_err(), EmitError::Busy(_)));
    new.commit().unwrap();
    let _again = Output::open(&out, &[]).unwrap();
    assert!(matches!(Output::open(&out, &[]).unwrap_err(), EmitError::Busy(_)));
    assert!(matches!(emit::complete(&out).unwrap_err(), EmitError::Busy(_)));
}

#[test]
fn something_foreign_in_the_way_stops_the_build_before_anything_changes() {
    let (_parent, out) = place();
    build(&out, &[("index.html", "old"), ("a/index.html", "old")]).unwrap();
    fs::write(out.join("a/mine.txt"), "mine").unwrap();
    let error = build(&out, &[("index.html", "new"), ("a", "now a file")]).unwrap_err();
    assert!(matches!(&error, EmitError::Blocked(path) if path.ends_with("a/mine.txt")), "{error}");
    assert_eq!(read(out.join("index.html")), "old");
    assert_eq!(names(&out), ["a/", "a/index.html", "a/mine.txt", "index.html", MANIFEST]);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_behind_a_symbolic_link() {
    use std::os::unix::fs::symlink;
    let (parent, out) = place();
    build(&out, &[("index.html", "old"), ("a/index.html", "old")]).unwrap();
    let elsewhere = parent.path().join("elsewhere");
    fs::rename(out.join("a"), &elsewhere).unwrap();
    symlink(&elsewhere, out.join("a")).unwrap();

    let error = build(&out, &[("index.html", "new"), ("a/index.html", "new")]).unwrap_err();
    assert!(matches!(error, EmitError::Blocked(_)), "{error}");
    build(&out, &[("index.html", "new")]).unwrap();

    assert_eq!(read(elsewhere.join("index.html")), "old");
    assert_eq!(read(out.join("index.html")), "new");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_file_is_replaced_and_not_followed() {
    use std::os::unix::fs::symlink;
    let (parent, out) = place();
    build(&out, &[("index.html", "old")]).unwrap();
    let elsewhere = parent.path().join("elsewhere");
    fs::rename(out.join("index.html"), &elsewhere).unwrap();
    symlink(&elsewhere, out.join("index.html")).unwrap();
    build(&out, &[("index.html", "new")]).unwrap();
    assert_eq!((read(&elsewhere), read(out.join("index.html"))), ("old".into(), "new".into()));
    assert!(!out.join("index.html").is_symlink());
}

#[test]
fn a_file_deleted_or_damaged_by_hand_is_mended() {
    let (_parent, out) = place();
    let site = [("a.html", "a"), ("b.html", "b")];
    build(&out, &site).unwrap();
    fs::remove_file(out.join("a.html")).unwrap();
    fs::write(out.join("b.html"), "x").unwrap();
    assert_eq!(build(&out, &site).unwrap().written, 2);
    assert_eq!(read(out.join("a.html")) + &read(out.join("b.html")), "ab");
}

const PAGES: usize = 200;
const BUILD_INTO: &str = "RECOUPE_TEST_BUILD_INTO";

fn page(n: usize, version: &str) -> String {
    format!("{version} {n} ").repeat(50 + n)
}

fn build_version(out: &Path, version: &str) {
    let output = Output::open(out, &[]).unwrap();
    for n in 0..PAGES {
        output.put(&path(&format!("claims/{n}/index.html")), page(n, version).as_bytes(), Order::Page).unwrap();
    }
    output.put(&path(&format!("only-{version}/index.html")), version.as_bytes(), Order::List).unwrap();
    output.commit().unwrap();
}

/// Not a test of its own: the process that the next one kills.
#[test]
fn builder_process() {
    let Some(out) = env::var_os(BUILD_INTO) else {
        return;
    };
    println!("\nbuilding");
    loop {
        build_version(out.as_ref(), "one");
        build_version(out.as_ref(), "two");
    }
}

#[test]
fn a_killed_build_leaves_every_file_whole_and_the_next_command_completes_it() {
    let (_parent, out) = place();
    build_version(&out, "one");
    for seed in 1..=20_u64 {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "builder_process", "--nocapture"])
            .env(BUILD_INTO, &out)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap() == "building"));
        // The pause is the point of the test: it decides where in a build the kill falls.
        std::thread::sleep(Duration::from_micros(seed.wrapping_mul(6_364_136_223_846_793_005) >> 48));
        child.kill().unwrap();
        child.wait().unwrap();

        let version = |n: usize| {
            let text = read(out.join(format!("claims/{n}/index.html")));
            ["one", "two"].into_iter().find(|version| text == page(n, version)).unwrap_or_else(|| {
                panic!("page {n} is neither version after kill {seed}: {} bytes", text.len());
            })
        };
        (0..PAGES).for_each(|n| {
            version(n);
        });
        emit::complete(&out).unwrap();
        assert!((0..PAGES).all(|n| version(n) == version(0)), "a mixture after kill {seed}");
        let manifest = Manifest::read(&out).unwrap().unwrap();
        let files: BTreeMap<OutPath, emit::Sum> = names(&out)
            .iter()
            .filter(|name| !name.ends_with('/') && *name != MANIFEST)
            .map(|name| (path(name), emit::Sum::of(&fs::read(out.join(name)).unwrap())))
            .collect();
        assert_eq!(manifest.files, files, "after kill {seed}");
    }
}
