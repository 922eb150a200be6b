//! Small sites written in one text, and what is found wrong with them.

#![allow(dead_code, reason = "each test uses a part of this")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

pub mod fixture;
pub mod inventory;
pub mod prose;
pub mod snapshot;
pub mod source;
pub mod views;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use fixture::write;
use fixture::{Contents, Fixture};
use recoupe::build::{self, BuildOptions, Outcome};
use recoupe::capture::Captures;
use recoupe::check::{self, Judged};
use recoupe::corpus::SourceFile;
use recoupe::diagnostic::{Colour, Diagnostic, Format, Texts, report};
use recoupe::emit::Manifest;
use recoupe::inspect::{self, Addresses, Landings};
use recoupe::judge::{self, CaptureOptions, JudgeOptions};
use recoupe::links;
use recoupe::parse;
use recoupe::resolve::{self, Drafts};
use recoupe::site::Earlier;
use recoupe::text::PartialDate;
use recoupe::weigh;

/// The day on which every fixture is built.
pub const AS_OF: &str = "2026-11-22";

/// What an author sees of a small site: every finding, as `recoupe check` shows it.
pub fn check(input: &str) -> String {
    check_as(input, Format::Human)
}

/// What is found in a small site, in one of the forms.
pub fn check_as(input: &str, format: Format) -> String {
    let fixture = Fixture::read(input);
    if !fixture.pages.is_empty() {
        return report(&inspected(&fixture), &Texts::new(), format, Colour::Never);
    }
    let folder = tempfile::tempdir().unwrap();
    // A folder of its own, so that a fixture can also write beside it.
    let root = folder.path().join("site");
    let published = fixture.published.as_ref().map(|files| Arc::new(published(files, folder.path())));
    write(&fixture.files, &root);
    let judge = JudgeOptions { published, ..judge_options() };
    if !fixture.has_theme() {
        let mut judged = judge::folder(&root, &judge).unwrap().judged;
        judged.also(links::findings(&links::of(&judged.corpus), |url| fixture.answers.get(url)));
        return report(&judged.findings, &judged.corpus.texts(), format, Colour::Never);
    }
    let options = BuildOptions { judge, out: folder.path().join("out") };
    match build::folder(&root, &options, &|_, _| {}).unwrap() {
        Outcome::Built(built) => report(&built.judged.findings, &built.judged.corpus.texts(), format, Colour::Never),
        Outcome::Refused(refused) => {
            let mut texts = refused.judged.corpus.texts();
            texts.extend(refused.templates.iter().map(|(name, text)| (name.as_str(), text.as_str())));
            report(&refused.judged.findings, &texts, format, Colour::Never)
        }
    }
}

/// A small site on the disk, to be changed there.
pub fn folder(input: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(&Fixture::read(input).files, folder.path());
    folder
}

/// What every fixture is read with.
pub fn judge_options() -> JudgeOptions {
    JudgeOptions {
        as_of: as_of(),
        drafts: Drafts::LeftOut,
        base_url: None,
        published: None,
        captures: CaptureOptions::default(),
    }
}

/// The pages of a small site and its data, by their paths below the output directory.
pub fn pages(input: &str) -> BTreeMap<String, String> {
    files(input, |path| path.starts_with("data/") || path.ends_with(".html"))
}

/// The texts of a small site that are wanted, by their paths below the output directory.
pub fn files(input: &str, wanted: impl Fn(&str) -> bool) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let out = built(input, folder.path());
    let files = walkdir::WalkDir::new(&out).sort_by_file_name().into_iter().map(Result::unwrap);
    let path = |entry: &walkdir::DirEntry| entry.path().strip_prefix(&out).unwrap().to_str().unwrap().to_owned();
    let found = files.filter(|entry| entry.file_type().is_file() && wanted(&path(entry)));
    found.map(|entry| (path(&entry), fs::read_to_string(entry.path()).unwrap())).collect()
}

/// Builds a small site below `folder`; where its output stands.
pub fn built(input: &str, folder: &Path) -> PathBuf {
    let root = folder.join("site");
    write(&Fixture::read(input).files, &root);
    let judge = judge_options();
    let out = folder.join("out");
    let outcome = build::folder(&root, &BuildOptions { judge, out: out.clone() }, &|_, _| {}).unwrap();
    if let Outcome::Refused(refused) = outcome {
        panic!("{}", report(&refused.judged.findings, &refused.judged.corpus.texts(), Format::Human, Colour::Never));
    }
    out
}

/// The blocks of JSON-LD in the head of a page.
pub fn json_ld(html: &str) -> Vec<serde_json::Value> {
    let open = "<script type=\"application/ld+json\">";
    let blocks = html.split(open).skip(1).map(|rest| rest.split_once("</script>").expect("a block has an end").0);
    blocks.map(|block| serde_json::from_str(block).unwrap_or_else(|error| panic!("{error}: {block}"))).collect()
}

/// A site as its manifest tells of it, built below `folder`.
fn published(files: &BTreeMap<String, Contents>, folder: &Path) -> Earlier {
    let (root, out) = (folder.join("published"), folder.join("live"));
    write(files, &root);
    let judge = judge_options();
    let outcome = build::folder(&root, &BuildOptions { judge, out: out.clone() }, &|_, _| {}).unwrap();
    if let Outcome::Refused(refused) = outcome {
        panic!("{}", report(&refused.judged.findings, &refused.judged.corpus.texts(), Format::Human, Colour::Never));
    }
    judge::earlier(Manifest::read(&out).unwrap().unwrap()).unwrap()
}

/// What is found in finished pages.
fn inspected(fixture: &Fixture) -> Vec<Diagnostic> {
    let addresses = Addresses::new("", fixture.pages.keys().cloned(), []);
    let pages = || fixture.pages.iter().map(|(path, html)| (path, html.as_bytes()));
    let seen = pages().map(|(path, bytes)| inspect::page(path, bytes, &addresses));
    let (facts, findings): (Vec<_>, Vec<_>) = seen.unzip();
    let landings = Landings::of(&facts);
    let dead = pages().flat_map(|(path, bytes)| inspect::dead_fragments(path, bytes, &addresses, &landings));
    findings.into_iter().flatten().chain(dead).collect()
}

/// Texts by their paths below the root, through every stage up to `check`, without a disk.
pub fn judge_texts(files: impl IntoIterator<Item = (String, String)>) -> Judged {
    let parsed = files.into_iter().map(|(path, text)| parse::file(SourceFile { path: path.into(), text: text.into() }));
    let resolved = resolve::corpus(parsed.collect(), Drafts::LeftOut);
    let assessments = weigh::corpus(&resolved.corpus, Captures::default());
    check::corpus(resolved.corpus, assessments, as_of(), None, resolved.findings)
}

/// The day on which every fixture is built, as a date.
pub fn as_of() -> PartialDate {
    PartialDate::parse(AS_OF).unwrap()
}
