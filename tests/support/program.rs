//! The program as its users run it, and the demo that `recoupe init` makes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

pub fn recoupe(arguments: &[&str], dir: &Path) -> Output {
    let program = env!("CARGO_BIN_EXE_recoupe");
    Command::new(program).args(arguments).current_dir(dir).output().expect("the program starts")
}

pub fn ok(output: &Output) -> String {
    let text = words(output);
    assert!(output.status.success(), "{text}");
    text
}

pub fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

pub fn demo() -> TempDir {
    let dir = TempDir::new().expect("a folder");
    ok(&recoupe(&["init", "demo"], dir.path()));
    dir
}

/// Adds a target to the demo: `NAME: { kind: … }`.
pub fn add_target(demo: &TempDir, target: &str) {
    let file = demo.path().join("demo/content/site.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{text}  {target}\n")).unwrap();
}

/// Changes a figure of a claim without a revision: the claim's file, and its text now.
pub fn edit_silently(demo: &TempDir) -> (PathBuf, String) {
    let claim = demo.path().join("demo/content/claims/two-hundred-at-the-meeting.md");
    let text = fs::read_to_string(&claim).unwrap();
    let silent = text.replace("about 200\", date", "about 300\", date");
    assert_ne!(silent, text);
    fs::write(&claim, &silent).unwrap();
    (claim, silent)
}
