//! Files that hold what a test saw last, as it was read and found good.

use std::env;
use std::fs;
use std::path::Path;

/// What is wrong with a snapshot; with `BLESS=1` the file is rewritten instead.
pub fn difference(file: &Path, seen: &str) -> Option<String> {
    let expected = fs::read_to_string(file).unwrap_or_default();
    if expected == seen {
        return None;
    }
    if env::var_os("BLESS").is_some() {
        fs::write(file, seen).unwrap();
        return None;
    }
    let line = expected.lines().zip(seen.lines()).take_while(|(old, new)| old == new).count();
    let from = |text: &str| text.lines().skip(line).take(12).collect::<Vec<_>>().join("\n");
    Some(format!(
        "{} differs from line {} on; `BLESS=1 cargo test` rewrites it\n--- expected\n{}\n--- seen\n{}\n",
        file.display(),
        line + 1,
        from(&expected),
        from(seen),
    ))
}
