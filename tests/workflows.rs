//! The workflows of `recoupe init --ci`: held against the schemas of those who read them, and run line by line.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::env;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// What runs a workflow: its name, where it looks, and the name of its schema.
const SERVICES: [(&str, &str, &str); 3] = [
    ("github", ".github/workflows/site.yml", "vendor.github-workflows"),
    ("gitlab", ".gitlab-ci.yml", "vendor.gitlab-ci"),
    ("woodpecker", ".woodpecker/site.yaml", "vendor.woodpecker-ci"),
];

fn recoupe(arguments: &[&str], dir: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_recoupe")).args(arguments).current_dir(dir).output().unwrap()
}

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn ok(output: &Output) -> String {
    assert!(output.status.success(), "{}", words(output));
    words(output)
}

/// A folder with the demonstration and the workflow of a service.
fn demo(service: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    ok(&recoupe(&["init", "demo", "--ci", service], dir.path()));
    dir
}

/// A program of the Python that holds the schemas; none if there is no such Python.
fn program(name: &str) -> Option<PathBuf> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/workflows/bin").join(name);
    if program.is_file() {
        return Some(program);
    }
    let words = "not tested: there is no target/workflows; tests/README.md says how to make it";
    assert!(env::var_os("CI").is_none(), "{words}");
    // Straight to the terminal: what a passing test prints is kept back.
    let mut terminal = std::io::stderr();
    writeln!(terminal, "LEFT OUT: {words}").unwrap();
    None
}

#[test]
fn each_workflow_is_what_its_reader_expects() {
    let Some(checker) = program("check-jsonschema") else { return };
    for (service, path, schema) in SERVICES {
        let dir = demo(service);
        let file = dir.path().join("demo").join(path);
        let output = Command::new(&checker).args(["--builtin-schema", schema]).arg(&file).output().unwrap();
        ok(&output);
        // The schema tells a workflow from something else.
        fs::write(&file, "steps: 1\non: nothing\njobs: []\n").unwrap();
        let output = Command::new(&checker).args(["--builtin-schema", schema]).arg(&file).output().unwrap();
        assert!(!output.status.success(), "{service}");
    }
}

#[test]
fn the_lines_of_each_workflow_check_build_and_publish_the_site() {
    let Some(python) = program("python") else { return };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workflows/commands.py");
    for (service, path, _) in SERVICES {
        let dir = demo(service);
        let root = dir.path().join("demo");
        let output = Command::new(&python).arg(&script).arg(service).arg(root.join(path)).output().unwrap();
        assert!(output.status.success(), "{}", words(&output));
        let lines: Vec<String> = serde_json::from_slice(&output.stdout).unwrap();
        for step in ["command -v recoupe || cargo install --locked $RECOUPE", "recoupe check", "recoupe build"] {
            assert!(lines.iter().any(|line| line.starts_with(step)), "{service} has no `{step}`: {lines:?}");
        }
        // The program that was built stands for the one that is installed, so nothing is.
        let ours = Path::new(env!("CARGO_BIN_EXE_recoupe")).parent().unwrap().to_owned();
        let path = env::join_paths([ours].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap()))).unwrap();
        let run = |lines: &[String]| {
            Command::new("sh")
                .arg("-e")
                .arg("-c")
                .arg(lines.join("\n"))
                .current_dir(&root)
                .env("PATH", &path)
                .env("RECOUPE", "nothing-is-installed")
                .env("TARGET", "local")
                .env("CARGO_HOME", ".cargo")
                .output()
                .unwrap()
        };
        ok(&run(&lines));
        assert!(dir.path().join("orsel-site/checks/bridge-closed-nine-days/index.html").is_file(), "{service}");

        // An error in the content stops it before anything is published, and is shown.
        let claim = root.join("content/claims/bridge-closed-nine-days.md");
        let text = fs::read_to_string(&claim).unwrap();
        fs::write(&claim, text.replace("by: orsel-gazette", "by: orsel-gazete")).unwrap();
        let refused = run(&lines);
        assert!(!refused.status.success(), "{service}");
        assert!(words(&refused).contains("orsel-gazete"), "{service}: {}", words(&refused));
    }
}

#[test]
fn a_site_that_is_there_gets_the_workflow_alone() {
    let dir = TempDir::new().unwrap();
    ok(&recoupe(&["init", "demo"], dir.path()));
    let root = dir.path().join("demo");
    let settings = fs::read_to_string(root.join("content/site.yaml")).unwrap();
    fs::write(root.join("content/site.yaml"), format!("{settings}# ours\n")).unwrap();
    let names = || {
        let mut names: Vec<_> = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = names();
    ok(&recoupe(&["init", ".", "--ci", "gitlab"], &root));
    assert_eq!(names().len(), before.len() + 1);
    assert_eq!(fs::read_to_string(root.join("content/site.yaml")).unwrap(), format!("{settings}# ours\n"));

    fs::write(root.join(".gitlab-ci.yml"), "mine\n").unwrap();
    let again = recoupe(&["init", ".", "--ci", "gitlab"], &root);
    assert_eq!(again.status.code(), Some(2));
    assert!(words(&again).contains("is there already"), "{}", words(&again));
    assert_eq!(fs::read_to_string(root.join(".gitlab-ci.yml")).unwrap(), "mine\n");

    // Without a site and not empty: neither the demonstration nor a workflow.
    let other = TempDir::new().unwrap();
    fs::write(other.path().join("letter.txt"), "mine").unwrap();
    let refused = recoupe(&["init", ".", "--ci", "github"], other.path());
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(fs::read_dir(other.path()).unwrap().count(), 1);
}
