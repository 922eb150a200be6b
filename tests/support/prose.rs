//! What a file of content says in the desk's own words.

use std::fs;
use std::path::{Path, PathBuf};

use serde_yaml::Value;
use walkdir::WalkDir;

/// The words of others, and addresses.
const NOT_OURS: [&str; 3] = ["quote", "translation", "url"];

/// All files of the real content.
pub fn files() -> Vec<PathBuf> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = WalkDir::new(content).min_depth(1).sort_by_file_name().into_iter();
    let files = files.map(|entry| entry.unwrap().into_path()).filter(|path| path.is_file());
    files.filter(|path| path.file_name().is_some_and(|name| name != "README.md")).collect()
}

/// The texts of a file, each cut where somebody else's words stand in it.
pub fn own_words(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let (fields, body) = match text.strip_prefix("---\n") {
        Some(record) => record.split_once("---\n").expect("a front matter"),
        None => (text.as_str(), ""),
    };
    let mut texts = vec![body.to_owned()];
    strings(&serde_yaml::from_str(fields).unwrap(), &mut texts);
    texts.iter().flat_map(|text| outside_quotations(text).lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn strings(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Sequence(values) => values.iter().for_each(|value| strings(value, texts)),
        Value::Mapping(fields) => {
            let ours = fields.iter().filter(|(name, _)| !name.as_str().is_some_and(|name| NOT_OURS.contains(&name)));
            ours.for_each(|(_, value)| strings(value, texts));
        }
        _ => {}
    }
}

/// A text with a line's end in place of every quotation, and without marks of references.
pub fn outside_quotations(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['«', '“', '[']) {
        let (before, marked) = rest.split_at(at);
        out.push_str(before);
        let (close, kept): (_, fn(&str) -> &str) = match marked {
            _ if marked.starts_with('«') => ("»", |_| "\n"),
            _ if marked.starts_with('“') => ("”", |_| "\n"),
            _ if marked.starts_with("[[") => ("]]", |link| link.split_once('|').map_or("\n", |(_, words)| words)),
            _ if marked.starts_with("[@") || marked.starts_with("[^") => ("]", |_| ""),
            _ => ("[", |_| ""),
        };
        match marked.split_once(close) {
            Some((inner, after)) => {
                out.push_str(kept(inner));
                rest = after;
            }
            // A mark that is never closed hides nothing.
            None => {
                let width = marked.chars().next().map_or(0, char::len_utf8);
                rest = &marked[width..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The words of a text in small letters, without what stands around them.
pub fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('\'', "’");
    let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
