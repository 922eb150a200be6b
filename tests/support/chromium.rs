//! What tests in a browser need.

use std::env;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A call of a script of `tests/browser` that has a browser; none, aloud, if something is missing. Where `CI` is set,
/// that is a failure.
pub fn script(name: &str) -> Option<Command> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    match tools(project) {
        Ok(chromium) => {
            let mut command = Command::new("node");
            command.arg(project.join("tests/browser").join(name)).env("CHROMIUM", chromium);
            Some(command)
        }
        Err(missing) => {
            assert!(env::var_os("CI").is_none(), "nothing was looked at in a browser: {missing}");
            // Straight to the terminal: what a passing test prints is kept back.
            // Not by a macro of the tests, which keep what they print to themselves while they pass.
            let mut terminal = std::io::stderr();
            writeln!(terminal, "LEFT OUT: nothing was looked at in a browser: {missing}").unwrap();
            None
        }
    }
}

/// The script's findings are the test's.
pub fn holds(mut script: Command) {
    let output = script.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    println!("{said}");
    assert!(output.status.success(), "{said}");
}

/// The program of Chromium, if everything that the test needs is there; else what is missing and how to get it.
fn tools(project: &Path) -> Result<PathBuf, String> {
    if Command::new("node").arg("--version").output().is_err() {
        return Err("there is no `node`; install Node.js 20.19 or newer".to_owned());
    }
    if !project.join("tests/browser/node_modules/playwright-core").is_dir() {
        return Err("its packages are missing; run `npm ci --prefix tests/browser`".to_owned());
    }
    let named = env::var_os("CHROMIUM").filter(|path| !path.is_empty()).map(PathBuf::from);
    let path = env::var_os("PATH").unwrap_or_default();
    let mut known = env::split_paths(&path).flat_map(|dir| ["chromium", "chromium-browser"].map(|name| dir.join(name)));
    named
        .or_else(|| known.find(|program| program.is_file()))
        .filter(|program| program.is_file())
        .ok_or_else(|| "there is no Chromium; `apt install chromium`, or name its program in `CHROMIUM`".to_owned())
}
