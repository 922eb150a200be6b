//! Releases in folders behind SSH, switched by a link: readers see one of them, wherever a publication stops.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/cutting.rs"]
mod cutting;
#[path = "support/desk.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod desk;
#[path = "support/servers.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod servers;

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroUsize;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::Ordering;
use std::time::Instant;

use cutting::cutting;
use desk::{Desk, files};
use recoupe::publish::{self, PublishError, SftpFolder, SftpReleases, State, Target};
use servers::Ssh;
use tempfile::TempDir;

const RECORD: &str = "recoupe-releases.json";

fn www(ssh: &Ssh, name: &str) -> PathBuf {
    ssh.server.dir.path().join(name)
}

fn target(www: &Path, program: &str, keep: usize) -> Target {
    let path = www.to_str().unwrap().to_owned();
    let link = SftpFolder { host: "web".into(), path, program: program.into() };
    Target::SftpReleases(SftpReleases { link, keep: NonZeroUsize::new(keep).unwrap() })
}

/// Builds release `number`: all pages change but one, one comes and one goes.
fn build(desk: &Desk, number: usize) {
    let pages: Vec<_> = (0..6)
        .map(|at| (format!("claims/c{at}/index.html"), format!("claim {at} of release {number} ").repeat(200)))
        .chain([(format!("claims/only-{number}/index.html"), "only here".to_owned())])
        .chain([("index.html".into(), number.to_string()), ("same.html".into(), "same".into())])
        .collect();
    desk.build(&pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>());
}

fn built(desk: &Desk) -> BTreeMap<String, String> {
    files(&desk.path("public"))
}

/// What is beside the link but whole releases.
fn left(www: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(www.with_file_name(format!("{}.releases", www.file_name().unwrap().to_str().unwrap())))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
    names.sort();
    names
}

#[test]
fn the_link_is_switched_from_release_to_release_and_back() {
    let Some(ssh) = Ssh::start() else { return };
    let www = www(&ssh, "the site's \"own\" [folder]");
    let (desk, target) = (Desk::new(), target(&www, &ssh.client, 2));
    for number in 1..=3 {
        build(&desk, number);
        let publication = desk.publish(&target).unwrap();
        let State::Release(release) = publication.state else { panic!("no release") };
        assert!(release.ends_with(format!("{:06}", number)), "{release:?}");
        assert_eq!(files(&www), built(&desk));
        assert_eq!(publication.plan.unchanged.len(), usize::from(number > 1), "{:?}", publication.plan);
        assert_eq!(desk.publish(&target).unwrap().state, State::Unchanged);
    }
    assert_eq!(left(&www), ["000002", "000003", RECORD]);
    let link = fs::read_link(&www).unwrap();
    assert!(link.is_relative() && link.ends_with("000003"), "{link:?}");
    let releases = www.with_file_name(link.parent().unwrap());
    let inode = |release: &str| fs::metadata(releases.join(release).join("same.html")).unwrap().ino();
    assert_eq!(inode("000002"), inode("000003"), "what has not changed is one file");

    let history = |act: &dyn Fn(&publish::History) -> State| {
        desk.with(|release| act(&publish::history(release, &target).unwrap()))
    };
    history(&|history| history.go_back(history.find("1").unwrap()).unwrap());
    assert_eq!(files(&www)["index.html"], "2");
    let marks = |history: &publish::History| -> Vec<(String, bool, bool)> {
        history.kept().iter().map(|kept| (kept.name.clone(), kept.is_served, kept.is_withdrawn)).collect()
    };
    let now = desk.with(|release| marks(&publish::history(release, &target).unwrap()));
    assert_eq!(now, [("000002".into(), true, false), ("000003".into(), false, true)]);

    build(&desk, 4);
    desk.publish(&target).unwrap();
    assert_eq!(files(&www), built(&desk));
    assert_eq!(left(&www), ["000002", "000004", RECORD], "what was withdrawn went first");
}

#[test]
fn a_release_that_is_damaged_is_not_gone_back_to() {
    let Some(ssh) = Ssh::start() else { return };
    let www = www(&ssh, "www");
    let (desk, target) = (Desk::new(), target(&www, &ssh.client, 2));
    for number in 1..=2 {
        build(&desk, number);
        desk.publish(&target).unwrap();
    }
    fs::remove_file(www.with_file_name("www.releases").join("000001/index.html")).unwrap();
    let refused = desk.with(|release| {
        let history = publish::history(release, &target).unwrap();
        history.go_back(history.find("1").unwrap()).unwrap_err()
    });
    assert!(matches!(&refused, PublishError::Damaged { path, .. } if path == "index.html"), "{refused}");
    assert_eq!(files(&www), built(&desk));
}

#[test]
fn what_is_not_a_link_is_left_alone() {
    let Some(ssh) = Ssh::start() else { return };
    let (full, empty) = (www(&ssh, "full"), www(&ssh, "empty"));
    for dir in [&full, &empty] {
        fs::create_dir(dir).unwrap();
    }
    fs::write(full.join("index.html"), "years of work").unwrap();
    let desk = Desk::new();
    let refused = desk.publish(&target(&full, &ssh.client, 2)).unwrap_err();
    assert!(matches!(refused, PublishError::NotALink { .. }), "{refused}");
    assert!(refused.help().unwrap().contains("without `keep`"));
    assert_eq!(files(&full).len(), 1);
    desk.publish(&target(&empty, &ssh.client, 2)).expect("an empty folder makes room");
    assert_eq!(files(&empty), built(&desk));
}

#[test]
fn a_server_that_cannot_switch_is_told_apart_before_anything_is_sent() {
    for refused in ["symlink", "posix-rename"] {
        let Some(ssh) = Ssh::refusing(refused) else { return };
        let www = www(&ssh, "www");
        let error = Desk::new().publish(&target(&www, &ssh.client, 2)).unwrap_err();
        assert!(error.to_string().contains("replace one link by another"), "{refused}: {error}");
        assert!(error.help().unwrap().contains("without `keep`"), "{refused}");
        assert!(!www.exists());
        assert_eq!(left(&www), Vec::<String>::new(), "{refused}");
    }
}

#[test]
fn where_files_have_no_second_name_they_are_copied_or_sent() {
    for refused in ["hardlink", "hardlink,copy-data"] {
        let Some(ssh) = Ssh::refusing(refused) else { return };
        let www = www(&ssh, "www");
        let (desk, target) = (Desk::new(), target(&www, &ssh.client, 2));
        for number in 1..=2 {
            build(&desk, number);
            desk.publish(&target).unwrap();
            assert_eq!(files(&www), built(&desk), "{refused}");
        }
    }
}

#[test]
fn a_cut_connection_leaves_the_old_release_or_the_new() {
    let Some(ssh) = Ssh::start() else { return };
    let measured = www(&ssh, "measure");
    let second = |www: &Path| {
        let desk = Desk::new();
        build(&desk, 1);
        desk.publish(&target(www, &ssh.client, 1)).unwrap();
        let old = built(&desk);
        build(&desk, 2);
        (desk, old)
    };
    let (desk, _) = second(&measured);
    let (port, left_over) = cutting(usize::MAX, ssh.server.port);
    desk.publish(&target(&measured, &Ssh::client(ssh.server.dir.path(), port), 1)).unwrap();
    let bytes = usize::MAX - left_over.load(Ordering::SeqCst);
    std::thread::scope(|scope| {
        for seed in 0..5 {
            let (www, second, ssh) = (www(&ssh, &format!("seed-{seed}")), &second, &ssh);
            scope.spawn(move || {
                let (desk, old) = second(&www);
                let (port, _) = cutting(bytes / 10 * (2 * seed + 1), ssh.server.port);
                let cut = Ssh::client(ssh.server.dir.path(), port);
                assert!(desk.publish(&target(&www, &cut, 1)).is_err(), "nothing was cut");
                let (now, new) = (files(&www), built(&desk));
                assert!(now == old || now == new, "a mixture: {:?}", now.keys());
                desk.publish(&target(&www, &ssh.client, 1)).unwrap();
                assert_eq!(files(&www), new);
                assert_eq!(left(&www), [&left(&www)[0], RECORD], "one release and the record");
            });
        }
    });
}

/// A real process, killed at five points of its publication.
#[test]
fn killed_at_any_time_it_leaves_the_old_release_or_the_new() {
    let Some(ssh) = Ssh::start() else { return };
    let dir = TempDir::new().unwrap();
    let root = dir.path().join("desk");
    let recoupe = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recoupe"));
        command.args(args).current_dir(dir.path()).env_remove("RECOUPE_CAPTURES").env("RECOUPE_SFTP", &ssh.client);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    assert!(recoupe(&["init", "desk"]).status().unwrap().success());
    let (settings, www) = (root.join("content/site.yaml"), www(&ssh, "www"));
    let local = "kind: directory, path: ../orsel-site, keep: 3";
    let remote = format!("kind: sftp, host: web, path: \"{}\", keep: 2", www.display());
    let title = |number: usize| {
        let text = fs::read_to_string(&settings).unwrap().replace(local, &remote);
        let (before, after) = text.split_once("title:").unwrap();
        let rest = after.split_once('\n').unwrap().1;
        fs::write(&settings, format!("{before}title: {{ en: \"Release {number}\" }}\n{rest}")).unwrap();
    };
    let publish = || recoupe(&["publish", "--root", "desk"]);
    title(0);
    assert!(publish().status().unwrap().success());
    title(1);
    let since = Instant::now();
    assert!(publish().status().unwrap().success());
    let whole = since.elapsed();

    let bytes = |dir: &Path| -> BTreeMap<PathBuf, Vec<u8>> {
        let all = walkdir::WalkDir::new(dir).follow_root_links(true).into_iter().map(Result::unwrap);
        let files = all.filter(|entry| entry.file_type().is_file());
        files
            .map(|entry| (entry.path().strip_prefix(dir).unwrap().to_owned(), fs::read(entry.path()).unwrap()))
            .collect()
    };
    for step in 1..=5 {
        let old = bytes(&www);
        title(step + 1);
        let mut process = publish().spawn().unwrap();
        std::thread::sleep(whole * step as u32 / 6);
        process.kill().unwrap();
        process.wait().unwrap();
        let killed = bytes(&www);
        assert!(publish().status().unwrap().success());
        let new = bytes(&www);
        assert_eq!(new, bytes(&root.join("public")));
        assert!(killed == old || killed == new, "a mixture after {:?}", whole * step as u32 / 6);
        assert_ne!(old, new);
    }
    let mut left = left(&www);
    // Killed in its very last step, it leaves the lease, which expires.
    left.retain(|name| name != "recoupe-lease.json");
    assert_eq!(left.len(), 3, "{left:?}");
}
