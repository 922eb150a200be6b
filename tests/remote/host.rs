//! Places on a server, the sites that are published there, and what readers must find at any time.

use std::collections::BTreeMap;

use recoupe::publish::Target;

use crate::desk::Desk;

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
    build_pages(desk, &site(release));
}

/// The same site with another text on one of its pages.
pub fn build_with_one_page_changed(desk: &Desk, release: usize) {
    let mut site = site(release);
    site[3].1 += "One sentence more.";
    build_pages(desk, &site);
}

fn build_pages(desk: &Desk, site: &[(String, String)]) {
    desk.build(&site.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>());
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
    /// Puts a file there, past recoupe.
    fn write(&self, name: &str, path: &str, text: &str);

    fn direct(&self, name: &str) -> Target {
        self.place(name, self.port())
    }
}
