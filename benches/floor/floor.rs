//! The least that a build could cost: every claim is read, its YAML and its Markdown parsed, one page filled and written.
//!
//!     recoupe bench-corpus 1000 /tmp/corpus --seed 1
//!     cargo run --release --example floor -- /tmp/corpus /tmp/out
//!
//! Nothing is checked, joined or listed, and no other page is made. It uses the libraries that the program uses, one
//! Tera page a claim, and as many threads.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, Parser};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use tera::{Context, Tera};

fn main() {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [corpus, out] = folders.as_slice() else {
        panic!("say from where and to where: floor CORPUS OUT");
    };
    let mut tera = Tera::default();
    tera.add_raw_template("claim.html", include_str!("claim.html")).expect("a good template");
    let claims = fs::read_dir(corpus.join("content/claims")).expect("a folder of claims");
    let claims: Vec<PathBuf> = claims.map(|entry| entry.expect("a file").path()).collect();
    let bytes: usize = claims.par_iter().map(|claim| page(&tera, claim, out)).sum();
    println!("{} claims, {bytes} bytes written", claims.len());
}

/// Writes the page of a claim and gives its length.
fn page(tera: &Tera, claim: &Path, out: &Path) -> usize {
    let text = fs::read_to_string(claim).expect("a text");
    let (fields, body) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).expect("front matter");
    let fields: Claim = serde_yaml::from_str(fields).expect("a claim");
    let mut html = String::with_capacity(2 * body.len());
    pulldown_cmark::html::push_html(&mut html, Parser::new_ext(body, Options::ENABLE_TABLES));
    let id = claim.file_stem().and_then(|stem| stem.to_str()).expect("an id");
    let mut context = Context::new();
    context.insert("id", id);
    context.insert("claim", &fields);
    context.insert("body", &html);
    let page = tera.render("claim.html", &context).expect("a page");
    let folder = out.join("claims").join(id);
    fs::create_dir_all(&folder).expect("a folder that can be made");
    fs::write(folder.join("index.html"), &page).expect("a file that can be written");
    page.len()
}

#[derive(Deserialize, Serialize)]
struct Claim {
    title: String,
    claim: String,
    summary: String,
    published: String,
    said: Said,
    event: String,
    places: String,
    figures: Vec<Figure>,
    verdict: String,
    evidence: Vec<Evidence>,
}

#[derive(Deserialize, Serialize)]
struct Said {
    by: String,
    quote: String,
}

#[derive(Deserialize, Serialize)]
struct Figure {
    measure: String,
    value: String,
}

#[derive(Deserialize, Serialize)]
struct Evidence {
    document: String,
    stance: String,
    origin: Option<String>,
    note: Option<String>,
}
