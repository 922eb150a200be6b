//! A build that has nothing to do is recognised, and one that has something to do never is taken for it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::fs;
use std::fs::File;
use std::path::Path;

use recoupe::build::{self, BuildOptions, Fingerprint, Outcome, Remembered};
use recoupe::model::Site;
use recoupe::resolve::Drafts;

/// What was said of the findings of a build.
const REPORT: &str = "warning[orphan-record]: nobody names it\n\n1 warning\n";
const FERRY: &str = "content/claims/ferry-aground.md";

fn options(root: &Path) -> BuildOptions {
    BuildOptions { judge: support::judge_options(), out: root.join("public") }
}

/// Builds as the command does, and says what was remembered.
fn built(root: &Path) -> Option<Remembered> {
    let options = options(root);
    let fingerprint = taken(root, &options);
    let outcome = build::folder_with(root, &options, &Site::codings, Some(&fingerprint), &|_, _| ()).unwrap();
    let Outcome::Built(built) = outcome else { panic!("the site has errors") };
    fingerprint.remember(&built, REPORT);
    unchanged(root)
}

fn unchanged(root: &Path) -> Option<Remembered> {
    taken(root, &options(root)).unchanged()
}

fn taken(root: &Path, options: &BuildOptions) -> Fingerprint {
    Fingerprint::take(&std::env::current_exe().unwrap(), root, options).unwrap()
}

#[test]
fn what_nobody_touched_is_there_already() {
    let folder = support::folder("-- base --\n");
    let root = folder.path();
    assert_eq!(unchanged(root), None, "nothing was built yet");
    let there = built(root).unwrap();
    assert!(there.records > 3 && there.pages > there.records && there.files > there.pages, "{there:?}");
    assert_eq!(there.report, REPORT);
    assert_eq!(unchanged(root).as_ref(), Some(&there));
    assert_eq!(built(root), Some(there), "and after a build that found nothing to do");
}

#[test]
fn whatever_a_build_reads_or_wrote_is_looked_at() {
    let folder = support::folder("-- base --\n");
    let root = folder.path();
    let page = root.join("public/index.html");
    let changes: [(&str, &dyn Fn()); 6] = [
        ("a word", &|| {
            let text = fs::read_to_string(root.join(FERRY)).unwrap();
            fs::write(root.join(FERRY), text.replace("ferry", "barge")).unwrap();
        }),
        ("a new file", &|| fs::copy(root.join(FERRY), root.join("content/claims/other.md")).map(drop).unwrap()),
        ("a file that is gone", &|| fs::remove_file(root.join("content/claims/other.md")).unwrap()),
        ("an asset", &|| {
            fs::create_dir_all(root.join("static")).unwrap();
            fs::write(root.join("static/map.svg"), "<svg/>").unwrap();
        }),
        ("a page that somebody changed", &|| fs::write(&page, "mine").unwrap()),
        ("a page that is gone", &|| fs::remove_file(&page).unwrap()),
    ];
    for (what, change) in changes {
        assert!(built(root).is_some(), "before {what}");
        change();
        assert_eq!(unchanged(root), None, "{what}");
    }
    assert!(built(root).is_some());
    assert!(fs::read_to_string(&page).unwrap().contains("</html>"));
}

#[test]
fn a_change_within_one_tick_of_the_clock_is_seen_by_its_bytes() {
    let folder = support::folder("-- base --\n");
    let root = folder.path();
    built(root).unwrap();
    let file = root.join(FERRY);
    let text = fs::read_to_string(&file).unwrap();
    let since = fs::metadata(&file).unwrap().modified().unwrap();
    fs::write(&file, text.replacen("ferry", "barge", 1)).unwrap();
    File::options().write(true).open(&file).unwrap().set_modified(since).unwrap();
    assert_eq!(unchanged(root), None);
}

#[test]
fn another_day_another_address_and_drafts_are_other_builds() {
    let folder = support::folder("-- base --\n");
    let root = folder.path();
    built(root).unwrap();
    let same = options(root);
    let mut others = [same.clone(), same.clone(), same.clone(), same];
    others[0].judge.as_of = recoupe::text::PartialDate::parse("2027-01-01").unwrap();
    others[1].judge.base_url = Some("https://other.example.org/".to_owned());
    others[2].judge.drafts = Drafts::Included;
    others[3].out = root.join("elsewhere");
    for other in others {
        assert_eq!(taken(root, &other).unchanged(), None, "{other:?}");
    }
    assert!(unchanged(root).is_some());
}

#[test]
fn another_program_is_another_build() {
    let folder = support::folder("-- base --\n");
    let root = folder.path();
    built(root).unwrap();
    let program = root.join("recoupe");
    fs::write(&program, "another").unwrap();
    assert_eq!(Fingerprint::take(&program, root, &options(root)).unwrap().unchanged(), None);
}
