//! The code as a test reads it: which module uses what.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// One file of `src/`, without its comments and tests.
pub struct Source {
    /// Its path below the repository.
    pub path: String,
    /// The module below the crate's root that it belongs to.
    pub module: String,
    pub code: String,
}

impl Source {
    /// What the code names of other modules of the crate: `weigh::Assessments`, `text`.
    pub fn uses(&self) -> BTreeSet<String> {
        let mut uses = BTreeSet::new();
        for (start, _) in self.code.match_indices("crate::") {
            tree(&self.code[start + "crate".len()..], "", &mut uses);
        }
        // Of a module that is named as a whole, what is said of it counts: `weigh::root(…)`.
        let modules: Vec<String> = uses.iter().filter(|used| !used.contains("::")).cloned().collect();
        for module in modules {
            let prefix = format!("{module}::");
            let before = uses.len();
            for (at, _) in self.code.match_indices(&prefix) {
                let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
                if !self.code[..at].ends_with(is_part) {
                    tree(&self.code[at + module.len()..], &prefix[..module.len()], &mut uses);
                }
            }
            if uses.len() > before {
                uses.remove(&module);
            }
        }
        uses
    }

    /// Whether a path or a macro such as `std::fs` or `println!` stands in the code.
    pub fn names(&self, what: &str) -> bool {
        let word = |c: char| c.is_alphanumeric() || c == '_';
        self.code
            .match_indices(what)
            .any(|(start, _)| !self.code[..start].ends_with(word) && !self.code[start + what.len()..].starts_with(word))
    }
}

/// All files of `src/` but those that only tests are made of.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = WalkDir::new(root.join("src")).sort_by_file_name();
    let files: Vec<PathBuf> = files.into_iter().map(|entry| entry.unwrap().into_path()).collect();
    let files: Vec<PathBuf> =
        files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs")).collect();
    let texts: Vec<String> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let mut only_tests = BTreeSet::new();
    for (file, text) in files.iter().zip(&texts) {
        for (_, after) in text.match_indices("#[cfg(test)]\nmod ").map(|(at, found)| (at, &text[at + found.len()..])) {
            let name = after.split([';', ' ']).next().unwrap();
            only_tests.insert(file.with_file_name(format!("{name}.rs")));
            only_tests.insert(file.with_extension("").join(format!("{name}.rs")));
        }
    }
    let kept = files.iter().zip(&texts).filter(|(file, _)| !only_tests.contains(*file));
    kept.map(|(file, text)| {
        let path = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        let module = path.split('/').nth(1).unwrap().trim_end_matches(".rs").to_owned();
        Source { path, module, code: code(text) }
    })
    .collect()
}

/// The text without comments and without the tests at its end.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let lines = text[..end].lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Reads `a::{b, c::d}` into `a::b` and `a::c::d`.
fn tree(text: &str, before: &str, uses: &mut BTreeSet<String>) -> usize {
    let word = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    let path = format!("{before}{}", &text[..word]);
    let rest = &text[word..];
    if rest.starts_with("::{") {
        let mut at = word + "::{".len();
        loop {
            at += text[at..].len() - text[at..].trim_start_matches([' ', '\n', ',']).len();
            if text[at..].starts_with('}') || text[at..].is_empty() {
                return at + 1;
            }
            at += tree(&text[at..], &format!("{path}::"), uses);
            // `self`, `*` and `x as y` end here too.
            at += text[at..].find([',', '}']).unwrap_or_default();
        }
    }
    if let Some(rest) = rest.strip_prefix("::") {
        return word + 2 + tree(rest, &format!("{path}::"), uses);
    }
    uses.insert(path.trim_start_matches("::").trim_end_matches("::self").to_owned());
    word
}
