//! What a place keeps of earlier releases, beside the site.
//!
//! Readers see one file under one name, so the bytes that a publication is about to replace or to remove are copied
//! aside first, as `recoupe-releases/kept/SHA-256`, each once however many releases have it. What an earlier release
//! consisted of stands in `recoupe-releases/000012.json`. Each file of each kept release is then either at its own
//! path or on the shelf, and nothing is on the shelf that no kept release needs.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::emit::{OutPath, Sha256Sum};
use crate::publish::Item;

use super::own_path;
use super::record::{Files, Known, Record};
use super::steps::Steps;

/// The folder of all that is kept aside.
const FOLDER: &str = "recoupe-releases/";

/// What the record says of the shelf.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Shelf {
    /// Earlier releases that can be gone back to.
    pub(super) releases: BTreeSet<u64>,
    /// Those of them that a rollback left behind.
    #[serde(default)]
    pub(super) withdrawn: BTreeSet<u64>,
    /// The files that are kept, by their sums.
    #[serde(default)]
    pub(super) files: BTreeMap<Sha256Sum, Slot>,
}

/// A file on the shelf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Slot {
    pub(super) bytes: u64,
    /// The digest of the headers that it was copied with; none if they are unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) headers: Option<String>,
}

impl Shelf {
    pub(super) fn is_empty(&self) -> bool {
        *self == Shelf::default()
    }
}

/// What people call a release: `000012`.
pub(super) fn name(release: u64) -> String {
    format!("{release:06}")
}

/// Where the list of a release is.
pub(super) fn list(release: u64) -> OutPath {
    own_path(&format!("{FOLDER}{}.json", name(release)))
}

/// A list as it is written.
pub(super) fn list_json(files: &Files) -> Vec<u8> {
    serde_json::to_vec(files).expect("maps of texts and numbers are JSON")
}

/// Where bytes are kept.
pub(super) fn slot(sum: &Sha256Sum) -> OutPath {
    own_path(&format!("{FOLDER}kept/{sum}"))
}

/// Whether a file is of the shelf, and not of the site.
pub(super) fn is_kept(path: &OutPath) -> bool {
    path.as_str().starts_with(FOLDER)
}

/// What a publication has to do for the shelf.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Aside {
    /// Files that are copied before anything else changes: where each is, and what it is.
    pub(super) copies: BTreeMap<Sha256Sum, (OutPath, Known)>,
    /// The release whose list is written then.
    pub(super) list: Option<(u64, Files)>,
    /// The releases that can be gone back to afterwards.
    pub(super) releases: BTreeSet<u64>,
    /// Sums on the shelf that no release needs afterwards.
    pub(super) unneeded: BTreeSet<Sha256Sum>,
    /// What is removed at last.
    pub(super) removed: Vec<OutPath>,
}

impl Aside {
    /// From the lists of the releases on the shelf, to where `keep` are left with the one that is served. A release
    /// without a list is damaged, and nothing is kept for it.
    pub(super) fn between(
        record: &Record,
        lists: &BTreeMap<u64, Files>,
        wanted: &Files,
        steps: &Steps,
        keep: usize,
    ) -> Aside {
        let mut aside = Aside { releases: record.shelf.releases.clone(), ..Aside::default() };
        let served = record.served().filter(|served| *served != steps.served);
        if let Some(served) = served.filter(|served| !record.shelf.releases.contains(served)) {
            aside.releases.insert(served);
            aside.list = Some((served, record.files.clone()));
        }
        aside.releases.remove(&steps.served);
        aside.retire(&record.shelf.withdrawn, keep);

        let last = |path: &OutPath| wanted.get(path).or_else(|| steps.kept.get(path).map(|kept| &kept.file));
        let mut needed = BTreeSet::new();
        let fresh = aside.list.iter().map(|(release, files)| (release, files));
        for (_, files) in lists.iter().chain(fresh).filter(|(release, _)| aside.releases.contains(release)) {
            for (path, file) in files.iter().filter(|(path, file)| !has_bytes(last(path), file)) {
                needed.insert(file.sha256);
                if let Some(there) = record.certain(path).filter(|there| has_bytes(Some(there), file))
                    && !record.shelf.files.contains_key(&file.sha256)
                {
                    aside.copies.entry(file.sha256).or_insert_with(|| (path.clone(), there.clone()));
                }
            }
        }
        let on_shelf = record.shelf.files.keys();
        aside.unneeded = on_shelf.filter(|sum| !needed.contains(*sum)).copied().collect();
        let gone = record.shelf.releases.difference(&aside.releases).map(|release| list(*release));
        // What an interrupted publication left on the shelf, unless it is made anew.
        let made: BTreeSet<OutPath> = aside.made().collect();
        let left = record.pending.iter().filter(|path| is_kept(path) && !made.contains(*path)).cloned();
        let removed: BTreeSet<OutPath> = gone.chain(aside.unneeded.iter().map(slot)).chain(left).collect();
        aside.removed = removed.into_iter().collect();
        aside
    }

    /// Takes off the oldest releases until, with the one that is served, `keep` are left: first those that were
    /// withdrawn.
    fn retire(&mut self, withdrawn: &BTreeSet<u64>, keep: usize) {
        let mut oldest: Vec<u64> = self.releases.iter().copied().collect();
        oldest.sort_by_key(|release| !withdrawn.contains(release));
        let too_many = (oldest.len() + 1).saturating_sub(keep);
        for release in oldest.iter().take(too_many) {
            self.releases.remove(release);
        }
        self.list.take_if(|(release, _)| !self.releases.contains(release));
    }

    /// What is made on the shelf.
    pub(super) fn made(&self) -> impl Iterator<Item = OutPath> {
        let lists = self.list.iter().map(|(release, _)| list(*release));
        self.copies.keys().map(slot).chain(lists)
    }

    /// Whether nothing is made and nothing removed.
    pub(super) fn is_nothing(&self) -> bool {
        self.copies.is_empty() && self.list.is_none() && self.removed.is_empty()
    }

    /// The files whose bytes are kept, for a plan.
    pub(super) fn items(&self) -> Vec<Item> {
        let items = self.copies.values().map(|(path, file)| Item { path: path.to_string(), bytes: file.bytes });
        let mut items: Vec<Item> = items.collect();
        items.sort();
        items
    }
}

fn has_bytes(there: Option<&Known>, file: &Known) -> bool {
    there.is_some_and(|there| there.sha256 == file.sha256)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::{MANIFEST, Sum};

    fn files(files: &[(&str, &str)]) -> Files {
        let known = |text: &str| {
            let Sum { sha256, bytes } = Sum::of(text.as_bytes());
            Known { sha256, bytes, headers: None }
        };
        files.iter().map(|(path, text)| (own_path(path), known(text))).collect()
    }

    fn sum(text: &str) -> Sha256Sum {
        Sum::of(text.as_bytes()).sha256
    }

    /// A place where release 4 is served, after 3.
    fn record() -> Record {
        let mut record = Record::from_manifest(None);
        record.files = files(&[("index.html", "four"), ("same.html", "same"), (MANIFEST, "m4")]);
        (record.release, record.served) = (4, Some(4));
        record.shelf.releases.insert(3);
        for text in ["three", "m3"] {
            let slot = Slot { bytes: text.len() as u64, headers: None };
            record.shelf.files.insert(sum(text), slot);
        }
        record
    }

    fn lists() -> BTreeMap<u64, Files> {
        [(3, files(&[("index.html", "three"), ("same.html", "same"), (MANIFEST, "m3")]))].into()
    }

    fn aside(record: &Record, wanted: &Files, keep: usize) -> Aside {
        Aside::between(record, &lists(), wanted, &Steps::between(record, wanted), keep)
    }

    #[test]
    fn what_is_replaced_is_kept_and_what_stays_is_not() {
        let wanted = files(&[("index.html", "five"), ("same.html", "same"), (MANIFEST, "m5")]);
        let aside = aside(&record(), &wanted, 3);
        assert_eq!(aside.copies.keys().copied().collect::<BTreeSet<_>>(), [sum("four"), sum("m4")].into());
        assert_eq!(aside.releases, [3, 4].into());
        assert_eq!((aside.unneeded.len(), aside.removed.len()), (0, 0));
    }

    #[test]
    fn the_oldest_goes_with_what_it_alone_needed() {
        let wanted = files(&[("index.html", "three"), ("same.html", "same"), (MANIFEST, "m5")]);
        let two = aside(&record(), &wanted, 2);
        assert_eq!(two.releases, [4].into());
        assert_eq!(two.unneeded, [sum("three"), sum("m3")].into());
        assert!(two.removed.contains(&list(3)) && two.removed.contains(&slot(&sum("m3"))), "{:?}", two.removed);
        let one = aside(&record(), &wanted, 1);
        assert!(one.releases.is_empty() && one.copies.is_empty() && one.list.is_none(), "{one:?}");
    }

    #[test]
    fn what_changes_once_more_is_kept_for_older_releases_too() {
        let wanted = files(&[("index.html", "four"), (MANIFEST, "m5")]);
        let aside = aside(&record(), &wanted, 3);
        assert!(aside.copies.contains_key(&sum("same")), "{aside:?}");
        assert!(!aside.copies.contains_key(&sum("four")), "it stays where it is");
    }

    #[test]
    fn what_nobody_knows_is_not_kept_for_what_it_was() {
        let mut record = record();
        // The publication of release 5 was interrupted, after it had put release 4 aside.
        record.release = 5;
        record.pending = [own_path("index.html"), own_path(MANIFEST)].into();
        record.shelf.releases.insert(4);
        let mut lists = lists();
        lists.insert(4, record.files.clone());
        let wanted = files(&[("index.html", "five"), ("same.html", "same"), (MANIFEST, "m5")]);
        let steps = Steps::between(&record, &wanted);
        assert_eq!(steps.release, 5);
        let aside = Aside::between(&record, &lists, &wanted, &steps, 3);
        assert!(aside.copies.is_empty() && aside.list.is_none(), "{aside:?}");
    }

    #[test]
    fn a_copy_that_was_interrupted_is_made_anew_or_goes() {
        let mut record = record();
        record.pending = [slot(&sum("four")), slot(&sum("other"))].into();
        let wanted = files(&[("index.html", "five"), ("same.html", "same"), (MANIFEST, "m5")]);
        let aside = aside(&record, &wanted, 3);
        assert!(aside.copies.contains_key(&sum("four")));
        assert_eq!(aside.removed, [slot(&sum("other"))]);
    }
}
