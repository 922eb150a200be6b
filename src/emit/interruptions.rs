//! A build that is stopped at each of its steps, one after the other.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;
use walkdir::WalkDir;

use super::open::complete_with;
use super::{Disk, EmitError, MANIFEST, Order, OutPath, Output};

type Site = BTreeMap<&'static str, &'static str>;
type Files = BTreeMap<String, Vec<u8>>;

/// What changes, stays, comes, goes, and what turns from a file into a directory and back.
const OLD: &[(&str, &str)] = &[
    ("static/a.css", "old style"),
    ("static/same.css", "same"),
    ("index.html", "old home"),
    ("claims/kept/index.html", "old claim"),
    ("claims/gone/index.html", "gone"),
    ("claims/gone/deep/er/data.json", "gone"),
    ("file", "a file"),
    ("dir/one.html", "one"),
    ("dir/two/three.html", "three"),
];
const NEW: &[(&str, &str)] = &[
    ("static/a.css", "new style"),
    ("static/b.css", "another"),
    ("static/same.css", "same"),
    ("index.html", "new home, a little longer"),
    ("claims/kept/index.html", "new claim"),
    ("claims/new/index.html", "fresh"),
    ("file/index.html", "a file in what was a file"),
    ("dir", "a file where a directory was"),
    ("atom.xml", "feed"),
];

fn order(path: &str) -> Order {
    match path {
        "index.html" => Order::List,
        "atom.xml" => Order::Feed,
        _ if path.ends_with(".css") => Order::Asset,
        _ => Order::Page,
    }
}

fn build(disk: Disk, out: &Path, site: &Site) -> Result<(), EmitError> {
    let output = Output::open_with(disk, out, &[])?;
    for (path, text) in site {
        output.put(&OutPath::new(path).unwrap(), text.as_bytes(), order(path))?;
    }
    output.commit().map(|_| ())
}

/// All files below a directory but those of the stage.
fn files(dir: &Path) -> Files {
    WalkDir::new(dir)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .filter(|(path, _)| !path.starts_with(".recoupe-stage"))
        .collect()
}

fn built(site: &Site) -> Files {
    let parent = TempDir::new().unwrap();
    build(Disk::default(), &parent.path().join("out"), site).unwrap();
    files(&parent.path().join("out"))
}

/// Every file is the old or the new one, what a new page needs is there before it, and removals come last.
fn assert_whole(now: &Files, old: &Files, new: &Files, after: usize) {
    for (path, bytes) in now {
        assert!(
            old.get(path) == Some(bytes) || new.get(path) == Some(bytes),
            "{path} is neither old nor new after {after} steps"
        );
    }
    let in_place = |path: &str| now.get(path) == new.get(path);
    let places = NEW.iter().map(|(path, _)| *path).chain([MANIFEST]);
    let mut orders: Vec<_> = places.map(|path| (order_of(path), path)).collect();
    orders.sort();
    let came = |path: &str| in_place(path) && old.get(path) != new.get(path);
    for (later, path) in orders.iter().filter(|(_, path)| came(path)) {
        for (_, needed) in orders.iter().filter(|(earlier, _)| earlier < later) {
            assert!(in_place(needed), "{path} came before {needed} after {after} steps");
        }
    }
    let gone = |path: &&str| !now.contains_key(*path);
    if ["claims/gone/index.html", "claims/gone/deep/er/data.json"].iter().any(gone) {
        assert!(in_place(MANIFEST), "something went before all came after {after} steps");
    }
}

fn order_of(path: &str) -> Order {
    if path == MANIFEST { Order::Manifest } else { order(path) }
}

#[test]
fn a_build_stopped_at_any_step_leaves_whole_files_and_is_completed_by_the_next() {
    let (old_site, new_site) = (Site::from_iter(OLD.to_vec()), Site::from_iter(NEW.to_vec()));
    let (old, new) = (built(&old_site), built(&new_site));
    let (mut undone, mut completed) = (0, 0);
    for after in 0.. {
        let parent = TempDir::new().unwrap();
        let out = parent.path().join("out");
        build(Disk::default(), &out, &old_site).unwrap();

        let result = build(Disk::failing_after(after), &out, &new_site);
        assert_whole(&files(&out), &old, &new, after);
        if result.is_ok() {
            assert!(undone > 20 && completed > 20, "{undone} undone, {completed} completed");
            return;
        }

        drop(Output::open(&out, &[]).unwrap());
        let now = files(&out);
        assert!(!out.join(".recoupe-stage").exists(), "a stage is left after {after} steps");
        match &now {
            now if *now == old => undone += 1,
            now if *now == new => completed += 1,
            now => panic!("neither the old nor the new site after {after} steps: {:?}", now.keys()),
        }

        build(Disk::default(), &out, &new_site).unwrap();
        assert_eq!(files(&out), new);
    }
}

#[test]
fn a_completion_stopped_at_any_step_is_completed_by_the_next() {
    let (old_site, new_site) = (Site::from_iter(OLD.to_vec()), Site::from_iter(NEW.to_vec()));
    let (old, new) = (built(&old_site), built(&new_site));
    // Far enough for the journal to be there with some files moved.
    for (build_after, completion_after) in
        (0..80).step_by(3).flat_map(|first| (0..40).step_by(5).map(move |then| (first, then)))
    {
        let parent = TempDir::new().unwrap();
        let out = parent.path().join("out");
        build(Disk::default(), &out, &old_site).unwrap();
        let _stopped = build(Disk::failing_after(build_after), &out, &new_site);
        if !out.join(".recoupe-stage/journal.json").exists() {
            continue;
        }
        let _stopped_again = complete_with(&Disk::failing_after(completion_after), &out);
        assert_whole(&files(&out), &old, &new, completion_after);
        complete_with(&Disk::default(), &out).unwrap();
        assert_eq!(files(&out), new, "after {build_after} and {completion_after} steps");
    }
}

#[test]
fn a_new_directory_appears_as_a_whole_or_not_at_all() {
    let site = Site::from_iter(NEW.to_vec());
    let new = built(&site);
    for after in 0.. {
        let parent = TempDir::new().unwrap();
        let out = parent.path().join("out");
        let result = build(Disk::failing_after(after), &out, &site);
        if out.exists() {
            assert_eq!(files(&out), new);
        }
        if result.is_ok() {
            return;
        }
        build(Disk::default(), &out, &site).unwrap();
        assert_eq!(files(&out), new);
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1, "something is left after {after} steps");
    }
}

#[test]
fn a_damaged_staged_file_is_left_out_and_mended_by_the_next_build() {
    let (old_site, new_site) = (Site::from_iter(OLD.to_vec()), Site::from_iter(NEW.to_vec()));
    let new = built(&new_site);
    let parent = TempDir::new().unwrap();
    let out = parent.path().join("out");
    let journal_is_there = |after: &usize| {
        let _ = fs::remove_dir_all(&out);
        build(Disk::default(), &out, &old_site).unwrap();
        let _stopped = build(Disk::failing_after(*after), &out, &new_site);
        out.join(".recoupe-stage/journal.json").exists()
    };
    (0..).find(journal_is_there).unwrap();
    fs::write(out.join(".recoupe-stage/files/index.html"), "").unwrap();

    let completion = complete_with(&Disk::default(), &out).unwrap();
    assert_eq!(completion.damaged, [OutPath::new("index.html").unwrap()]);
    assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "old home");
    build(Disk::default(), &out, &new_site).unwrap();
    assert_eq!(files(&out), new);
}
