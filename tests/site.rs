//! Small sites, byte for byte: every page that a reader gets.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

/// Builds each `tests/site/<case>/input.txt` and compares its pages with `output.txt`.
///
/// The frame of a page is that of all pages, so what is kept of each is its title, its `main` and what it says to
/// machines of its own matter.
#[test]
fn small_sites_are_what_they_were() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site");
    let mut cases: Vec<PathBuf> = fs::read_dir(cases).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(!cases.is_empty());
    for case in cases {
        let input = fs::read_to_string(case.join("input.txt")).unwrap();
        let pages = support::pages(&input);
        let mut seen = String::new();
        for (path, html) in &pages {
            if !path.ends_with(".html") {
                if TOLD.iter().any(|told| case.ends_with(told)) {
                    seen.push_str(&told(path, html));
                }
                continue;
            }
            seen.push_str(&format!("-- {path} --\n"));
            for (open, close) in [("<title>", "</title>"), ("<main", "</main>")] {
                if let Some(start) = html.find(open) {
                    let end = html[start..].find(close).map_or(html.len(), |end| start + end + close.len());
                    seen.push_str(&html[start..end]);
                    seen.push('\n');
                }
            }
            for block in support::json_ld(html).iter().filter(|block| block["@type"] != "BreadcrumbList") {
                seen.push_str(&format!("{block:#}\n"));
            }
        }
        if let Some(difference) = support::snapshot::difference(&case.join("output.txt"), &seen) {
            panic!("{difference}");
        }
    }
}

/// The cases whose files for machines are kept too.
const TOLD: [&str; 2] = ["quotations", "two-languages"];

/// A file for machines, so that a person can read it. The schema is a file of its own in `src/`, and the lines of
/// the corpus are the files of the claims, which another test compares.
fn told(path: &str, text: &str) -> String {
    if path == "data/schema/claim.schema.json" || path == "data/claims.jsonl" {
        return String::new();
    }
    let text = match path.starts_with("data/claims/") && path.ends_with(".json") {
        true => format!("{:#}\n", serde_json::from_str::<serde_json::Value>(text).unwrap()),
        false => text.replace('\r', ""),
    };
    format!("-- {path} --\n{text}")
}

/// What an author can write must never become markup, in a text or in an attribute.
#[test]
fn hostile_text_stays_text() {
    let hostile = "x' \\\" onload=alert(1) </title></script><script>alert(2)</script><img src=x onerror=alert(3)>";
    let input = format!(
        "-- base --\n-- content/claims/hostile.md --\n---\ntitle: \"{hostile}\"\nclaim: \"{hostile}\"\n\
         summary: \"{hostile}\"\npublished: 2024-03-05\nauthors: desk\n\
         said: {{ by: harbour-office, in: gazette-2024-03-02, quote: \"{hostile}\" }}\nverdict: attributed\n\
         evidence:\n  - {{ document: gazette-2024-03-02, stance: supports, origin: harbour-office, \
         quote: \"{hostile}\" }}\n---\nText.\n"
    );
    let pages = support::pages(&input);
    let page = pages.iter().find(|(path, _)| path.contains("/hostile/")).expect("the claim has a page").1;
    assert!(page.contains("&lt;script&gt;"), "the text is shown");
    for (path, html) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        // Data for machines is no script of the author's, and has no character that could end it.
        let blocks = support::json_ld(html);
        let own = html.matches("<script src=\"/search.js\" defer></script>").count();
        let scripts = html.matches("<script").count() - own;
        assert_eq!(scripts, blocks.len(), "{path} holds a script of the author's");
        assert!(!html.contains("<img"), "{path} holds an element of the author's");
        for attribute in recoupe::inspect::attributes(html.as_bytes()) {
            assert!(!attribute.name.starts_with(b"on"), "{path} holds an attribute of the author's");
        }
    }
}

/// Rows that the search shows are put into its page as they are.
#[test]
fn what_the_search_shows_is_the_row_of_the_lists() {
    let hostile = "<img src=x onerror=alert(1)> </script>";
    let input = format!(
        "-- base --\n-- content/claims/hostile.md --\n---\ntitle: \"{hostile}\"\nclaim: Something.\n\
         published: 2024-03-05\nauthors: desk\nsaid: {{ by: harbour-office, in: gazette-2024-03-02 }}\n\
         verdict: attributed\nevidence:\n  - {{ document: gazette-2024-03-02, stance: supports, \
         origin: harbour-office }}\n---\nText.\n"
    );
    let files = support::files(&input, |path| path.starts_with("search/") || path == "checks/index.html");
    let rows: Vec<String> = serde_json::from_str(&files["search/en/rows/0.json"]).expect("a list of texts");
    let row = rows.iter().find(|row| row.contains("/hostile/")).expect("the claim is found");
    assert!(row.contains("&lt;img") && !row.contains("<img"), "{row}");
    assert!(files["checks/index.html"].contains(row.as_str()), "{row}");
}

/// The reasons of a private person's own claims may name them; pages that gather reasons must not.
#[test]
fn a_private_person_is_named_on_the_pages_of_their_claims_alone() {
    let site = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site/two-languages/input.txt"));
    let alone = "exception: { clause: independent_origins, text: { fr: Nadir était seul., en: Nadir was alone. } }";
    let site =
        site.expect("the case is there").replace("verdict: atteste\n", &format!("verdict: corrobore\n{alone}\n"));
    assert!(site.contains(alone), "the case has a claim of a private person");
    let pages = support::pages(&site);
    for (path, html) in &pages {
        assert!(!html.contains("Nadir") || path.contains("temoignage"), "{path} names a private person");
    }
    for (path, text) in support::files(&site, |path| path.starts_with("search/")) {
        assert!(!text.to_lowercase().contains("nadir"), "{path} finds a private person");
    }
    let page = &pages["en/transparency/index.html"];
    assert!(page.contains("The reason is given on the page of the claim."), "{page}");
    assert!(page.contains("Private persons"), "{page}");
}
