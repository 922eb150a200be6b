//! The files for machines of the real site, held to their standards by other programs.

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use recoupe::build::{self, BuildOptions, Outcome};
use recoupe::corpus::{Corpus, PrivatePersons};
use recoupe::judge::{CaptureOptions, JudgeOptions};
use recoupe::resolve::Drafts;
use serde_json::{Value, json};

/// The Python that has what `tests/open-data/requirements.txt` names; none, said aloud, where there is none.
fn python() -> Option<String> {
    let own = || format!("{}/target/machines/bin/python", env!("CARGO_MANIFEST_DIR"));
    let python = std::env::var("RECOUPE_PYTHON").unwrap_or_else(|_| own());
    let has = Command::new(&python).args(["-c", "import frictionless, jsonschema, pybtex, rispy, cffconvert"]).output();
    if has.is_ok_and(|has| has.status.success()) {
        return Some(python);
    }
    let missing = format!("`{python}` has not all that `tests/open-data/` asks for: see tests/README.md, “Open data”");
    assert!(std::env::var_os("CI").is_none(), "{missing}");
    eprintln!("LEFT OUT: {missing}");
    None
}

/// What the files must say, counted in the records themselves.
fn expected(corpus: &Corpus) -> Value {
    let languages = corpus.site.languages.len();
    let evidence: usize = corpus.claims.iter().map(|entry| entry.record.evidence.len()).sum();
    let figures: usize = corpus
        .claims
        .iter()
        .map(|entry| {
            entry.record.figures.len() + entry.record.evidence.iter().map(|one| one.figures.len()).sum::<usize>()
        })
        .sum();
    let sources = corpus.sources.iter().filter(|entry| !entry.record.is_private()).count();
    let private_source = |id| corpus.sources.get(id).is_some_and(|entry| entry.record.is_private());
    let documents = corpus.documents.iter().filter(|entry| !private_source(&entry.record.publisher)).count();
    let points: BTreeMap<&str, [f64; 2]> = corpus
        .places
        .iter()
        .filter_map(|entry| {
            let point = entry.record.point.as_ref()?;
            Some((entry.id.as_str(), [point.lon.degrees(), point.lat.degrees()]))
        })
        .collect();
    let people = PrivatePersons::of(corpus);
    let private: Vec<&str> = people.iter().flat_map(|(_, names)| names.iter().copied()).collect();
    json!({
        "rows": {
            "claims.csv": corpus.claims.len() * languages,
            "evidence.csv": evidence,
            "figures.csv": figures,
            "sources.csv": sources * languages,
        },
        "documents": documents,
        "places": corpus.places.len(),
        "points": points,
        "private": private,
        "private_ids": people.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(),
    })
}

#[test]
fn the_files_for_machines_of_the_real_site_are_what_they_say() {
    let Some(python) = python() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let judge = JudgeOptions {
        as_of: support::as_of(),
        drafts: Drafts::LeftOut,
        base_url: None,
        published: None,
        captures: CaptureOptions { vault: std::env::var_os("RECOUPE_CAPTURES").map(Into::into), required: false },
    };
    let built = match build::folder(root, &BuildOptions { judge, out: out.clone() }, &|_, _| {}).unwrap() {
        Outcome::Built(built) => built,
        Outcome::Refused(refused) => panic!("{:#?}", refused.judged.findings),
    };
    let expected = expected(&built.judged.corpus);
    assert!(expected["rows"]["figures.csv"].as_u64() > Some(0) && !expected["private"].as_array().unwrap().is_empty());
    let script = root.join("tests/open-data/check.py");
    let checked = Command::new(python).arg(script).arg(&out).arg(expected.to_string()).output().unwrap();
    let said = String::from_utf8_lossy(&checked.stdout);
    assert!(checked.status.success(), "{said}{}", String::from_utf8_lossy(&checked.stderr));
}
