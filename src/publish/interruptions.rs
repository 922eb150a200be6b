//! A publication to a directory that is stopped at each of its steps.

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

use tempfile::TempDir;
use walkdir::WalkDir;

use super::built::Built;
use super::{Author, Directory, PublishError, Release, directory};
use crate::emit::{Disk, Order, OutPath, Output};

fn build(site: &Path, pages: &[(&str, &str)]) {
    let output = Output::open(site, &[]).unwrap();
    for (path, text) in pages {
        output.put(&OutPath::new(path).unwrap(), text.as_bytes(), Order::Page).unwrap();
    }
    output.commit().unwrap();
}

fn publish(disk: &Disk, root: &Path) -> Result<(), PublishError> {
    let (site, scratch) = (root.join("public"), root.join(".recoupe"));
    let author = Author { name: "desk", email: "desk@example.org" };
    let release = Release { site: &site, root, scratch: &scratch, author };
    let target = Directory { path: "www".into(), keep: NonZeroUsize::new(2).unwrap() };
    directory::There::find(&release, &target)?.publish_with(disk, &Built::open(&site)?).map(drop)
}

fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    WalkDir::new(dir)
        .follow_root_links(true)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn readers_see_one_whole_release_wherever_a_publication_is_stopped() {
    for after in 0.. {
        let root = TempDir::new().unwrap();
        let (root, site, www) = (root.path(), root.path().join("public"), root.path().join("www"));
        // Three releases, so that the oldest goes away in the third publication.
        for first in ["zero", "one"] {
            build(&site, &[("index.html", first), ("same.html", "same"), ("gone/index.html", first)]);
            publish(&Disk::default(), root).unwrap();
        }
        let old = files(&www);
        build(&site, &[("index.html", "two"), ("same.html", "same"), ("new/index.html", "two")]);
        let new = files(&site);

        let result = publish(&Disk::failing_after(after), root);

        let now = files(&www);
        assert!(now == old || now == new, "a mixture after {after} steps: {:?}", now.keys());
        publish(&Disk::default(), root).unwrap();
        assert_eq!(files(&www), new);
        let left = WalkDir::new(root.join("www.releases")).max_depth(1).min_depth(1).into_iter().count();
        assert_eq!(left, 2, "something is left after {after} steps");
        if result.is_ok() {
            assert!(after > 10);
            return;
        }
    }
}
