//! The records that claims are joined to.

use super::random::Random;
use super::words::{EN, FR, NAMES};
use super::{CAPTURED, Options};
use crate::capture::sha256;

pub fn site(options: Options) -> String {
    let text = |fr: &str, en: &str| short(options, fr, en);
    let languages = if options.bilingual { "[fr, en]" } else { "fr" };
    let mut site = format!(
        "title: {}\ndescription: {}\nbase_url: https://check.example.org\nlanguages: {languages}\n\
         publisher: {{ name: The desk }}\nauthors: {{ id: desk, name: {} }}\n",
        text("Vérifications inventées", "Invented checks"),
        text("Des mots tirés au sort.", "Words drawn by lot."),
        text("La rédaction", "The desk"),
    );
    site.push_str("measures:\n");
    for measure in MEASURES {
        let unit = if measure == "share" { "percent" } else { "people" };
        site.push_str(&format!("  {measure}: {{ label: {}, unit: {unit} }}\n", text(measure, measure)));
    }
    site.push_str(&format!("populations:\n  people: {{ label: {} }}\nverdicts:\n", text("personnes", "people")));
    for (id, fr, en, rating, rule) in [
        ("fabricated", "Inventé de toutes pièces", "Made up", 1, "requires: { evidence_against: true }"),
        ("misleading", "Trompeur à dessein", "Meant to mislead", 2, "requires: { evidence_against: true }"),
        ("missing-context", "Hors contexte", "Out of context", 3, ""),
        ("unverified", "Sans confirmation", "Without confirmation", 3, ""),
        ("mostly-accurate", "Exact pour l’essentiel", "Right in the main", 4, "requires: { evidence: 1 }"),
        ("accurate", "Exact en tout", "Right in everything", 5, "requires: { independent_origins: 2 }"),
    ] {
        let rule = if rule.is_empty() { String::new() } else { format!(", {rule}") };
        let label = text(fr, en);
        site.push_str(&format!("  {id}: {{ label: {label}, about: proposition, rating: {rating}{rule} }}\n"));
    }
    site
}

/// What figures count.
pub const MEASURES: [&str; 6] = ["killed", "injured", "arrested", "displaced", "participants", "share"];

pub fn source(options: Options, random: &mut Random, at: usize, see: &mut dyn FnMut(String, String)) {
    const KINDS: [&str; 4] = ["media", "news-agency", "government", "ngo"];
    let name = format!("{} {}", random.of(NAMES), random.words(FR, 3));
    let mut fields = format!("name: {}\nkind: {}\n", short(options, &name, &name), random.of(&KINDS));
    fields.push_str(&format!("homepage: https://source{at}.example.net/\n"));
    // Every tenth is the organ of another, and every twentieth of a party.
    if at > 10 && at.is_multiple_of(10) {
        fields.push_str(&format!("owner: {}\n", source_id(at - 9)));
    }
    if at.is_multiple_of(20) {
        fields.push_str(&format!("alignment: {}\n", source_id(1 + at % 3)));
    }
    with_body(options, random, "sources", &source_id(at), &fields, (40, 100), see);
}

pub fn place(options: Options, random: &mut Random, at: usize, see: &mut dyn FnMut(String, String)) {
    let name = format!("{}-{}", random.of(NAMES), random.title(FR, 1));
    let (lat, lon) = (random.between(0, 12_000), random.between(0, 36_000));
    let degrees = |value: usize, most: i64| format!("{:.2}", (value as i64 - most * 100) as f64 / 100.0);
    let point = format!("{{ lat: {}, lon: {} }}", degrees(lat, 60), degrees(lon, 180));
    let basis = short(options, "Tiré au sort.", "Drawn by lot.");
    let name = short(options, &name, &name);
    let fields = format!("name: {name}\nkind: town\nprecision: exact\npoint: {point}\nbasis: {basis}\n");
    with_body(options, random, "places", &place_id(at), &fields, (30, 60), see);
}

/// Where a document stands.
pub fn document_url(at: usize) -> String {
    format!("https://source{at}.example.net/{at}")
}

pub fn document(options: Options, random: &mut Random, at: usize, see: &mut dyn FnMut(String, String)) {
    let sources = options.sizes().sources;
    let mut fields = format!(
        "title: \"{}\"\npublisher: {}\nkind: article\nlanguage: fr\nurl: {}\ndate: {}\n",
        random.title(FR, 6),
        source_id(1 + at % sources),
        document_url(at),
        day(random.between(0, 3900)),
    );
    // Every eighth is a reprint of the one before it.
    if at.is_multiple_of(8) {
        let publisher = source_id(1 + (at - 1) % sources);
        fields.push_str(&format!("copy-of: {{ publisher: {publisher}, document: {} }}\n", document_id(at - 1)));
    }
    if options.captures {
        let sum = sha256(options.capture(at).as_bytes());
        fields.push_str(&format!("captures: [{{ sha256: \"{sum}\", media: text/plain, access: public }}]\n"));
    }
    see(format!("content/documents/{}.md", document_id(at)), format!("---\n{fields}---\n"));
}

pub fn event(options: Options, random: &mut Random, at: usize, see: &mut dyn FnMut(String, String)) {
    let (fr, en) = (random.title(FR, 4), random.title(EN, 4));
    let places = options.sizes().places;
    let fields = format!(
        "name: {}\nkind: background\nfrom: {}\nplaces: {}\n",
        short(options, &fr, &en),
        event_day(at),
        place_id(1 + at % places),
    );
    see(format!("content/events/{}.md", event_id(at)), format!("---\n{fields}---\n"));
}

fn with_body(
    options: Options,
    random: &mut Random,
    folder: &str,
    id: &str,
    fields: &str,
    (least, most): (usize, usize),
    see: &mut dyn FnMut(String, String),
) {
    let words = random.between(least, most);
    see(format!("content/{folder}/{id}.md"), format!("---\n{fields}---\n\n{}\n", random.paragraph(FR, words)));
    if options.bilingual {
        see(format!("content/{folder}/{id}.en.md"), format!("---\n---\n\n{}\n", random.paragraph(EN, words)));
    }
}

/// A sentence that stands in the capture of a document, and its paragraph.
pub fn quoted(options: Options, random: &mut Random, document: usize) -> (usize, String) {
    let paragraph = random.between(1, CAPTURED);
    let text = options.captured(document).nth(paragraph - 1).unwrap_or_default();
    (paragraph, text.split(". ").next().unwrap_or_default().trim_end_matches('.').trim().to_owned())
}

/// A short text in the languages of the site.
pub fn short(options: Options, fr: &str, en: &str) -> String {
    if options.bilingual { format!("{{ fr: \"{fr}\", en: \"{en}\" }}") } else { format!("\"{fr}\"") }
}

pub fn source_id(at: usize) -> String {
    format!("src-{at:05}")
}

pub fn place_id(at: usize) -> String {
    format!("plc-{at:05}")
}

pub fn document_id(at: usize) -> String {
    format!("doc-{at:05}")
}

pub fn event_id(at: usize) -> String {
    format!("evt-{at:05}")
}

/// The day on which an event began.
pub fn event_day(at: usize) -> String {
    day(at * 37 % 3800)
}

/// A day, by its number from 1 January 2015; months of 28 days.
pub fn day(number: usize) -> String {
    format!("{}-{:02}-{:02}", 2015 + number / 336, number / 28 % 12 + 1, number % 28 + 1)
}
