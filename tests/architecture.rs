//! Who may use whom, as a table.

mod support;

use support::source::{Source, sources};

/// The vocabulary, each word with those it is made of.
const NOUNS: [(&str, &[&str]); 8] = [
    ("text", &[]),
    ("capture", &["text"]),
    ("citation", &["text"]),
    ("diagnostic", &["text"]),
    ("model", &["text", "diagnostic"]),
    ("markdown", &["text"]),
    ("corpus", &["text", "diagnostic", "model"]),
    ("site", &["text", "model", "corpus"]),
];

/// The stages in their order. Each uses nouns and, of other stages, the values it is handed.
const VERBS: [(&str, &[&str]); 9] = [
    ("read", &[]),
    ("parse", &[]),
    ("resolve", &["parse::ParsedFile", "parse::Content", "parse::Parsed", "parse::ParsedRecord"]),
    ("weigh", &[]),
    // `unmet`, `asked` and `is_firm` read the clauses of a verdict, the sums and parts the relations of a
    // claim; nothing is weighed again.
    (
        "check",
        &[
            "weigh::Assessments",
            "weigh::ClaimAssessment",
            "weigh::Judgement",
            "weigh::Verification",
            "weigh::ContradictionKind",
            "weigh::EventAssessment",
            "weigh::Report",
            "weigh::Unmet",
            "weigh::CLAUSES",
            "weigh::exceeds",
            "weigh::unmet",
            "weigh::asked",
            "weigh::is_firm",
            "weigh::is_after",
            "weigh::original",
            "weigh::unit",
            "weigh::sums_outside",
            "weigh::parts_outside",
        ],
    ),
    // `root`, `original` and `voice` say who stands behind a source and a document, `interval` and `unit` what a
    // figure allows, as weighing sees them.
    (
        "view",
        &[
            "check::Shown",
            "weigh::root",
            "weigh::original",
            "weigh::voice",
            "weigh::interval",
            "weigh::unit",
            "weigh::Apart",
            "weigh::Bond",
            "weigh::ClaimAssessment",
            "weigh::Contradiction",
            "weigh::ContradictionKind",
            "weigh::ClaimQuotations",
            "weigh::Verification",
            "weigh::Verified",
            "weigh::EventAssessment",
            "weigh::Gathered",
            "weigh::Group",
            "weigh::Outcome",
            "weigh::OriginGroup",
            "weigh::Publication",
            "weigh::Report",
            "weigh::Rests",
        ],
    ),
    ("render", &["view"]),
    ("inspect", &[]),
    ("emit", &[]),
];

/// What joins stages, and may use all of them.
const DRIVERS: [&str; 15] = [
    "main",
    "lib",
    "cli",
    "judge",
    "links",
    "build",
    "datasets",
    "search",
    "precompress",
    "preview",
    "theme",
    "serve",
    "publish",
    "reference",
    "synthetic",
];

/// What only some modules may name.
const NAMED_BY: [(&str, &[&str]); 38] = [
    // What a preview shows before the whole is judged proves nothing, so no other driver has it.
    ("Provisional", &["check", "preview"]),
    // Between `read` and `emit` everything is a function from values to values.
    // `build` looks at what it was made from and what it made: whether there is anything to do, and nothing else.
    ("std::fs", &["read", "emit", "build", "publish", "serve", "cli"]),
    ("std::env", &["cli", "publish", "serve"]),
    ("std::process", &["main", "cli", "publish", "serve"]),
    ("std::net", &["cli", "serve"]),
    // `publish` says when its lease ends.
    ("SystemTime", &["build", "cli", "publish", "serve"]),
    ("Instant", &["cli", "serve"]),
    ("Local::now", &["cli"]),
    ("Utc::now", &["cli"]),
    ("println!", &["cli"]),
    ("print!", &["cli"]),
    ("eprintln!", &["cli"]),
    ("eprint!", &["cli"]),
    // What a page looks up is noted beside it: something goes out that way, and nothing comes in.
    ("thread_local!", &["corpus"]),
    // Each format has one reader.
    ("serde_yaml", &["parse"]),
    ("saphyr_parser", &["diagnostic"]),
    ("html5ever", &["capture"]),
    ("hayro_syntax", &["capture"]),
    ("flate2", &["capture", "precompress"]),
    ("brotli::", &["precompress"]),
    ("zstd::", &["precompress"]),
    ("zip::", &["capture"]),
    ("annotate_snippets", &["diagnostic"]),
    ("pulldown_cmark", &["markdown"]),
    ("hayagriva", &["citation"]),
    ("citationberg", &["citation"]),
    ("tera", &["render"]),
    ("parquet::", &["render"]),
    ("rusqlite", &["render"]),
    ("fluent_bundle", &["view"]),
    ("walkdir", &["read", "emit", "build"]),
    // `check` asks a day for its weekday.
    ("chrono", &["text", "check", "cli"]),
    ("clap", &["cli"]),
    ("tokio", &["publish", "serve", "links"]),
    ("object_store", &["publish"]),
    ("reqwest", &["publish", "links"]),
    ("minisign::", &["publish"]),
    // Templates see views, programs for references see works, files of our own see themselves (the ledger of `site`,
    // the record of `publish`), and nobody sees the model.
    ("Serialize", &["view", "render", "diagnostic", "emit", "publish", "site", "citation"]),
];

#[test]
fn every_module_is_in_the_table() {
    let known = || NOUNS.iter().chain(&VERBS).map(|(name, _)| *name).chain(DRIVERS);
    for source in sources() {
        assert!(known().any(|name| name == source.module), "{} is in no table of tests/architecture.rs", source.path);
    }
    for name in known() {
        assert!(sources().iter().any(|source| source.module == name), "there is no module `{name}`");
    }
}

#[test]
fn nouns_are_made_of_nouns_and_stages_use_no_other_stage() {
    let mut wrong = Vec::new();
    for source in sources() {
        let nouns = NOUNS.iter().find(|(name, _)| *name == source.module).map(|(_, parts)| parts.to_vec());
        let verbs = VERBS.iter().find(|(name, _)| *name == source.module).map(|(_, values)| {
            let nouns = NOUNS.iter().map(|(name, _)| *name);
            nouns.chain(values.iter().copied()).collect::<Vec<_>>()
        });
        let Some(allowed) = nouns.or(verbs) else { continue };
        for used in source.uses() {
            let is_own = is_in(&used, &source.module);
            if !is_own && !allowed.iter().any(|allowed| is_in(&used, allowed)) {
                wrong.push(format!("{} uses `crate::{used}`", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn is_in(used: &str, module: &str) -> bool {
    used.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[test]
fn modules_name_each_other_from_the_root() {
    // `super::` at the top of a module would lead out of it past the table.
    for source in sources() {
        let depth = source.path.matches('/').count();
        let at_top = depth == 1 || (depth == 2 && source.path.ends_with("/mod.rs"));
        assert!(!at_top || !source.names("super"), "{} names `super`", source.path);
    }
}

#[test]
fn the_disk_the_clock_and_each_format_have_their_modules() {
    let sources = sources();
    let mut wrong = Vec::new();
    for (what, modules) in NAMED_BY {
        let elsewhere =
            sources.iter().filter(|source| source.names(what) && !modules.contains(&source.module.as_str()));
        wrong.extend(elsewhere.map(|source| format!("{} names `{what}`", source.path)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_code_is_read_as_it_is_meant() {
    let code = "use crate::{text, model::{self, Claim as C}};\nfn f() -> crate::weigh::Unmet { crate::check::corpus(text::nearest(x)) }";
    let source = Source { path: String::new(), module: String::new(), code: code.to_owned() };
    let uses: Vec<String> = source.uses().into_iter().collect();
    assert_eq!(uses, ["check::corpus", "model", "model::Claim", "text::nearest", "weigh::Unmet"]);
    assert!(source.names("crate::text") || source.names("text"));
    assert!(!source.names("tex"));
}
