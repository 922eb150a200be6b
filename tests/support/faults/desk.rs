//! A desk with a small site, which publishes one release and then another.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::process::{End, Environment, Program};
use super::reader::Files;
use crate::fixture::{Contents, Fixture, write};

const SITE: &str = include_str!("site.txt");

/// How the second release differs from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    All,
    One,
    Removed,
}

impl Change {
    pub const ALL: [Change; 3] = [Change::All, Change::One, Change::Removed];

    /// The texts of the second release.
    fn of(self, first: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        let mut second = first.clone();
        let mut edit = |path: &str, from: &str, to: &str| {
            let text = second.get_mut(path).expect("a file of the site");
            assert!(text.contains(from), "{path} does not hold {from}");
            *text = text.replace(from, to);
        };
        match self {
            Change::All => {
                edit("content/site.yaml", "Checks in Port Velm", "Port Velm, checked again");
                edit("static/img/map.svg", "M0 0", "M1 1");
                second.insert("static/img/pier.svg".into(), second["static/img/map.svg"].replace("M1", "M2"));
                let page = second.get_mut("content/pages/method.md").expect("a page");
                page.push_str("\nAnd the pier: ![The pier](/img/pier.svg). See [[ferry-late]].\n");
            }
            Change::One => edit("content/claims/ferry-late.md", "The Gazette asked.", "The Gazette asked twice."),
            Change::Removed => {
                edit("content/pages/method.md", "A map: ![A map](/img/map.svg)", "There is no map any more");
                second.remove("static/img/map.svg");
                let text = second.remove("content/claims/ferry-late.md").expect("a claim");
                let text = text.replacen("---\n", "---\nformer: ferry-late\n", 1);
                second.insert("content/claims/ferry-delayed.md".into(), text);
            }
        }
        second
    }
}

/// The texts of all releases, and the sites that are made from them.
pub struct Releases {
    first: Release,
    second: BTreeMap<Change, Release>,
}

pub struct Release {
    texts: BTreeMap<String, String>,
    pub site: Files,
}

impl Releases {
    pub fn new(program: &Program) -> Releases {
        let texts = Fixture::read(SITE).files.into_iter().map(|(path, contents)| match contents {
            Contents::Text(text) => (path, text),
            Contents::Latin1(_) | Contents::LinkTo(_) => unreachable!("the site is made of texts"),
        });
        let texts: BTreeMap<String, String> = texts.collect();
        let second = Change::ALL.map(|change| (change, Release::build(change.of(&texts), program)));
        Releases { second: second.into(), first: Release::build(texts, program) }
    }

    pub fn first(&self) -> &Release {
        &self.first
    }

    pub fn second(&self, change: Change) -> &Release {
        &self.second[&change]
    }
}

impl Release {
    fn build(texts: BTreeMap<String, String>, program: &Program) -> Release {
        let dir = TempDir::new().unwrap();
        let mut release = Release { texts, site: Files::new() };
        let desk = Desk { root: dir.path().to_owned() };
        desk.write(&release, "");
        let end = program.run(&desk.root, &["build"], &Vec::new());
        assert!(end.succeeded, "{}", end.words);
        release.site = files(&desk.root.join("public"));
        release
    }
}

/// The folder of a desk.
pub struct Desk {
    pub root: PathBuf,
}

impl Desk {
    /// Replaces the content, with a target if there is one; what was built and what the desk knows of its publications
    /// stays.
    pub fn write(&self, release: &Release, target: &str) {
        for folder in ["content", "static"] {
            // The first release finds nothing there.
            let _ = fs::remove_dir_all(self.root.join(folder));
        }
        let mut texts = release.texts.clone();
        if !target.is_empty() {
            let site = texts.get_mut("content/site.yaml").expect("the site");
            site.push_str(&format!("publish:\n  www: {target}\n"));
        }
        write(&texts.into_iter().map(|(path, text)| (path, Contents::Text(text))).collect(), &self.root);
    }

    pub fn run(&self, program: &Program, command: &str, environment: &Environment) -> End {
        program.run(&self.root, &[command], environment)
    }
}

/// All files below a folder; links to folders are not followed, but for the folder itself.
pub fn files(dir: &Path) -> Files {
    let mut files = Files::new();
    if !dir.exists() {
        return files;
    }
    for entry in walkdir::WalkDir::new(dir).follow_root_links(true) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
            files.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    files
}
