//! Writes the corpus of a folder as content of the site for Hugo that lies beside this file.
//!
//!     recoupe bench-corpus 1000 /tmp/corpus --seed 1
//!     cargo run --example hugo-site -- /tmp/corpus /tmp/site
//!     cp -r benches/peers/hugo/. /tmp/site && hugo --quiet --source /tmp/site
//!
//! The same records with the same texts: a claim is a page; verdicts, sources, documents, events and places are Hugo's
//! taxonomies, so that each has a page with the claims that name it, fifty at a time, as they have with us. Left out
//! is what Hugo has no use for: who owns whom, what each piece of evidence says, and relations between claims.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use recoupe::corpus::{Corpus, Entry, Record};
use recoupe::model::{Claim, OriginRef, ShortText};
use recoupe::resolve::{self, Drafts};
use recoupe::{parse, read};

fn main() {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [corpus, site] = folders.as_slice() else {
        panic!("say from where and to where: hugo-site CORPUS SITE");
    };
    let files = read::project(corpus).expect("a folder with a corpus").content;
    let corpus = resolve::corpus(files.into_iter().map(parse::file).collect(), Drafts::LeftOut).corpus;
    Site { corpus: &corpus, content: &site.join("content") }.write();
}

struct Site<'a> {
    corpus: &'a Corpus,
    content: &'a Path,
}

impl Site<'_> {
    fn write(&self) {
        let corpus = self.corpus;
        self.home();
        corpus.claims.iter().for_each(|entry| self.claim(entry));
        for (id, verdict) in corpus.site.verdicts.iter() {
            self.term("verdicts", id.as_str(), &json!({ "title": self.text(&verdict.label) }), "");
        }
        for entry in &corpus.sources {
            let source = &entry.record;
            let facts = json!({ "kind": source.kind.word(), "homepage": source.homepage });
            self.record("sources", entry, self.text(&source.name), facts, None);
        }
        for entry in &corpus.documents {
            let document = &entry.record;
            let publisher = corpus.sources.get(&document.publisher).map(|entry| self.text(&entry.record.name));
            let date = document.date.map(|date| date.to_string());
            let facts = json!({ "kind": document.kind.word(), "publisher": publisher, "date": date });
            let title = document.title.as_deref().unwrap_or(entry.id.as_str());
            self.record("documents", entry, title, facts, document.url.as_deref());
        }
        for entry in &corpus.events {
            let facts = json!({ "from": entry.record.from.map(|date| date.to_string()) });
            self.record("events", entry, self.text(&entry.record.name), facts, None);
        }
        for entry in &corpus.places {
            let point =
                entry.record.point.as_ref().map(|point| format!("{}, {}", point.lat.degrees(), point.lon.degrees()));
            self.record("places", entry, self.text(&entry.record.name), json!({ "point": point }), None);
        }
    }

    fn home(&self) {
        let title = json!({ "title": self.text(&self.corpus.site.title) });
        self.put("_index.md", &title, "");
        // Claims stand at addresses below this, which is no page itself.
        self.put("claims/_index.md", &json!({ "title": "", "build": { "render": "never", "list": "never" } }), "");
        for (taxonomy, title) in [
            ("verdicts", "Verdicts"),
            ("sources", "Sources"),
            ("documents", "Documents"),
            ("events", "Événements"),
            ("places", "Lieux"),
        ] {
            self.put(&format!("{taxonomy}/_index.md"), &json!({ "title": title }), "");
        }
    }

    fn claim(&self, entry: &Entry<Claim>) {
        let claim = &entry.record;
        let said = claim.said.first();
        // Who said it comes first, and then where evidence comes from.
        let mut sources: Vec<&str> = said.by.sources().iter().map(AsRef::as_ref).collect();
        sources.extend(claim.evidence.iter().flat_map(|piece| &piece.origin).filter_map(|origin| match origin {
            OriginRef::Source(source) => Some(source.as_str()),
            OriginRef::Own | OriginRef::Unknown => None,
        }));
        let documents = claim.evidence.iter().map(|piece| piece.document.as_str());
        let documents: Vec<&str> = std::iter::once(said.document.as_str()).chain(documents).collect();
        let figures = claim.figures.iter();
        let figures = figures.map(|figure| json!({ "measure": figure.measure.as_str(), "value": figure.value.text }));
        let verdict = self.corpus.site.verdicts.get(&claim.verdict);
        let fields = json!({
            "title": claim.title,
            "date": claim.published.map(|date| date.to_string()),
            "slug": entry.id.as_str(),
            "verdicts": [claim.verdict.as_str()],
            "sources": distinct(&sources),
            "documents": distinct(&documents),
            "events": claim.event.iter().map(AsRef::as_ref).collect::<Vec<&str>>(),
            "places": claim.places.iter().map(AsRef::as_ref).collect::<Vec<&str>>(),
            "params": {
                "claim": claim.claim,
                "summary": claim.summary,
                "quote": said.quote.join(" "),
                "rating": verdict.and_then(|verdict| verdict.rating).map(|rating| rating.number()),
                "figures": figures.collect::<Vec<Value>>(),
            },
        });
        self.put(&format!("claims/{}.md", entry.id), &fields, &self.linked(entry.body()));
    }

    fn record<R: Record>(&self, taxonomy: &str, entry: &Entry<R>, title: &str, facts: Value, url: Option<&str>) {
        let fields = json!({ "title": title, "params": { "facts": facts, "url": url } });
        self.term(taxonomy, entry.id.as_ref(), &fields, entry.body());
    }

    fn term(&self, taxonomy: &str, id: &str, fields: &Value, body: &str) {
        self.put(&format!("{taxonomy}/{id}/_index.md"), fields, body);
    }

    /// A file with front matter as YAML: a line a field, and below that the form of JSON, which YAML has too.
    fn put(&self, path: &str, fields: &Value, body: &str) {
        let fields = fields.as_object().expect("fields");
        let lines: String = fields.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
        let file = self.content.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder that can be made");
        fs::write(&file, format!("---\n{lines}---\n\n{body}")).expect("a file that can be written");
    }

    fn text<'t>(&self, text: &'t ShortText) -> &'t str {
        let first = self.corpus.first_lang();
        text.get(first, first).unwrap_or_default()
    }

    /// A text in which our links and citations, which Hugo does not know, are links of Markdown.
    fn linked(&self, text: &str) -> String {
        let mut linked = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find("[[").into_iter().chain(rest.find("[@")).min() {
            let (before, link) = rest.split_at(at);
            let (closing, is_citation) = if link.starts_with("[@") { ("]", true) } else { ("]]", false) };
            let Some((inside, after)) = link[2..].split_once(closing) else { break };
            let (id, words) = inside.split_once('|').unwrap_or((inside, inside));
            let document = self.corpus.documents.find(id).and_then(|entry| entry.record.title.as_deref());
            let (folder, words) = if is_citation { ("documents", document.unwrap_or(id)) } else { ("claims", words) };
            linked.push_str(&format!("{before}[{words}](/{folder}/{id}/)"));
            rest = after;
        }
        linked + rest
    }
}

/// The ids in their order, each once: Hugo counts a term as often as it is written.
fn distinct<'a>(ids: &[&'a str]) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    ids.iter().copied().filter(|id| seen.insert(*id)).collect()
}
