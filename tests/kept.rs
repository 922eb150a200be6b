//! A build that makes only what changed gives the same bytes as one that makes everything.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use recoupe::build::{self, BuildOptions, Built, Fingerprint, Outcome, Refused};
use recoupe::diagnostic::{Colour, Format, report};
use recoupe::model::Site;
use recoupe::synthetic;
use walkdir::WalkDir;

const FERRY: &str = "content/claims/ferry-aground.md";

/// Builds as the command does.
fn build(root: &Path) -> Result<Box<Built>, Box<Refused>> {
    let options = BuildOptions { judge: support::judge_options(), out: root.join("public") };
    let fingerprint = Fingerprint::take(&std::env::current_exe().unwrap(), root, &options).unwrap();
    match build::folder_with(root, &options, &Site::codings, Some(&fingerprint), &|_, _| ()).unwrap() {
        Outcome::Built(built) => {
            fingerprint.remember(&built, "");
            Ok(built)
        }
        Outcome::Refused(refused) => Err(refused),
    }
}

fn told(refused: &Refused) -> String {
    report(&refused.judged.findings, &refused.judged.corpus.texts(), Format::Human, Colour::Never)
}

fn built(root: &Path) -> Box<Built> {
    build(root).unwrap_or_else(|refused| panic!("{}", told(&refused)))
}

/// The files of the site as they stand, and as a build that knows of no other makes them.
fn assert_as_from_nothing(root: &Path, after: &str) {
    let options = BuildOptions { judge: support::judge_options(), out: root.join("from-nothing") };
    let Outcome::Built(_) = build::folder(root, &options, &|_, _| ()).unwrap() else { panic!("{after}: errors") };
    let (there, new) = (files(&root.join("public")), files(&options.out));
    fs::remove_dir_all(&options.out).unwrap();
    let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&there), names(&new), "{after}");
    for (path, bytes) in &new {
        let (there, bytes) = (String::from_utf8_lossy(&there[path]), String::from_utf8_lossy(bytes));
        let lines = there.lines().zip(bytes.lines()).find(|(there, new)| there != new);
        assert!(there == bytes, "{after}: {} is {lines:#?}", path.display());
    }
}

fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = WalkDir::new(dir).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let read = |path: &Path| (path.strip_prefix(dir).unwrap().to_owned(), fs::read(path).unwrap());
    files.map(|entry| read(entry.path())).collect()
}

fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{} does not hold {from:?}", path.display());
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_page_that_shows_nothing_of_a_change_is_kept() {
    let folder = support::folder("-- base --\n");
    let root = folder.path();
    assert_eq!(built(root).kept, 0, "nothing was built yet");
    let all = built(root).kept;
    assert!(all > 0);
    edit(&root.join(FERRY), "The harbour", "One more sentence. The harbour");
    let kept = built(root).kept;
    assert!(0 < kept && kept < all, "{kept} of {all}: what does not show the claim");
    assert_as_from_nothing(root, "a sentence");
    // Every page names the desk.
    edit(&root.join("content/site.yaml"), "title:", "title: The other desk\n#");
    assert_eq!(built(root).kept, 0);
    assert_as_from_nothing(root, "the name of the site");
    fs::create_dir_all(root.join("templates")).unwrap();
    fs::write(root.join("templates/claim.html"), "<!doctype html><title>{{ claim.title }}</title>").unwrap();
    assert_eq!(built(root).kept, 0);
    assert_as_from_nothing(root, "a template");
    assert!(built(root).kept > 0);
}

#[test]
fn what_somebody_did_to_the_site_is_undone() {
    let folder = support::folder("-- base --\n");
    let root = folder.path();
    built(root);
    fs::write(root.join("public/checks/ferry-aground/index.html"), "mine").unwrap();
    assert_eq!(built(root).kept, 0);
    assert_as_from_nothing(root, "a page that was changed");
    fs::remove_file(root.join("public/checks/ferry-aground/index.html")).unwrap();
    assert_eq!(built(root).kept, 0);
    assert_as_from_nothing(root, "a page that was taken away");
}

#[test]
fn what_is_remembered_wrongly_is_not_believed() {
    let folder = support::folder("-- base --\n");
    let root = folder.path();
    built(root);
    let remembered = || {
        let mut entries = fs::read_dir(root.join(".recoupe")).unwrap().map(|entry| entry.unwrap().path());
        entries.find(|path| path.file_name().unwrap().to_string_lossy().starts_with("pages-")).unwrap()
    };
    for bytes in [&b""[..], b"\n", b"recoupe-pages/1 1 2 3\n", b"\xff\xff\xff\xff\xff\xff\xff\xff"] {
        fs::write(remembered(), bytes).unwrap();
        assert_eq!(built(root).kept, 0, "{bytes:?}");
        assert_as_from_nothing(root, "a broken memory");
    }
    let whole = fs::read(remembered()).unwrap();
    fs::write(remembered(), &whole[..whole.len() - 4]).unwrap();
    assert_eq!(built(root).kept, 0);
}

#[test]
fn a_kept_page_whose_link_no_longer_lands_is_told() {
    let folder = support::folder(
        "-- base --\n-- content/claims/linking.md --\n---\ntitle: A link\nclaim: Something.\npublished: 2024-03-05\n\
         authors: desk\nsaid: { by: harbour-office, in: gazette-2024-03-02 }\nverdict: attributed\nevidence:\n  - { \
         document: gazette-2024-03-02, stance: supports, origin: harbour-office }\n---\n[There](/checks/target/#s-part).\n\
         -- content/claims/target.md --\n---\ntitle: A target\nclaim: Something else.\npublished: 2024-03-05\n\
         authors: desk\nsaid: { by: harbour-office, in: gazette-2024-03-02 }\nverdict: attributed\nevidence:\n  - { \
         document: gazette-2024-03-02, stance: supports, origin: harbour-office }\n---\n## Part\n\nText.\n",
    );
    let root = folder.path();
    built(root);
    assert!(built(root).kept > 0);
    edit(&root.join("content/claims/target.md"), "## Part", "## Another part");
    let refused = build(root).unwrap_err();
    let found: Vec<_> = refused.judged.findings.iter().filter(|found| found.rule.code == "dead-fragment").collect();
    let [dead] = found[..] else { panic!("{}", told(&refused)) };
    assert_eq!(&*dead.place.file, "/checks/linking/");
    edit(&root.join("content/claims/target.md"), "## Another part", "## Part");
    built(root);
    assert_as_from_nothing(root, "a heading that came back");
}

/// A claim of a source in a document; more lines of its front matter follow.
fn claim(title: &str, source: &str, document: &str, more: &str) -> String {
    format!(
        "---\ntitle: {title}\nclaim: Something about it.\npublished: 2024-03-05\nauthors: desk\nsaid: {{ by: {source}, \
         in: {document} }}\nverdict: attributed\nevidence:\n  - {{ document: {document}, stance: supports, origin: \
         {source} }}\n{more}---\nText.\n"
    )
}

#[test]
fn a_page_is_made_again_for_what_it_shows_of_records_that_it_does_not_name() {
    let paper = |name: &str, owner: &str| format!("---\nname: {name}\nkind: media\n{owner}---\n");
    let document = |publisher: &str| format!("---\npublisher: {publisher}\nkind: article\nlanguage: en\n---\n");
    let records = [
        ("sources/herald.md", paper("The Herald", "owner: house\n")),
        ("sources/mirror.md", paper("The Mirror", "owner: firm\n")),
        ("sources/house.md", paper("The House", "")),
        ("sources/firm.md", paper("The Firm", "")),
        ("documents/in-herald.md", document("herald")),
        ("documents/in-mirror.md", document("mirror")),
        (
            "claims/two-papers.md",
            claim(
                "Two papers say so",
                "harbour-office",
                "gazette-2024-03-02",
                "  - { document: in-herald, stance: supports, origin: self }\n  - { document: in-mirror, stance: \
                 supports, origin: self }\nevent: grounding\n",
            ),
        ),
        ("claims/apart.md", claim("Something else", "herald", "in-herald", "")),
    ];
    let folder = support::folder("-- base --\n");
    let root = folder.path();
    let content = root.join("content");
    for (path, text) in &records {
        fs::write(content.join(path), text).unwrap();
    }
    built(root);
    let page = root.join("public/checks/two-papers/index.html");
    let apart = claim("Something else", "herald", "in-herald", "relations: { updates: two-papers }\n");
    let another = claim("One more", "harbour-office", "gazette-2024-03-02", "");
    let changes = [
        ("the owners of its sources are one", "sources/firm.md", paper("The Firm", "owner: house\n")),
        ("a claim that it does not name points at it", "claims/apart.md", apart),
        ("its source made one more claim", "claims/another.md", another),
    ];
    for (what, path, text) in changes {
        let before = fs::read(&page).unwrap();
        fs::write(content.join(path), text).unwrap();
        assert!(built(root).kept > 0, "{what}");
        assert!(fs::read(&page).unwrap() != before, "{what}");
        assert_as_from_nothing(root, what);
    }
}

/// Numbers that are the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

/// A change as a desk makes one, to a record of any kind; what to do to the file of which path.
fn change(draw: &mut Draw, root: &Path) -> (PathBuf, Option<String>) {
    let content = root.join("content");
    let records: Vec<PathBuf> = WalkDir::new(&content)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.is_file() && path.parent() != Some(&content))
        .collect();
    let path = draw.of(&records).clone();
    let text = fs::read_to_string(&path).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let fields: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].contains(": ")).collect();
    let joined = |lines: &[String]| Some(lines.join("\n") + "\n");
    match draw.below(if fields.is_empty() { 4 } else { 8 }) {
        0 => (path, None),
        1 => (path.with_file_name(format!("another-{}.md", draw.below(1000))), Some(text)),
        2 | 3 => (path, Some(text + "\nOne more paragraph.\n")),
        // A field as another record of the kind has it.
        4..=6 => {
            let kin: Vec<&PathBuf> = records.iter().filter(|other| other.parent() == path.parent()).collect();
            let other = fs::read_to_string(draw.of(&kin)).unwrap();
            let at = *draw.of(&fields);
            let key = lines[at].split(": ").next().unwrap().to_owned();
            if let Some(line) = other.lines().find(|line| line.split(": ").next() == Some(&key)) {
                line.clone_into(&mut lines[at]);
            }
            let text = joined(&lines);
            (path, text)
        }
        // A field that is gone.
        _ => {
            lines.remove(*draw.of(&fields));
            let text = joined(&lines);
            (path, text)
        }
    }
}

/// Makes random changes one after another, takes back those that are errors, and compares with a build from nothing.
fn walk(root: &Path, seed: u64, builds: usize) {
    let mut draw = Draw(seed);
    let (mut kept, mut pages, mut done) = (0, 0, 0);
    built(root);
    for tries in 0.. {
        assert!(tries < builds * 20, "hardly any change is one that a site survives");
        let (path, text) = change(&mut draw, root);
        let before = fs::read_to_string(&path).ok();
        let write = |text: &Option<String>| match text {
            Some(text) => fs::write(&path, text).unwrap(),
            None => drop(fs::remove_file(&path)),
        };
        write(&text);
        match build(root) {
            Err(_) => write(&before),
            Ok(built) => {
                let what = format!("change {tries} of seed {seed}, in {}", path.display());
                assert_as_from_nothing(root, &what);
                (kept, pages, done) = (kept + built.kept, pages + built.pages, done + 1);
                if done == builds {
                    break;
                }
            }
        }
    }
    assert!(kept > pages / 10, "{kept} of {pages} pages were kept");
}

#[test]
fn random_changes_of_an_invented_site_give_what_a_build_from_nothing_gives() {
    let folder = tempfile::tempdir().unwrap();
    let options = synthetic::Options { claims: 30, seed: 3, bilingual: true, captures: true };
    let write = |path: String, bytes: &[u8]| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    options.each_file(&mut |path, text| write(path, text.as_bytes()));
    walk(folder.path(), 11, 10);
}

#[test]
fn random_changes_of_a_real_site_give_what_a_build_from_nothing_gives() {
    let folder = tempfile::tempdir().unwrap();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for (path, bytes) in files(&content) {
        let path = folder.path().join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    walk(folder.path(), 5, 4);
}
