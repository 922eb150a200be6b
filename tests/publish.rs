//! What publishing does to a directory that a server serves, and to a branch of a real git repository.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/desk.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod desk;

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;

use desk::{Desk, files, second_release, told};
use recoupe::emit::OutPath;
use recoupe::publish::{self, Directory, GitBranch, PublishError, State, Target};

/// A repository for the desk to publish to.
fn bare_repository(desk: &Desk) -> PathBuf {
    let bare = desk.path("pages.git");
    git(desk.root.path(), &["init", "--quiet", "--bare", "pages.git"]);
    bare
}

fn www() -> Target {
    Target::Directory(Directory { path: "www".into(), keep: NonZeroUsize::new(2).unwrap() })
}

fn pages() -> Target {
    branch("pages.git")
}

fn branch(remote: &str) -> Target {
    Target::Git(GitBranch { remote: remote.into(), branch: "pages".into(), cname: None })
}

fn git(dir: &Path, args: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=somebody", "-c", "user.email=somebody@example.org"])
        .args(args)
        .current_dir(dir)
        .output()
        .unwrap();
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

/// The files of a branch, read by git.
fn files_on(bare: &Path, branch: &str) -> BTreeMap<String, String> {
    git(bare, &["ls-tree", "-r", "--name-only", branch])
        .lines()
        .map(|path| (path.to_owned(), git(bare, &["show", &format!("{branch}:{path}")])))
        .collect()
}

#[cfg(unix)]
mod to_a_directory {
    use super::*;

    #[test]
    fn the_served_path_is_switched_from_release_to_release() {
        let desk = Desk::new();
        let first = desk.publish(&www()).unwrap();
        assert_eq!(first.state, State::Release(desk.path("www.releases/000001")));
        assert_eq!(files(&desk.path("www")), files(&desk.path("public")));
        assert_eq!(fs::read_link(desk.path("www")).unwrap(), Path::new("www.releases/000001"));

        desk.build_second();
        let plan = desk.plan(&www()).unwrap();
        assert_eq!(told(&plan), second_release());
        assert_eq!(files(&desk.path("www"))["index.html"], "home", "a plan changes nothing");

        assert_eq!(desk.publish(&www()).unwrap().plan, plan);
        assert_eq!(files(&desk.path("www")), files(&desk.path("public")));
    }

    #[test]
    fn a_site_that_is_there_already_makes_no_release() {
        let desk = Desk::new();
        desk.publish(&www()).unwrap();
        assert_eq!(desk.publish(&www()).unwrap().state, State::Unchanged);
        assert_eq!(fs::read_dir(desk.path("www.releases")).unwrap().count(), 1);
    }

    #[test]
    fn as_many_releases_stay_as_were_asked_for() {
        let desk = Desk::new();
        for text in ["1", "2", "3", "4"] {
            desk.build(&[("index.html", text)]);
            desk.publish(&www()).unwrap();
        }
        let mut left: Vec<_> =
            fs::read_dir(desk.path("www.releases")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["000003", "000004"]);
    }

    #[test]
    fn unchanged_files_of_two_releases_are_one_on_the_disk() {
        use std::os::unix::fs::MetadataExt;
        let desk = Desk::new();
        desk.publish(&www()).unwrap();
        desk.build(&[("index.html", "new"), ("static/a.css", "style")]);
        desk.publish(&www()).unwrap();
        let inode = |path: &str| fs::metadata(desk.path(path)).unwrap().ino();
        assert_eq!(inode("www.releases/000001/static/a.css"), inode("www.releases/000002/static/a.css"));
        assert_ne!(inode("www.releases/000001/index.html"), inode("www.releases/000002/index.html"));
        assert_ne!(inode("public/static/a.css"), inode("www/static/a.css"), "a build must not write into a release");
    }

    #[test]
    fn what_recoupe_did_not_make_is_not_replaced() {
        let desk = Desk::new();
        fs::create_dir(desk.path("www")).unwrap();
        fs::write(desk.path("www/thesis.txt"), "years of work").unwrap();
        assert!(matches!(desk.publish(&www()).unwrap_err(), PublishError::Foreign(_)));

        fs::rename(desk.path("www"), desk.path("elsewhere")).unwrap();
        std::os::unix::fs::symlink("elsewhere", desk.path("www")).unwrap();
        assert!(matches!(desk.publish(&www()).unwrap_err(), PublishError::Foreign(_)));

        fs::remove_file(desk.path("www")).unwrap();
        fs::create_dir(desk.path("www")).unwrap();
        desk.publish(&www()).unwrap();
        assert_eq!(files(&desk.path("elsewhere")).len(), 1);
    }

    #[test]
    fn only_what_was_built_is_published() {
        let desk = Desk::new();
        fs::write(desk.path("public/notes.txt"), "not for readers").unwrap();
        desk.publish(&www()).unwrap();
        assert!(!desk.path("www/notes.txt").exists());

        fs::write(desk.path("public/index.html"), "edited by hand").unwrap();
        desk.build(&[("static/a.css", "style")]);
        fs::write(desk.path("public/static/a.css"), "edited by hand").unwrap();
        let error = desk.publish(&www()).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("`{}` is missing or has changed since the build", desk.path("public/static/a.css").display())
        );
        assert_eq!(files(&desk.path("www"))["index.html"], "home");
    }
}

#[test]
fn without_a_built_site_nothing_is_published() {
    let desk = Desk::new();
    fs::remove_dir_all(desk.path("public")).unwrap();
    assert!(matches!(desk.publish(&www()).unwrap_err(), PublishError::NotBuilt(_)));
    fs::create_dir(desk.path("public")).unwrap();
    assert!(matches!(desk.publish(&www()).unwrap_err(), PublishError::NotBuilt(_)));
}

mod to_a_git_branch {
    use super::*;

    #[test]
    fn the_branch_holds_the_site_byte_for_byte() {
        let desk = Desk::new();
        let bare = bare_repository(&desk);
        desk.build(&[("index.html", "line\r\nend  \n")]);
        let publication = desk.publish(&pages()).unwrap();

        let head = git(&bare, &["rev-parse", "pages"]);
        assert_eq!(publication.state, State::Commit(head));
        let mut expected = files(&desk.path("public"));
        expected.insert(".nojekyll".into(), String::new());
        let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&files_on(&bare, "pages")), names(&expected));
        assert_eq!(git(&bare, &["cat-file", "-s", "pages:index.html"]), "12");
        assert_eq!(
            git(&bare, &["log", "--format=%an <%ae> %cn <%ce>: %s%n%n%b", "pages"]),
            "Recoupements <redaction@example.org> Recoupements <redaction@example.org>: Publish Recoupements\n\n\
             3 added, 0 changed, 0 removed, 0 unchanged"
        );
        assert_eq!(fs::read_dir(desk.path(".recoupe")).unwrap().count(), 0, "the scratch directory is left");
    }

    #[test]
    fn a_second_publication_is_one_commit_on_top() {
        let desk = Desk::new();
        let bare = bare_repository(&desk);
        desk.publish(&pages()).unwrap();
        let first = git(&bare, &["rev-parse", "pages"]);
        assert_eq!(desk.publish(&pages()).unwrap().state, State::Unchanged);
        assert_eq!(git(&bare, &["rev-parse", "pages"]), first);

        desk.build_second();
        let plan = desk.plan(&pages()).unwrap();
        let mut expected = second_release();
        expected.insert(4, "= .nojekyll".into());
        assert_eq!(told(&plan), expected);
        assert_eq!(plan.removed[0].bytes, 1);
        assert_eq!(git(&bare, &["rev-parse", "pages"]), first, "a plan changes nothing");

        desk.publish(&pages()).unwrap();
        assert_eq!(git(&bare, &["rev-parse", "pages^"]), first);
        assert!(!files_on(&bare, "pages").contains_key("claims/a/index.html"));
    }

    #[test]
    fn a_commit_of_somebody_else_is_built_upon_and_not_lost() {
        let desk = Desk::new();
        let bare = bare_repository(&desk);
        desk.publish(&pages()).unwrap();
        git(desk.root.path(), &["clone", "--quiet", "--branch=pages", "pages.git", "clone"]);
        fs::write(desk.path("clone/CNAME"), "faits.example.org\n").unwrap();
        git(&desk.path("clone"), &["add", "CNAME"]);
        git(&desk.path("clone"), &["commit", "--quiet", "--message=Use our domain"]);
        git(&desk.path("clone"), &["push", "--quiet"]);
        let theirs = git(&bare, &["rev-parse", "pages"]);

        desk.build(&[("index.html", "home, again")]);
        desk.publish(&pages()).unwrap();

        assert_eq!(git(&bare, &["rev-parse", "pages^"]), theirs);
        assert_eq!(files_on(&bare, "pages")["CNAME"], "faits.example.org", "the domain stays");
    }

    #[test]
    fn the_domain_of_the_settings_is_written() {
        let desk = Desk::new();
        let bare = bare_repository(&desk);
        let cname = Some("faits.example.org".to_owned());
        let target = Target::Git(GitBranch { remote: "pages.git".into(), branch: "pages".into(), cname });
        desk.publish(&target).unwrap();
        assert_eq!(files_on(&bare, "pages")["CNAME"], "faits.example.org");
        assert_eq!(desk.publish(&target).unwrap().state, State::Unchanged);
    }

    #[test]
    fn a_branch_with_something_else_is_refused() {
        let desk = Desk::new();
        let bare = bare_repository(&desk);
        git(desk.root.path(), &["clone", "--quiet", "pages.git", "clone"]);
        fs::write(desk.path("clone/main.rs"), "fn main() {}").unwrap();
        git(&desk.path("clone"), &["checkout", "--quiet", "-b", "pages"]);
        git(&desk.path("clone"), &["add", "main.rs"]);
        git(&desk.path("clone"), &["commit", "--quiet", "--message=Our program"]);
        git(&desk.path("clone"), &["push", "--quiet", "origin", "pages"]);

        let error = desk.publish(&pages()).unwrap_err();

        assert!(matches!(error, PublishError::ForeignBranch { .. }), "{error}");
        assert_eq!(files_on(&bare, "pages").len(), 1);
    }

    #[test]
    fn a_remote_of_the_desk_is_known_by_its_name() {
        let desk = Desk::new();
        let bare = bare_repository(&desk);
        git(desk.root.path(), &["init", "--quiet"]);
        git(desk.root.path(), &["remote", "add", "host", bare.to_str().unwrap()]);
        let before = git(desk.root.path(), &["for-each-ref"]);
        desk.publish(&branch("host")).unwrap();
        assert!(files_on(&bare, "pages").contains_key("index.html"));
        assert_eq!(git(desk.root.path(), &["for-each-ref"]), before, "the desk's repository is left alone");

        let error = desk.publish(&branch("nowhere")).unwrap_err().to_string();
        assert!(error.contains("nowhere"), "{error}");
    }

    #[test]
    fn settings_of_the_desk_open_the_remote() {
        let desk = Desk::new();
        let bare = bare_repository(&desk);
        git(desk.root.path(), &["init", "--quiet"]);
        let key = format!("url.{}.insteadOf", bare.display());
        git(desk.root.path(), &["config", &key, "host://site"]);
        desk.publish(&branch("host://site")).unwrap();
        assert!(files_on(&bare, "pages").contains_key("index.html"));
    }

    #[test]
    fn what_git_says_is_passed_on_without_passwords() {
        let desk = Desk::new();
        let error = desk.publish(&branch("missing.git")).unwrap_err();
        assert!(error.to_string().contains("missing.git"), "{error}");
        // Refused before any connection is made.
        let error = desk.publish(&branch("nosuch://desk:secret@example.org/x")).unwrap_err().to_string();
        assert!(error.contains("nosuch") && !error.contains("secret"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn a_host_that_refuses_the_push_leaves_the_branch_as_it_was() {
        use std::os::unix::fs::PermissionsExt;
        let desk = Desk::new();
        let bare = bare_repository(&desk);
        desk.publish(&pages()).unwrap();
        let before = git(&bare, &["rev-parse", "pages"]);
        let hook = bare.join("hooks/pre-receive");
        fs::create_dir_all(bare.join("hooks")).unwrap();
        fs::write(&hook, "#!/bin/sh\necho 'no more space for you' >&2\nexit 1\n").unwrap();
        fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();

        desk.build(&[("index.html", "home, again")]);
        let error = desk.publish(&pages()).unwrap_err();

        assert!(error.to_string().contains("no more space for you"), "{error}");
        assert!(error.help().is_some());
        assert_eq!(git(&bare, &["rev-parse", "pages"]), before);
    }
}

#[test]
fn a_site_is_compared_with_its_manifest() {
    let desk = Desk::new();
    let site = desk.path("public");
    let verified = publish::verify(&site).unwrap();
    assert_eq!((verified.good, verified.missing.len(), verified.changed.len(), verified.unknown.len()), (3, 0, 0, 0));

    fs::write(site.join("index.html"), "hom3").unwrap();
    fs::remove_file(site.join("static/a.css")).unwrap();
    fs::write(site.join("static/b.css"), "").unwrap();
    let verified = publish::verify(&site).unwrap();
    let paths = |paths: &[OutPath]| paths.iter().map(OutPath::to_string).collect::<Vec<_>>();
    assert_eq!(verified.good, 1);
    assert_eq!(paths(&verified.missing), ["static/a.css"]);
    assert_eq!(paths(&verified.changed), ["index.html"]);
    assert_eq!(verified.unknown, ["static/b.css"]);
}
