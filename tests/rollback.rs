//! Back to an earlier release: what is served, what stays, what readers lose, and who refuses.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/desk.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod desk;

use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::Command;

use desk::{Desk, files, go_back, told, with_history};
use recoupe::emit::MANIFEST;
use recoupe::publish::{self, Directory, GitBranch, PublishError, SftpFolder, State, Target};
use tempfile::TempDir;

fn www(keep: usize) -> Target {
    Target::Directory(Directory { path: "www".into(), keep: NonZeroUsize::new(keep).unwrap() })
}

fn pages() -> Target {
    Target::Git(GitBranch { remote: "pages.git".into(), branch: "pages".into(), cname: None })
}

/// Publishes the releases `1`, `2`, … each with a page of its own.
fn publish_all(desk: &Desk, target: &Target, releases: std::ops::RangeInclusive<usize>) {
    for release in releases {
        let (home, own) = (release.to_string(), format!("claims/c{release}/index.html"));
        desk.build(&[("index.html", &home), (&own, "claim"), ("same.html", "same")]);
        desk.publish(target).unwrap();
    }
}

/// The releases, with what is said of each.
fn listed(desk: &Desk, target: &Target) -> Vec<String> {
    with_history(desk, target, |history| {
        let mark = |kept: &publish::Kept| match (kept.is_served, kept.is_withdrawn) {
            (true, false) => "*",
            (false, true) => "x",
            (false, false) => "",
            (true, true) => "both?",
        };
        history.kept().iter().map(|kept| format!("{}{}", kept.name, mark(kept))).collect()
    })
}

fn git(dir: &Path, args: &[&str]) -> String {
    let output = Command::new("git").args(args).current_dir(dir).output().unwrap();
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

#[test]
fn a_directory_is_switched_back_and_forward() {
    let desk = Desk::new();
    publish_all(&desk, &www(5), 1..=4);
    let third = files(&desk.path("www.releases/000003"));
    assert_eq!(listed(&desk, &www(5)), ["000001", "000002", "000003", "000004*"]);

    let plan = with_history(&desk, &www(5), |history| history.plan(history.find("1").unwrap()).unwrap());
    let expected =
        ["+ claims/c3/index.html", "~ index.html", &format!("~ {MANIFEST}"), "- claims/c4/index.html", "= same.html"];
    assert_eq!(told(&plan), expected);
    assert_eq!(files(&desk.path("www"))["index.html"], "4", "a plan changes nothing");

    assert_eq!(go_back(&desk, &www(5), "1").unwrap(), State::Release(desk.path("www.releases/000003")));
    assert_eq!(files(&desk.path("www")), third);
    assert_eq!(go_back(&desk, &www(5), "2").unwrap(), State::Release(desk.path("www.releases/000001")));
    assert_eq!(listed(&desk, &www(5)), ["000001*", "000002x", "000003x", "000004x"]);
    assert_eq!(go_back(&desk, &www(5), "000003").unwrap(), State::Release(desk.path("www.releases/000003")));
    assert_eq!(listed(&desk, &www(5)), ["000001", "000002x", "000003*", "000004x"]);
    assert_eq!(go_back(&desk, &www(5), "000003").unwrap(), State::Unchanged);
}

#[test]
fn what_was_withdrawn_is_not_gone_back_to_by_number_and_goes_first() {
    let desk = Desk::new();
    publish_all(&desk, &www(3), 1..=3);
    go_back(&desk, &www(3), "1").unwrap();
    publish_all(&desk, &www(3), 4..=4);
    assert_eq!(listed(&desk, &www(3)), ["000001", "000002", "000004*"], "the third was withdrawn");
    publish_all(&desk, &www(3), 5..=5);
    go_back(&desk, &www(3), "1").unwrap();
    assert_eq!(files(&desk.path("www"))["index.html"], "4");
}

#[test]
fn a_release_that_somebody_touched_is_not_served() {
    let desk = Desk::new();
    publish_all(&desk, &www(2), 1..=2);
    fs::remove_file(desk.path("www.releases/000001/index.html")).unwrap();
    let refused = go_back(&desk, &www(2), "1").unwrap_err();
    assert!(matches!(&refused, PublishError::Damaged { path, .. } if path == "index.html"), "{refused}");
    assert_eq!(files(&desk.path("www"))["index.html"], "2");
}

#[test]
fn who_has_nothing_to_go_back_to_is_told_so() {
    let desk = Desk::new();
    publish_all(&desk, &www(1), 1..=2);
    for wanted in ["1", "0", "000001", "before"] {
        let refused = go_back(&desk, &www(1), wanted).unwrap_err();
        assert!(matches!(refused, PublishError::NoSuchRelease { .. }), "{refused}");
    }
    let folder = SftpFolder { host: "web".into(), path: "/srv/www".into(), program: "sftp".into() };
    let refused = desk.with(|release| publish::history(release, &Target::Sftp(folder)).err().unwrap());
    assert!(matches!(refused, PublishError::KeepsNone { .. }), "{refused}");
    assert!(refused.help().unwrap().contains("`recoupe publish`"));
}

#[test]
fn a_branch_goes_back_by_a_commit_on_top() {
    let desk = Desk::new();
    git(desk.root.path(), &["init", "--quiet", "--bare", "pages.git"]);
    let bare = desk.path("pages.git");
    publish_all(&desk, &pages(), 1..=3);
    git(desk.root.path(), &["clone", "--quiet", "--branch=pages", "pages.git", "clone"]);
    fs::write(desk.path("clone/CNAME"), "faits.example.org\n").unwrap();
    let author = ["-c", "user.name=x", "-c", "user.email=x@example.org"];
    git(&desk.path("clone"), &["add", "CNAME"]);
    git(&desk.path("clone"), &[&author[..], &["commit", "--quiet", "--message=Use our domain"]].concat());
    git(&desk.path("clone"), &["push", "--quiet"]);
    let head = git(&bare, &["rev-parse", "pages"]);
    let second = git(&bare, &["rev-parse", "pages~2"]);

    let State::Commit(commit) = go_back(&desk, &pages(), "2").unwrap() else { panic!("no commit") };
    assert_eq!(git(&bare, &["rev-parse", "pages^"]), head, "on top of what was there");
    assert_eq!(git(&bare, &["rev-parse", "pages"]), commit);
    let differing = git(&bare, &["diff", "--name-only", &second, "pages"]);
    assert_eq!(differing, "CNAME", "the files of then, and the domain of today");

    let kept = listed(&desk, &pages());
    assert_eq!(kept.len(), 4, "{kept:?}");
    assert_eq!(kept[1], format!("{second}*"));
    assert!(kept[2].ends_with('x') && kept[3].ends_with('x'), "{kept:?}");
    assert!(matches!(go_back(&desk, &pages(), &second[..10]).unwrap(), State::Unchanged));

    publish_all(&desk, &pages(), 5..=5);
    go_back(&desk, &pages(), "1").unwrap();
    assert_eq!(git(&bare, &["show", "pages:index.html"]), "2", "not to what was withdrawn");
}

/// The whole way at the command line, and what is said about claims.
#[test]
fn the_desk_is_told_what_readers_lose() {
    let dir = TempDir::new().unwrap();
    let root = dir.path().join("desk");
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recoupe"));
        let output = command.args(args).current_dir(dir.path()).env_remove("RECOUPE_CAPTURES").output().unwrap();
        let told = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{told}");
        told
    };
    run(&["init", "desk"]);
    run(&["publish", "--root", "desk"]);
    let claims = root.join("content/claims");
    let first = fs::read_dir(&claims).unwrap().map(|entry| entry.unwrap().path()).filter(|path| {
        path.extension().is_some_and(|ending| ending == "md") && !path.to_str().unwrap().contains(".fr.")
    });
    let claim = first.min().unwrap();
    let id = claim.file_stem().unwrap().to_str().unwrap();
    let text = fs::read_to_string(&claim).unwrap();
    let revision = "revisions:\n  - { date: 2026-01-05, type: clarification, text: { en: \"Says more.\" } }\n";
    assert!(!text.contains("revisions:"), "choose another claim: {text}");
    fs::write(&claim, text.replacen("---\n", &format!("---\n{revision}"), 1)).unwrap();
    run(&["publish", "--root", "desk"]);

    let told = run(&["publish", "--root", "desk", "--releases"]);
    assert_eq!(told, "000001\n000002  served now\n");
    let lost = format!("readers lose:\n  a revision of the claim {id}\n");
    let told = run(&["publish", "--root", "desk", "--rollback", "--dry-run"]);
    assert!(told.contains(&lost) && told.contains("local: 000001 (") && told.contains("nothing was changed"), "{told}");
    assert_eq!(run(&["publish", "--root", "desk", "--releases"]), "000001\n000002  served now\n");
    let told = run(&["publish", "--root", "desk", "--rollback"]);
    assert!(told.contains(&lost) && told.contains("local: back to 000001 ("), "{told}");
    assert_eq!(run(&["publish", "--root", "desk", "--releases"]), "000001  served now\n000002  withdrawn\n");
    let told = run(&["publish", "--root", "desk", "--rollback", "000002"]);
    assert!(!told.contains("lose") && told.contains("back to 000002"), "{told}");
}
