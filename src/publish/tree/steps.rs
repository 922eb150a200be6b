//! From what is there to what shall be: what is sent, in which order, and what goes away.

use std::collections::BTreeMap;

use crate::emit::{MANIFEST, OutPath};
use crate::model::Coding;
use crate::publish::{Item, Plan, SIGNATURE};
use crate::site::HostFile;

use super::headers::is_fingerprinted;
use super::record::{Files, Kept, Record};
use super::shelf;

/// How many releases a fingerprinted file stays after it has left the site.
const RELEASES_KEPT: u64 = 2;

/// A publication, step by step.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Steps {
    pub(super) plan: Plan,
    /// The number of the last release, which this may be.
    pub(super) release: u64,
    /// The release that readers see afterwards.
    pub(super) served: u64,
    /// What is sent before the manifest, one phase after the other.
    pub(super) phases: Vec<Vec<OutPath>>,
    /// What stays for pages in caches.
    pub(super) kept: BTreeMap<OutPath, Kept>,
    /// What is removed at last.
    pub(super) removed: Vec<OutPath>,
}

impl Steps {
    /// To a site that has been built. A publication that was interrupted is completed by the next, and counts once;
    /// what has the manifest that is there is no other release.
    pub(super) fn between(record: &Record, wanted: &Files) -> Steps {
        let manifest =
            |files: &Files| files.iter().find(|(path, _)| path.as_str() == MANIFEST).map(|(_, file)| file.sha256);
        if !record.is_mixed() && manifest(&record.files) == manifest(wanted) {
            return Steps::numbered(record, wanted, record.release, record.served().unwrap_or(record.release));
        }
        let number = record.unfinished().unwrap_or(record.release + 1);
        Steps::numbered(record, wanted, number, number)
    }

    /// To the earlier release `back`, which has its number already.
    #[cfg_attr(not(feature = "cloud"), expect(dead_code, reason = "only object stores keep releases here"))]
    pub(super) fn back(record: &Record, wanted: &Files, back: u64) -> Steps {
        Steps::numbered(record, wanted, record.release, back)
    }

    fn numbered(record: &Record, wanted: &Files, release: u64, served: u64) -> Steps {
        let mut plan = Plan::default();
        let mut phases: BTreeMap<Phase, Vec<OutPath>> = BTreeMap::new();
        for (path, file) in wanted {
            let there = record.files.get(path).or(record.kept.get(path).map(|kept| &kept.file));
            let is_new = there.is_none();
            let is_sent = there != Some(file) || record.pending.contains(path);
            let list = match (is_new, is_sent) {
                (true, _) => &mut plan.added,
                (false, true) => &mut plan.changed,
                (false, false) => &mut plan.unchanged,
            };
            list.push(Item { path: path.to_string(), bytes: file.bytes });
            if is_sent && ![MANIFEST, SIGNATURE].contains(&path.as_str()) {
                phases.entry(Phase::of(path, is_new)).or_default().push(path.clone());
            }
        }

        let (mut kept, mut removed) = (BTreeMap::new(), Vec::new());
        let left = record.files.iter().map(|(path, file)| (path, file, release));
        let left_before = record.kept.iter().map(|(path, kept)| (path, &kept.file, kept.since));
        for (path, file, since) in left.chain(left_before).filter(|(path, ..)| !wanted.contains_key(*path)) {
            if is_fingerprinted(path, &file.sum()) && release < since + RELEASES_KEPT {
                kept.insert(path.clone(), Kept { file: file.clone(), since });
            } else {
                plan.removed.push(Item { path: path.to_string(), bytes: file.bytes });
                removed.push(path.clone());
            }
        }
        for path in record.pending.iter().filter(|path| !shelf::is_kept(path)) {
            let is_known =
                wanted.contains_key(path) || record.files.contains_key(path) || record.kept.contains_key(path);
            if !is_known {
                plan.removed.push(Item { path: path.to_string(), bytes: 0 });
                removed.push(path.clone());
            }
        }
        plan.removed.sort();
        Steps { plan, release, served, phases: phases.into_values().collect(), kept, removed }
    }
}

/// When a file is sent. A page that is new is linked from nowhere until pages that were there already are sent,
/// so nobody follows a link to a page that is still on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// Style sheets, fonts, images, data: what pages need and name.
    Needed,
    NewPage,
    ChangedPage,
    /// Home pages, site maps and feeds, which call readers in.
    Entrance,
}

impl Phase {
    fn of(path: &OutPath, is_new: bool) -> Phase {
        let path = path.as_str();
        // A compressed file goes with the one that it lies beside.
        let path = Coding::ALL.iter().find_map(|coding| path.strip_suffix(coding.ending())).unwrap_or(path);
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let is_home = name == "index.html" && !folder.contains('/');
        let is_feed = matches!(name, "atom.xml" | "feed.json" | "feed.xml") || name.ends_with(".atom");
        // Their redirects lead to pages that have to be there.
        let is_for_host = HostFile::of(path).is_some();
        if is_home || is_feed || is_for_host || name.starts_with("sitemap") {
            Phase::Entrance
        } else if !name.ends_with(".html") {
            Phase::Needed
        } else if is_new {
            Phase::NewPage
        } else {
            Phase::ChangedPage
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::Known;
    use super::*;
    use crate::emit::Sum;

    fn path(text: &str) -> OutPath {
        OutPath::new(text).unwrap()
    }

    fn site(files: &[(&str, &str)]) -> Files {
        let known = |text: &str| {
            let Sum { sha256, bytes } = Sum::of(text.as_bytes());
            Known { sha256, bytes, headers: Some("same".into()) }
        };
        files.iter().map(|(name, text)| (path(name), known(text))).collect()
    }

    fn record(files: &[(&str, &str)]) -> Record {
        let mut record = Record::from_manifest(None);
        (record.files, record.release) = (site(files), 4);
        record
    }

    #[test]
    fn what_names_others_is_sent_after_them() {
        let there = record(&[("claims/a/index.html", "old"), ("index.html", "old"), (MANIFEST, "old")]);
        let steps = Steps::between(
            &there,
            &site(&[
                ("atom.xml", "new"),
                ("claims/a/index.html", "new"),
                ("claims/b/index.html", "new"),
                ("data/a.json", "new"),
                ("index.html", "new"),
                (MANIFEST, "new"),
                ("static/main.css", "new"),
                (".htaccess", "new"),
                ("claims/b/index.html.gz", "new"),
            ]),
        );
        let expected = [
            vec![path("data/a.json"), path("static/main.css")],
            vec![path("claims/b/index.html"), path("claims/b/index.html.gz")],
            vec![path("claims/a/index.html")],
            vec![path(".htaccess"), path("atom.xml"), path("index.html")],
        ];
        assert_eq!(steps.phases, expected);
        assert_eq!(steps.release, 5);
    }

    #[test]
    fn a_fingerprinted_file_stays_for_two_releases() {
        let style = "static/main.ba7816bf.css"; // the sum of "abc"
        let mut there = record(&[(style, "abc"), ("plain.css", "abc")]);
        let mut stayed = 0;
        loop {
            let next = site(&[(MANIFEST, &format!("without, {stayed}"))]);
            let steps = Steps::between(&there, &next);
            assert_eq!(steps.removed.contains(&path("plain.css")), stayed == 0);
            if steps.removed.contains(&path(style)) {
                break;
            }
            stayed += 1;
            (there.release, there.kept, there.files) = (steps.release, steps.kept, next.clone());
            assert!(Steps::between(&there, &next).plan.changes_nothing(), "the same site again is no other release");
        }
        assert_eq!(stayed, 2);
    }

    #[test]
    fn what_an_interrupted_publication_left_is_sent_or_removed() {
        let mut there = record(&[("index.html", "new"), (MANIFEST, "new")]);
        there.pending = [path("index.html"), path("never-finished.html"), path(MANIFEST)].into();
        let steps = Steps::between(&there, &site(&[("index.html", "new"), (MANIFEST, "new")]));
        assert_eq!(steps.phases, [[path("index.html")]]);
        assert_eq!(steps.removed, [path("never-finished.html")]);
        assert_eq!(steps.release, 4);
    }

    #[test]
    fn other_headers_alone_are_sent() {
        let mut there = record(&[("index.html", "same"), ("a.css", "same")]);
        there.files.get_mut(&path("a.css")).unwrap().headers = Some("other".into());
        let steps = Steps::between(&there, &site(&[("index.html", "same"), ("a.css", "same")]));
        assert_eq!(steps.phases, [[path("a.css")]]);
        assert_eq!(steps.plan.changed.len(), 1);
    }
}
