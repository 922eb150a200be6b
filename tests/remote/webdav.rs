//! A folder of a WebDAV server.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Mutex;

use recoupe::publish::{self, Login, Notice, PublishError, Sending, Target, WebDavFolder};

use crate::desk::{Desk, files};
use crate::host::Host;
use crate::servers::dav::{Dav, PASSWORD, USER};

impl Host for Dav {
    fn place(&self, name: &str, port: u16) -> Target {
        folder(format!("http://127.0.0.1:{port}/{name}/"), self.asks.then_some(PASSWORD))
    }

    fn port(&self) -> u16 {
        self.server.port
    }

    fn files(&self, name: &str) -> BTreeMap<String, String> {
        files(&self.www().join(name))
    }

    fn write(&self, name: &str, path: &str, text: &str) {
        let file = self.www().join(name).join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}

fn folder(url: String, password: Option<&str>) -> Target {
    let login = password.map(|password| Login { user: USER.into(), password: password.into() });
    Target::WebDav(WebDavFolder { url, login, patience: WebDavFolder::PATIENCE })
}

/// What is said aloud of a place.
fn notices(target: &Target) -> Vec<Notice> {
    let said = Mutex::new(Vec::new());
    let notice = |notice: &Notice| said.lock().unwrap().push(notice.clone());
    let how = Sending { notice: &notice, ..Sending::default() };
    Desk::new().with(|release| publish::prepare(release, target)?.send_as(&how)).unwrap();
    said.into_inner().unwrap()
}

mod of_wsgidav {
    use super::*;
    use crate::suite::suite;

    suite!(Dav::wsgidav());

    #[test]
    fn it_honours_conditions() {
        let Some(dav) = Dav::wsgidav() else { return };
        assert_eq!(notices(&dav.direct("www")), []);
    }
}

mod of_apache {
    use super::*;
    use crate::suite::suite;

    suite!(Dav::apache());

    #[test]
    fn it_honours_conditions() {
        let Some(dav) = Dav::apache() else { return };
        assert_eq!(notices(&dav.direct("www")), []);
    }
}

mod of_nginx {
    use super::*;
    use crate::suite::suite;

    // It takes the same way as Apache's, but for the conditions.
    suite!(Dav::nginx(), releases_follow_each_other, one_publishes_at_a_time);

    #[test]
    fn it_is_said_aloud_that_it_honours_no_condition() {
        let Some(dav) = Dav::nginx() else { return };
        let place = format!("http://127.0.0.1:{}/www", dav.port());
        assert_eq!(notices(&dav.direct("www")), [Notice::NoConditions(place)]);
    }
}

#[test]
fn a_password_that_is_refused_is_in_no_message() {
    let Some(dav) = Dav::wsgidav() else { return };
    let target = folder(format!("http://127.0.0.1:{}/www/", dav.port()), Some("a-wrong-password"));
    let error = Desk::new().publish(&target).unwrap_err();
    assert!(matches!(error, PublishError::Denied { .. }), "{error}");
    assert!(error.help().unwrap().contains("RECOUPE_WEBDAV_PASSWORD"));
    assert!(!format!("{error} {error:?} {target:?}").contains("a-wrong-password"));
}

#[test]
fn no_password_travels_in_an_address_or_in_the_open() {
    for url in ["https://desk:pass-word@dav.example.org/", "http://dav.example.org/site/", "dav.example.org"] {
        let error = Desk::new().publish(&folder(url.into(), Some("pass-word"))).unwrap_err();
        assert!(matches!(error, PublishError::Address { .. }), "{error}");
        let words = format!("{error} {error:?} {:?}", error.help());
        assert!(words.contains("dav.example.org") && !words.contains("pass-word"), "{words}");
    }
}

#[test]
fn names_are_written_as_addresses() {
    let Some(dav) = Dav::apache() else { return };
    let target = dav.direct("the%20site's%20own");
    let desk = Desk::new();
    desk.build(&[("index.html", "home"), ("claims/é à/index.html", "a"), ("data/50% [1].json", "{}")]);
    desk.publish(&target).unwrap();
    desk.build(&[("index.html", "home"), ("claims/é à/index.html", "b"), ("data/50% [1].json", "{ }")]);
    desk.publish(&target).unwrap();
    crate::host::is_exactly(&dav.files("the site's own"), &files(&desk.path("public")));
}

#[test]
fn a_server_that_says_nothing_is_not_waited_for_for_ever() {
    // It accepts connections, and nobody answers in them.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/www/", silent.local_addr().unwrap());
    let patience = std::time::Duration::from_secs(1);
    let error = Desk::new().publish(&Target::WebDav(WebDavFolder { url, login: None, patience })).unwrap_err();
    assert!(error.to_string().contains("no answer for 1 seconds"), "{error}");
}
