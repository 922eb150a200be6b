//! Tables with types, opened by those who read them: DuckDB and Python's SQLite.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::fs;
use std::path::Path;

use recoupe::build::{self, BuildOptions};

/// The clean small site with what it asks for.
fn site(forms: &str) -> String {
    let base = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/base.txt")).unwrap();
    base.replacen("title:", &format!("data: {{ tables: [{forms}] }}\ntitle:"), 1)
}

#[test]
fn a_site_can_do_without_files_for_machines() {
    let folder = tempfile::tempdir().unwrap();
    let site = site("parquet, sqlite").replacen("data: {", "data: { files: false,", 1);
    // It builds, so no page leads to what is not there.
    let out = support::built(&site, folder.path());
    assert!(!out.join("data").exists() && !out.join("CITATION.cff").exists());
    assert!(!fs::read_to_string(out.join("llms.txt")).unwrap().contains("data/"));
}

#[cfg(not(feature = "tables"))]
#[test]
fn a_program_without_tables_says_what_to_build() {
    let folder = support::folder(&site("sqlite"));
    let options = BuildOptions { judge: support::judge_options(), out: folder.path().join("out") };
    let error = build::folder(folder.path(), &options, &|_, _| {}).map(drop).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`data.tables` of content/site.yaml asks for `sqlite`, which this program was built without; \
         build it with the feature `tables`"
    );
    assert!(!folder.path().join("out").exists(), "nothing is half-written");
}

#[cfg(feature = "tables")]
mod written {
    use std::collections::BTreeMap;
    use std::process::Command;

    use recoupe::build::Outcome;
    use recoupe::corpus::PrivatePersons;
    use recoupe::preview::{Day, Preview};
    use recoupe::serve::{Reply, Site as _};
    use recoupe::site::{Dataset, SiteMap};
    use serde_json::json;
    use walkdir::WalkDir;

    use super::*;

    /// The files of tables with types, by path.
    fn files(out: &Path) -> BTreeMap<&'static str, Vec<u8>> {
        let typed = Dataset::ALL.into_iter().filter(|dataset| dataset.form().is_some());
        typed.filter_map(|one| Some((one.out_path(), fs::read(out.join(one.out_path())).ok()?))).collect()
    }

    #[test]
    fn the_same_site_has_the_same_bytes_and_no_file_that_it_does_not_ask_for() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let first = files(&support::built(&site("parquet, sqlite"), one.path()));
        assert_eq!(first.len(), 5);
        assert!(first == files(&support::built(&site("sqlite, parquet"), other.path())));
        let parquet = files(&support::built(&site("parquet"), one.path()));
        assert!(parquet.keys().all(|path| path.ends_with(".parquet")) && parquet.len() == 4);
        assert!(parquet.iter().all(|(path, bytes)| first[path] == *bytes));
        assert_eq!(files(&support::built(&site(""), one.path())), BTreeMap::new());
    }

    #[test]
    fn a_preview_shows_what_a_build_writes() {
        let folder = tempfile::tempdir().unwrap();
        let built = files(&support::built(&site("parquet, sqlite"), folder.path()));
        let root = support::folder(&site("parquet, sqlite"));
        let at = root.path().canonicalize().unwrap();
        let preview = Preview::start(&at, at.join("out"), support::judge_options(), Day::Today);
        assert!(preview.refresh(&[]).settled || preview.settle().settled);
        for (path, bytes) in built {
            match preview.page(&format!("/{path}")) {
                Reply::Found { bytes: shown, media_type } => {
                    assert!(shown == bytes, "{path}");
                    assert!(media_type.starts_with("application/vnd."), "{path}: {media_type}");
                }
                other => panic!("{path}: {other:?}"),
            }
        }
    }

    /// The Python that has what `tests/open-data/requirements.txt` names; none, said aloud, where there is none.
    fn python() -> Option<String> {
        let own = || format!("{}/target/machines/bin/python", env!("CARGO_MANIFEST_DIR"));
        let python = std::env::var("RECOUPE_PYTHON").unwrap_or_else(|_| own());
        let has = Command::new(&python).args(["-c", "import duckdb, frictionless, sqlite3"]).output();
        if has.is_ok_and(|has| has.status.success()) {
            return Some(python);
        }
        let missing = format!("`{python}` has no DuckDB: see tests/README.md, “Open data”");
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        eprintln!("LEFT OUT: {missing}");
        None
    }

    /// A copy of the real content that asks for tables.
    fn real_content() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for entry in WalkDir::new(root.join("content")).into_iter().map(Result::unwrap) {
            let to = folder.path().join(entry.path().strip_prefix(root).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir(to).unwrap();
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
        let about = folder.path().join("content/site.yaml");
        let text = fs::read_to_string(&about).unwrap();
        fs::write(&about, format!("data: {{ tables: [parquet, sqlite] }}\n{text}")).unwrap();
        folder
    }

    #[test]
    fn duckdb_and_sqlite_read_in_the_real_site_what_its_csv_says() {
        let Some(python) = python() else { return };
        let folder = real_content();
        let out = folder.path().join("out");
        let options = BuildOptions { judge: support::judge_options(), out: out.clone() };
        let built = match build::folder(folder.path(), &options, &|_, _| {}).unwrap() {
            Outcome::Built(built) => built,
            Outcome::Refused(refused) => panic!("{:#?}", refused.judged.findings),
        };
        let corpus = &built.judged.corpus;
        let languages = SiteMap::new(corpus).languages().len();
        let people = PrivatePersons::of(corpus);
        let evidence = corpus.claims.iter().map(|entry| entry.record.evidence.len()).sum::<usize>();
        let expected = json!({
            "claims": corpus.claims.len() * languages,
            "evidence": evidence,
            "private": people.iter().flat_map(|(_, names)| names.iter().copied()).collect::<Vec<_>>(),
            "private_ids": people.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(),
        });
        assert!(!expected["private"].as_array().unwrap().is_empty(), "there is nobody to be found");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables/check.py");
        let checked = Command::new(python).arg(script).arg(&out).arg(expected.to_string()).output().unwrap();
        let said = String::from_utf8_lossy(&checked.stdout);
        assert!(checked.status.success(), "{said}{}", String::from_utf8_lossy(&checked.stderr));
        eprintln!("{said}");
    }
}
