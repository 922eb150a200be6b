//! A small site in one text.
//!
//! A line `-- path --` begins a file; `-- base --` stands for the files of `diagnostics/base.txt`, and
//! a file that comes later takes the place of an earlier one. `-- path as latin-1 --` writes a file in
//! that encoding, and `-- path -> target --` makes a symbolic link. `-- /path/ --` is a finished page of
//! a built site. `-- published --` says that readers know the site as it stands so far: what comes after is held
//! against it, and `-- path removed --` takes a file away. `-- answers --` says what addresses of others answer, an address
//! and its answer a line. Lines before the first of these are words for whoever reads the fixture.

use std::collections::BTreeMap;

use recoupe::links::Answer;
use std::fs;
use std::path::Path;

const BASE: &str = include_str!("../diagnostics/base.txt");

/// The files of a small site, by their paths.
pub struct Fixture {
    pub files: BTreeMap<String, Contents>,
    /// Finished pages by their addresses.
    pub pages: BTreeMap<String, String>,
    /// The files of the site as it was published.
    pub published: Option<BTreeMap<String, Contents>>,
    /// What addresses of others answer.
    pub answers: BTreeMap<String, Answer>,
}

#[derive(Clone)]
pub enum Contents {
    Text(String),
    Latin1(Vec<u8>),
    LinkTo(String),
}

impl Fixture {
    /// Whether the site brings templates or files of its own: then it is built to find what is wrong with them.
    pub fn has_theme(&self) -> bool {
        self.files.keys().any(|path| path.starts_with("templates/") || path.starts_with("static/"))
    }

    pub fn read(input: &str) -> Self {
        let mut files = BTreeMap::new();
        let mut pages = BTreeMap::new();
        let mut published = None;
        let mut answers = BTreeMap::new();
        for (heading, text) in sections(input) {
            if heading == "base" {
                files.extend(Self::read(BASE).files);
            } else if heading == "published" {
                published = Some(files.clone());
            } else if heading == "answers" {
                answers.extend(text.lines().map(answer));
            } else if let Some(path) = heading.strip_suffix(" removed") {
                files.remove(path).expect("only a file that is there can be removed");
            } else if let Some(path) = heading.strip_suffix(" as latin-1") {
                let bytes = text.chars().map(|c| u8::try_from(u32::from(c)).expect("a character of Latin-1"));
                files.insert(path.to_owned(), Contents::Latin1(bytes.collect()));
            } else if let Some((path, target)) = heading.split_once(" -> ") {
                files.insert(path.to_owned(), Contents::LinkTo(target.to_owned()));
            } else if heading.starts_with('/') {
                pages.insert(heading.to_owned(), text);
            } else {
                files.insert(heading.to_owned(), Contents::Text(text));
            }
        }
        Self { files, pages, published, answers }
    }
}

/// `https://a.example/ broken answers 404 Not Found`.
fn answer(line: &str) -> (String, Answer) {
    let mut words = line.splitn(3, ' ');
    let (url, kind, rest) = (words.next(), words.next(), words.next().unwrap_or_default().to_owned());
    let answer = match kind.expect("an address has an answer") {
        "good" => Answer::Good,
        "moved" => Answer::Moved(rest),
        "broken" => Answer::Broken(rest),
        "silent" => Answer::Silent(rest),
        "unclear" => Answer::Unclear(rest),
        other => panic!("nothing answers `{other}`"),
    };
    (url.expect("a line has an address").to_owned(), answer)
}

fn sections(input: &str) -> Vec<(&str, String)> {
    let mut sections: Vec<(&str, String)> = Vec::new();
    for line in input.split_inclusive('\n') {
        let heading = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --"));
        match (heading, sections.last_mut()) {
            (Some(heading), _) => sections.push((heading, String::new())),
            (None, Some((_, text))) => text.push_str(line),
            (None, None) => {}
        }
    }
    sections
}

/// Writes files below a folder.
pub fn write(files: &BTreeMap<String, Contents>, root: &Path) {
    for (path, contents) in files {
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        match contents {
            Contents::Text(text) => fs::write(file, text).unwrap(),
            Contents::Latin1(bytes) => fs::write(file, bytes).unwrap(),
            Contents::LinkTo(target) => std::os::unix::fs::symlink(target, file).unwrap(),
        }
    }
}
