//! A desk with a built site, and a place to publish it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use recoupe::emit::{MANIFEST, Order, OutPath, Output};
use recoupe::publish::{self, Author, History, Plan, Publication, PublishError, Release, State, Target};
use tempfile::TempDir;

/// A desk with a built site, and a place to publish it.
pub struct Desk {
    pub root: TempDir,
}

impl Desk {
    pub fn new() -> Desk {
        let desk = Desk { root: TempDir::new().unwrap() };
        desk.build(&[("index.html", "home"), ("static/a.css", "style"), ("claims/a/index.html", "a")]);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub fn build(&self, site: &[(&str, &str)]) {
        let output = Output::open(&self.path("public"), &[]).unwrap();
        for (path, text) in site {
            output.put(&OutPath::new(path).unwrap(), text.as_bytes(), Order::Page).unwrap();
        }
        output.commit().unwrap();
    }

    /// Builds a second release: a page more, one less, another home page, the same style sheet.
    pub fn build_second(&self) {
        self.build(&[("index.html", "home, again"), ("static/a.css", "style"), ("claims/b/index.html", "b")]);
    }

    pub fn with<T>(&self, act: impl FnOnce(&Release) -> T) -> T {
        let (site, scratch) = (self.path("public"), self.path(".recoupe"));
        let author = Author { name: "Recoupements", email: "redaction@example.org" };
        act(&Release { site: &site, root: self.root.path(), scratch: &scratch, author })
    }

    pub fn publish(&self, target: &Target) -> Result<Publication, PublishError> {
        self.with(|release| publish::prepare(release, target)?.send())
    }

    pub fn plan(&self, target: &Target) -> Result<Plan, PublishError> {
        self.with(|release| publish::prepare(release, target)?.plan())
    }
}

/// Looks at the releases that a target keeps.
pub fn with_history<T>(desk: &Desk, target: &Target, act: impl FnOnce(&History) -> T) -> T {
    desk.with(|release| act(&publish::history(release, target).unwrap()))
}

/// Goes back to a release.
pub fn go_back(desk: &Desk, target: &Target, wanted: &str) -> Result<State, PublishError> {
    with_history(desk, target, |history| history.go_back(history.find(wanted)?))
}

/// What a plan says, in one line a file.
pub fn told(plan: &Plan) -> Vec<String> {
    [("+", &plan.added), ("~", &plan.changed), ("-", &plan.removed), ("=", &plan.unchanged)]
        .into_iter()
        .flat_map(|(mark, items)| items.iter().map(move |item| format!("{mark} {}", item.path)))
        .collect()
}

/// What a plan says of the second release of a desk, where its first one is.
pub fn second_release() -> Vec<String> {
    let (home, manifest) = ("~ index.html".to_owned(), format!("~ {MANIFEST}"));
    vec!["+ claims/b/index.html".into(), home, manifest, "- claims/a/index.html".into(), "= static/a.css".into()]
}

pub fn files(dir: &Path) -> BTreeMap<String, String> {
    walkdir::WalkDir::new(dir)
        .follow_root_links(true)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
            (path, text(fs::read(entry.path()).unwrap()))
        })
        .collect()
}

/// Bytes as text that is the same only if they are: a font becomes a text of its own.
pub fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|other| other.into_bytes().into_iter().map(char::from).collect())
}
