//! Places on a server, the sites that are published there, and what readers must find at any time.

use std::collections::BTreeMap;

use recoupe::publish::Target;

use crate::desk::{Desk, files};
use crate::servers::Proxy;

pub const RECORD: &str = "recoupe-publication.json";
pub const LEASE: &str = "recoupe-lease.json";

/// A site whose pages all change with `release`, need a style sheet of that release, and link to each other.
pub fn site(release: usize) -> Vec<(String, String)> {
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

pub fn build(desk: &Desk, release: usize) {
    let site = site(release);
    desk.build(&site.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>());
}

/// Each file is one that was published, byte for byte, and every page finds what it names.
pub fn is_sound(now: &BTreeMap<String, String>, releases: &[&BTreeMap<String, String>]) {
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
pub fn is_exactly(now: &BTreeMap<String, String>, site: &BTreeMap<String, String>) {
    let mut now = now.clone();
    assert!(now.remove(RECORD).is_some(), "the record is missing");
    assert_eq!(now.keys().collect::<Vec<_>>(), site.keys().collect::<Vec<_>>());
    assert!(now == *site, "other bytes");
}

/// A server with places on it, each with a name.
pub trait Host: Sync {
    /// The place, reached directly or through a proxy.
    fn place(&self, name: &str, port: u16) -> Target;
    fn port(&self) -> u16;
    /// What is there, read past recoupe.
    fn files(&self, name: &str) -> BTreeMap<String, String>;

    fn direct(&self, name: &str) -> Target {
        self.place(name, self.port())
    }
}

/// A desk that has published release 1 and has built release 2, with the files of both.
pub fn second_release(host: &dyn Host, name: &str) -> (Desk, BTreeMap<String, String>, BTreeMap<String, String>) {
    let desk = Desk::new();
    build(&desk, 1);
    desk.publish(&host.direct(name)).unwrap();
    let old = files(&desk.path("public"));
    build(&desk, 2);
    let new = files(&desk.path("public"));
    (desk, old, new)
}

/// Cuts the connection at five points of a publication.
pub fn a_cut_is_survived(host: &dyn Host) {
    let (desk, ..) = second_release(host, "measure");
    let whole = Proxy::cutting(usize::MAX, host.port());
    desk.publish(&host.place("measure", whole.port)).unwrap();
    let bytes = whole.passed();
    std::thread::scope(|scope| {
        for seed in 0..5 {
            scope.spawn(move || {
                let name = format!("seed-{seed}");
                let (desk, old, new) = second_release(host, &name);
                let cut = Proxy::cutting(bytes * (2 * seed + 1) / 10, host.port());
                assert!(desk.publish(&host.place(&name, cut.port)).is_err(), "nothing was cut");
                is_sound(&host.files(&name), &[&old, &new]);
                desk.publish(&host.direct(&name)).unwrap();
                is_exactly(&host.files(&name), &new);
            });
        }
    });
}
