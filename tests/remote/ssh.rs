//! A folder behind SSH, reached by the system's own `sftp`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use recoupe::emit::MANIFEST;
use recoupe::publish::{self, PublishError, Sending, SftpFolder, State, Target};

use crate::desk::{Desk, files, told};
use crate::host::{Host, LEASE, RECORD, a_cut_is_survived, build, is_exactly};
use crate::servers::Ssh;

fn folder(path: &Path, program: &str) -> Target {
    let path = path.to_str().unwrap().to_owned();
    Target::Sftp(SftpFolder { host: "web".into(), path, program: program.into() })
}

impl Host for Ssh {
    fn place(&self, name: &str, port: u16) -> Target {
        folder(&www(self, name), &Ssh::client(self.server.dir.path(), port))
    }

    fn port(&self) -> u16 {
        self.server.port
    }

    fn files(&self, name: &str) -> BTreeMap<String, String> {
        files(&www(self, name))
    }
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
    let expected =
        ["+ claims/b/index.html", "~ index.html", &format!("~ {MANIFEST}"), "- claims/a/index.html", "= static/a.css"];
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
    if let Some(ssh) = Ssh::start() {
        a_cut_is_survived(&ssh);
    }
}
