//! What templates are handed, read from the declarations in `src/view/`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// A type that templates see.
struct View {
    meaning: String,
    parts: Parts,
}

enum Parts {
    /// Name, type, meaning.
    Fields(Vec<(String, String, String)>),
    /// What stands in the data, and its meaning.
    Words(Vec<(String, String)>),
}

/// The reference of the templates in Markdown: every page with its values, then what they are made of.
pub fn reference() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut views = BTreeMap::new();
    for entry in fs::read_dir(root.join("src/view")).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_some_and(|end| end == "rs") {
            declared(&fs::read_to_string(file).unwrap(), &mut views);
        }
    }
    let engine = fs::read_to_string(root.join("src/render/engine.rs")).unwrap();
    let mut out = String::from("## Pages\n");
    let mut handed = vec!["Site".to_owned(), "Frame".to_owned(), "ClaimRow".to_owned()];
    let body = views.remove("Body").expect("the bodies of pages");
    views.remove("Page");
    for (template, name, variant) in rendered(&engine) {
        let view = page_of(&variant, &root.join("src/view/mod.rs"));
        let Parts::Words(variants) = &body.parts else { panic!("`Body` is an enum") };
        let (_, meaning) = variants.iter().find(|(word, _)| *word == variant).expect("a page for each template");
        write!(out, "\n### {template}\n\n{meaning} The template finds it as `{name}`.\n\n").unwrap();
        fields(&mut out, &views[&view], &views);
        handed.push(view);
    }
    out.push_str(
        "\n### row.html\n\nOne claim in a list, rendered once for all lists. The template finds it as `row`, a ",
    );
    writeln!(out, "{}, beside `site` and `t`.", typed("ClaimRow", &views)).unwrap();
    out.push_str("\n## On every page\n");
    for (name, view) in [("site", "Site"), ("page", "Frame")] {
        write!(out, "\n### {view}\n\n{} The template finds it as `{name}`.\n\n", views[view].meaning).unwrap();
        fields(&mut out, &views[view], &views);
    }
    out.push_str(
        "\n### structured\n\nWhat the page says to machines, as `script` elements of JSON-LD for its head: \
         `{{ structured | safe }}`. A theme that leaves it out leaves out the `ClaimReview` of every claim.\n",
    );
    out.push_str("\n## Parts\n");
    handed.retain(|view| view != "ClaimRow");
    for (name, view) in views.iter().filter(|(name, _)| !handed.contains(name)) {
        write!(out, "\n### {name}\n\n{}\n\n", view.meaning).unwrap();
        fields(&mut out, view, &views);
    }
    out
}

fn fields(out: &mut String, view: &View, views: &BTreeMap<String, View>) {
    match &view.parts {
        Parts::Fields(fields) => {
            out.push_str("| value | what it is | meaning |\n| --- | --- | --- |\n");
            for (name, kind, meaning) in fields {
                writeln!(out, "| `{name}` | {} | {meaning} |", typed(kind, views)).unwrap();
            }
        }
        Parts::Words(words) => {
            for (word, meaning) in words {
                writeln!(out, "- `{word}`: {meaning}").unwrap();
            }
        }
    }
}

/// A type of Rust in a template author's words.
fn typed(kind: &str, views: &BTreeMap<String, View>) -> String {
    let inside = |outer: &str| kind.strip_prefix(outer).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inside("Option<") {
        return format!("{}, or nothing", typed(inner, views));
    }
    if let Some(inner) = inside("Shared<") {
        return typed(inner, views);
    }
    if let Some(inner) = inside("Vec<") {
        return format!("list: {}", typed(inner, views));
    }
    match kind {
        "String" => "text".to_owned(),
        "Html" => "HTML".to_owned(),
        "bool" => "true or false".to_owned(),
        "u8" | "u32" | "u64" | "usize" | "i32" | "f64" => "number".to_owned(),
        _ if views.contains_key(kind) => format!("[{kind}](#{})", kind.to_lowercase()),
        _ => panic!("say in tests/support/views.rs how `{kind}` is described to authors of templates"),
    }
}

/// Template, name in the template, variant of `Body`: as the engine hands them over.
fn rendered(engine: &str) -> Vec<(String, String, String)> {
    let arms = engine.lines().filter_map(|line| line.trim().strip_prefix("Body::"));
    let arms = arms.map(|arm| {
        let (variant, rest) = arm.split_once('(').expect("an arm of the match over `Body`");
        let template = rest.split('"').nth(1).expect("the name of its template");
        let name = if template == "404.html" { "not_found" } else { template.trim_end_matches(".html") };
        (template.to_owned(), name.to_owned(), variant.to_owned())
    });
    arms.collect()
}

/// The type that a variant of `Body` holds.
fn page_of(variant: &str, module: &Path) -> String {
    let text = fs::read_to_string(module).unwrap();
    let (_, rest) = text.split_once(&format!("    {variant}(")).expect("a variant of `Body`");
    rest.split(')').next().unwrap().to_owned()
}

/// The public structs with named fields and the enums of a file.
fn declared(text: &str, views: &mut BTreeMap<String, View>) {
    let mut meaning = String::new();
    let mut kebab = false;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(words) = line.strip_prefix("///") {
            add(&mut meaning, words);
            continue;
        }
        if line.starts_with("#[") {
            kebab |= line.contains("kebab-case");
            continue;
        }
        let head = line.strip_prefix("pub struct ").map(|rest| (rest, false));
        let head = head.or_else(|| line.strip_prefix("pub enum ").map(|rest| (rest, true)));
        if let Some((name, is_enum)) = head.and_then(|(rest, is_enum)| Some((rest.strip_suffix(" {")?, is_enum))) {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "}").collect();
            let parts = if is_enum { Parts::Words(words(&body, name, kebab)) } else { Parts::Fields(public(&body)) };
            // What holds private fields is no data for templates.
            if !matches!(&parts, Parts::Fields(fields) if fields.is_empty()) && !name.contains('<') {
                views.insert(name.to_owned(), View { meaning: meaning.clone(), parts });
            }
        }
        meaning.clear();
        kebab = false;
    }
}

fn public(body: &[&str]) -> Vec<(String, String, String)> {
    documented(body)
        .filter_map(|(line, meaning)| {
            let (name, kind) = line.strip_prefix("pub ")?.trim_end_matches(',').split_once(": ")?;
            Some((name.to_owned(), kind.to_owned(), meaning))
        })
        .collect()
}

/// Variants as they stand in the data; those of `Body` keep their names.
fn words(body: &[&str], name: &str, kebab: bool) -> Vec<(String, String)> {
    let written = |variant: &str| match name {
        "Body" => variant.to_owned(),
        _ if kebab => {
            let mut word = String::new();
            for c in variant.chars() {
                if c.is_uppercase() && !word.is_empty() {
                    word.push('-');
                }
                word.extend(c.to_lowercase());
            }
            word
        }
        _ => variant.to_lowercase(),
    };
    documented(body)
        .filter(|(line, _)| line.starts_with(char::is_uppercase))
        .map(|(line, meaning)| (written(line.split(['(', ',', ' ']).next().unwrap()), meaning))
        .collect()
}

/// The lines of a body that are no comment, each with the comment before it.
fn documented<'a>(body: &'a [&'a str]) -> impl Iterator<Item = (&'a str, String)> {
    let mut meaning = String::new();
    body.iter().filter_map(move |line| {
        let line = line.trim();
        if let Some(words) = line.strip_prefix("///") {
            add(&mut meaning, words);
            return None;
        }
        let is_code = !line.is_empty() && !line.starts_with("#[") && !line.starts_with("//");
        is_code.then(|| (line, std::mem::take(&mut meaning)))
    })
}

/// Adds a line of a doc comment; links to types become their names.
fn add(meaning: &mut String, words: &str) {
    if !meaning.is_empty() {
        meaning.push(' ');
    }
    meaning.push_str(&words.trim().replace("[`", "`").replace("`]", "`").replace('|', "\\|"));
}
