//! Publishing to servers that others wrote, started on this machine: what readers find there at any time.

#[path = "support/desk.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod desk;
#[path = "support/servers.rs"]
#[allow(dead_code, reason = "each test uses a part of this")]
mod servers;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use desk::{Desk, files, told};
use recoupe::emit::MANIFEST;
use recoupe::publish::{self, PublishError, Sending, SftpFolder, State, Target};
use servers::{Cut, Ssh};

const RECORD: &str = "recoupe-publication.json";
const LEASE: &str = "recoupe-lease.json";

/// A site whose pages all change with `release`, need a style sheet of that release, and link to each other.
fn site(release: usize) -> Vec<(String, String)> {
    let style = format!("static/style-{release}.css");
    let page = |name: String, link: &str| {
        let filler = format!("{name} of release {release}. ").repeat(100);
        (name, format!("needs {style}\nneeds {link}\n{filler}"))
    };
    let mut site: Vec<_> = (0..8).map(|at| page(format!("claims/c{at}/index.html"), "index.html")).collect();
    site.push(page("index.html".into(), &format!("claims/only-{release}/index.html")));
    site.push(page(format!("claims/only-{release}/index.html"), "claims/c1/index.html"));
    site.push((style, format!("the style of {release}")));
    site.push(("data/same.json".into(), "{}".into()));
    site
}

fn build(desk: &Desk, release: usize) {
    let site = site(release);
    desk.build(&site.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>());
}

/// Each file is one that was published, byte for byte, and every page finds what it names.
fn is_sound(now: &BTreeMap<String, String>, releases: &[&BTreeMap<String, String>]) {
    for (path, text) in now {
        if [RECORD, LEASE].contains(&path.as_str()) || path.contains(".recoupe-part") {
            continue;
        }
        assert!(releases.iter().any(|release| release.get(path) == Some(text)), "{path} is neither old nor new");
        for needed in text.lines().filter_map(|line| line.strip_prefix("needs ")) {
            assert!(now.contains_key(needed), "{path} names {needed}, which is not there");
        }
    }
}

/// The place holds the site, its record, and nothing else.
fn is_exactly(now: &BTreeMap<String, String>, site: &BTreeMap<String, String>) {
    let mut now = now.clone();
    assert!(now.remove(RECORD).is_some(), "the record is missing");
    assert_eq!(now.keys().collect::<Vec<_>>(), site.keys().collect::<Vec<_>>());
    assert!(now == *site, "other bytes");
}

mod behind_ssh {
    use super::*;

    fn folder(path: &Path, program: &str) -> Target {
        let path = path.to_str().unwrap().to_owned();
        Target::Sftp(SftpFolder { host: "web".into(), path, program: program.into() })
    }

    fn www(ssh: &Ssh, name: &str) -> PathBuf {
        ssh.server.dir.path().join(name)
    }

    #[test]
    fn a_site_is_sent_changed_and_left_alone() {
        let Some(ssh) = Ssh::start() else { return };
        let www = www(&ssh, "the site's \"own\" [folder]*");
        let target = folder(&www, &ssh.client);
        let desk = Desk::new();
        let first = desk.publish(&target).unwrap();
        assert_eq!((first.state, first.plan.added.len()), (State::Files, 4));
        is_exactly(&files(&www), &files(&desk.path("public")));
        assert_eq!(desk.publish(&target).unwrap().state, State::Unchanged);

        desk.build(&[("index.html", "home, again"), ("static/a.css", "style"), ("claims/b/index.html", "b")]);
        let plan = desk.plan(&target).unwrap();
        let expected = [
            "+ claims/b/index.html",
            "~ index.html",
            &format!("~ {MANIFEST}"),
            "- claims/a/index.html",
            "= static/a.css",
        ];
        assert_eq!(told(&plan), expected);
        assert_eq!(files(&www)["index.html"], "home", "a plan changes nothing");
        assert_eq!(desk.publish(&target).unwrap().plan, plan);
        is_exactly(&files(&www), &files(&desk.path("public")));
        assert!(!www.join("claims/a").exists(), "an empty folder is left");
    }

    #[test]
    fn one_publishes_at_a_time() {
        let Some(ssh) = Ssh::start() else { return };
        let www = www(&ssh, "www");
        let target = folder(&www, &ssh.client);
        let desk = Desk::new();
        desk.publish(&target).unwrap();
        let other = r#"{"id":"another","host":"the other desk","started":1,"expires":99999999999}"#;
        std::fs::write(www.join(LEASE), other).unwrap();
        build(&desk, 1);

        let refused = desk.publish(&target).unwrap_err();
        assert!(matches!(&refused, PublishError::Leased { host, .. } if host == "the other desk"), "{refused}");
        assert_eq!(files(&www)["index.html"], "home");

        std::fs::write(www.join(LEASE), other.replace("99999999999", "2")).unwrap();
        desk.publish(&target).expect("a lease that has expired is taken over");
        is_exactly(&files(&www), &files(&desk.path("public")));

        std::fs::write(www.join(LEASE), other).unwrap();
        build(&desk, 2);
        let how = Sending { break_lease: true, ..Sending::default() };
        desk.with(|release| publish::prepare(release, &target)?.send_as(&how)).expect("a lease can be broken");
        is_exactly(&files(&www), &files(&desk.path("public")));
    }

    #[test]
    fn somebody_elses_site_is_not_replaced() {
        let Some(ssh) = Ssh::start() else { return };
        let www = www(&ssh, "www");
        std::fs::create_dir(&www).unwrap();
        std::fs::write(www.join("index.html"), "years of work").unwrap();
        let refused = Desk::new().publish(&folder(&www, &ssh.client)).unwrap_err();
        assert!(matches!(refused, PublishError::ForeignPlace(_)), "{refused}");
    }

    #[test]
    fn a_record_cannot_lead_out_of_the_folder() {
        let Some(ssh) = Ssh::start() else { return };
        let www = www(&ssh, "www");
        let target = folder(&www, &ssh.client);
        let desk = Desk::new();
        desk.publish(&target).unwrap();
        let record = files(&www)[RECORD].replace("claims/a/index.html", "../victim");
        std::fs::write(www.join(RECORD), record).unwrap();
        build(&desk, 1);
        assert!(matches!(desk.publish(&target).unwrap_err(), PublishError::UnknownRecord { .. }));
    }

    #[test]
    fn a_cut_connection_leaves_old_and_new_files_and_the_next_run_completes() {
        let Some(ssh) = Ssh::start() else { return };
        let start = |name: &str| {
            let (desk, www) = (Desk::new(), www(&ssh, name));
            build(&desk, 1);
            desk.publish(&folder(&www, &ssh.client)).unwrap();
            let old = files(&desk.path("public"));
            build(&desk, 2);
            (desk, www, old)
        };
        let (desk, www, _) = start("measure");
        let whole = Cut::after(usize::MAX, ssh.server.port);
        desk.publish(&folder(&www, &Ssh::client(ssh.server.dir.path(), whole.port))).unwrap();
        let bytes = whole.passed();

        std::thread::scope(|scope| {
            for seed in 0..5 {
                let (start, ssh) = (&start, &ssh);
                scope.spawn(move || {
                    let (desk, www, old) = start(&format!("seed-{seed}"));
                    let new = files(&desk.path("public"));
                    let cut = Cut::after(bytes * (2 * seed + 1) / 10, ssh.server.port);
                    let through = folder(&www, &Ssh::client(ssh.server.dir.path(), cut.port));
                    assert!(desk.publish(&through).is_err(), "nothing was cut");
                    is_sound(&files(&www), &[&old, &new]);
                    desk.publish(&folder(&www, &ssh.client)).unwrap();
                    is_exactly(&files(&www), &new);
                });
            }
        });
    }
}
