//! A folder behind SSH, reached by the system's own `sftp`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use recoupe::publish::{PublishError, SftpFolder, Target};

use crate::desk::{Desk, files};
use crate::host::{Host, is_exactly};
use crate::servers::Ssh;
use crate::suite::suite;

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

    fn write(&self, name: &str, path: &str, text: &str) {
        std::fs::create_dir_all(www(self, name)).unwrap();
        std::fs::write(www(self, name).join(path), text).unwrap();
    }
}

fn www(ssh: &Ssh, name: &str) -> PathBuf {
    ssh.server.dir.path().join(name)
}

suite!(Ssh::start());

#[test]
fn any_name_is_one_word_and_empty_folders_go() {
    let Some(ssh) = Ssh::start() else { return };
    let www = www(&ssh, "the site's \"own\" [folder]*");
    let target = folder(&www, &ssh.client);
    let desk = Desk::new();
    desk.publish(&target).unwrap();
    is_exactly(&files(&www), &files(&desk.path("public")));
    desk.build_second();
    desk.publish(&target).unwrap();
    is_exactly(&files(&www), &files(&desk.path("public")));
    assert!(!www.join("claims/a").exists(), "an empty folder is left");
}

#[test]
fn a_key_that_is_refused_is_named_at_once() {
    let Some(ssh) = Ssh::start() else { return };
    let error = Desk::new().publish(&folder(&www(&ssh, "www"), &ssh.stranger())).unwrap_err();
    assert!(matches!(error, PublishError::Denied { .. }), "{error}");
    assert!(error.help().unwrap().contains("`ssh`"));
}
