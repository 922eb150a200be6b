//! Feeds, sitemaps and the other files that tell machines what there is.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

const CHECKS: &str = "feeds/en/checks/atom.xml";
const CORRECTIONS: &str = "feeds/en/corrections/atom.xml";

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)).unwrap()
}

/// The clean small site of the findings, with a part of it changed.
fn with(from: &str, to: &str) -> String {
    let base = file("diagnostics/base.txt");
    assert!(base.contains(from), "{from}");
    base.replace(from, to)
}

/// The same with its claim changed after publication.
fn revised(revisions: &[&str]) -> String {
    let lines: String = revisions.iter().map(|revision| format!("  - {{ {revision} }}\n")).collect();
    with("authors: desk\n", &format!("authors: desk\nrevisions:\n{lines}"))
}

/// Everything but the pages.
fn files(input: &str) -> BTreeMap<String, String> {
    support::files(input, |path| !path.ends_with(".html") && !path.starts_with("fonts/"))
}

/// The texts of all elements of a name.
fn texts<'x>(xml: &'x str, name: &str) -> Vec<&'x str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    xml.split(&open).skip(1).map(|rest| rest.split_once(&close).unwrap().0).collect()
}

fn times(feed: &str) -> (Vec<&str>, Vec<&str>, Vec<&str>) {
    (texts(feed, "id"), texts(feed, "published"), texts(feed, "updated"))
}

#[test]
fn a_typo_moves_nothing_and_a_correction_moves_the_time() {
    let before = &files(&with("", ""))[CHECKS];
    let typo = &files(&revised(&["date: 2024-03-09, type: typo, text: A comma."]))[CHECKS];
    assert_eq!(before, typo);
    let corrected = &files(&revised(&["date: 2024-03-09, type: correction, text: Not so."]))[CHECKS];
    let ((ids, published, old), (same, again, new)) = (times(before), times(corrected));
    assert_eq!((ids, published), (same, again));
    assert_eq!(old, ["2024-03-05T00:00:00Z"; 2]);
    assert_eq!(new, ["2024-03-09T00:00:00Z"; 2]);
}

#[test]
fn names_stay_when_a_claim_moves_and_when_the_site_becomes_safer() {
    let before = &files(&with("", ""))[CHECKS];
    let moved = with("claims/ferry-aground.md --\n---\n", "claims/sandbank.md --\n---\nformer: [ferry-aground]\n");
    let after = &files(&moved)[CHECKS];
    assert_eq!(texts(before, "id"), texts(after, "id"));
    assert!(after.contains("/checks/sandbank/") && !after.contains("ferry-aground"), "{after}");
    let plain = &files(&with("https://velm", "http://velm"))[CHECKS];
    assert_eq!(texts(before, "id"), texts(plain, "id"));
    let other = &files(&with("https://velm", "https://other"))[CHECKS];
    assert_ne!(texts(before, "id"), texts(other, "id"));
}

#[test]
fn a_retraction_leaves_a_tombstone_in_the_place_of_its_entry() {
    let standing = &files(&with("", ""))[CHECKS];
    let retracted = files(&revised(&["date: 2024-03-09, type: retraction, text: It was wrong."]));
    for path in [CHECKS, "feeds/en/verdicts/attributed/atom.xml", "feeds/en/sources/harbour-office/atom.xml"] {
        let feed = &retracted[path];
        assert!(!feed.contains("<entry>"), "{path}");
        let id = texts(standing, "id")[1];
        let grave = format!("<at:deleted-entry ref=\"{id}\" when=\"2024-03-09T00:00:00Z\">");
        assert!(feed.contains(&grave), "{path}: {feed}");
        assert_eq!(texts(feed, "at:comment"), ["It was wrong."]);
        assert_eq!(texts(feed, "updated"), ["2024-03-09T00:00:00Z"]);
    }
    let json: Value = serde_json::from_str(&retracted["feeds/en/checks/feed.json"]).unwrap();
    assert_eq!(json["items"].as_array().unwrap().len(), 0);
    // That it was retracted is told like every other change.
    assert_eq!(texts(&retracted[CORRECTIONS], "title")[1], "Retraction: The ferry ran aground");
    assert!(!retracted["sitemaps/news.xml"].contains("<url>"));
}

#[test]
fn every_change_that_is_more_than_a_typo_is_told_once() {
    let first = "date: 2024-03-09, type: typo, text: A comma.";
    let second = "date: 2024-03-10, type: clarification, text: Off the port.";
    let third = "date: 2024-03-11, type: correction, text: On the third.";
    let two = &files(&revised(&[first, second]))[CORRECTIONS];
    let three = &files(&revised(&[first, second, third]))[CORRECTIONS];
    assert_eq!(texts(three, "summary"), ["On the third.", "Off the port."]);
    let (before, after) = (texts(two, "id"), texts(three, "id"));
    assert_eq!((before[0], before[1]), (after[0], after[2]));
    assert_eq!(after.iter().collect::<BTreeSet<_>>().len(), 3);
}

#[test]
fn both_forms_say_the_same() {
    let files = files(&file("site/two-languages/input.txt"));
    let mut compared = 0;
    for (path, atom) in files.iter().filter(|(path, _)| path.ends_with("atom.xml")) {
        let json: Value = serde_json::from_str(&files[&path.replace("atom.xml", "feed.json")]).unwrap();
        let ids: Vec<&str> =
            json["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!(ids, texts(atom, "id")[1..], "{path}");
        let own = json["feed_url"].as_str().unwrap();
        assert_eq!(own.replace("feed.json", "atom.xml"), format!("https://velm.example/desk/{path}"));
        assert!(atom.contains(&format!(
            "rel=\"self\" type=\"application/atom+xml\" href=\"https://velm.example/desk/{path}\""
        )));
        compared += 1;
    }
    // Two languages; checks, corrections, two verdicts, and the one source that is no private person.
    assert_eq!(compared, 10);
    let french = &files["feeds/fr/checks/atom.xml"];
    assert!(french.contains("hreflang=\"en\" href=\"https://velm.example/desk/en/checks/\""), "{french}");
    let english = &files["feeds/en/checks/atom.xml"];
    let shared: Vec<&str> = texts(french, "id").into_iter().filter(|id| texts(english, "id").contains(id)).collect();
    assert_eq!(shared, [] as [&str; 0]);
}

#[test]
fn a_private_person_has_no_feed_and_is_named_in_none() {
    for (path, text) in files(&file("site/two-languages/input.txt")) {
        assert!(!path.contains("temoin/"), "{path}");
        assert!(!text.contains("Nadir"), "{path}: {text}");
    }
}

#[test]
fn a_long_feed_is_cut_and_its_pages_lead_to_one_another() {
    let mut input = with("", "");
    let claim = input.split("-- content/claims/ferry-aground.md --\n").nth(1).unwrap().to_owned();
    for number in 0..99 {
        input.push_str(&format!("-- content/claims/claim-{number}.md --\n{claim}"));
    }
    let files = files(&input);
    let (newest, oldest) = (&files[CHECKS], &files["feeds/en/checks/page/1/atom.xml"]);
    let ids: BTreeSet<&str> = [newest, oldest].into_iter().flat_map(|feed| texts(feed, "id").split_off(1)).collect();
    assert_eq!(ids.len(), 100);
    assert_eq!(texts(newest, "id")[0], texts(oldest, "id")[0]);
    assert!(newest.contains(
        "rel=\"next\" type=\"application/atom+xml\" href=\"https://velm.example/feeds/en/checks/page/1/atom.xml\""
    ));
    assert!(oldest.contains(
        "rel=\"previous\" type=\"application/atom+xml\" href=\"https://velm.example/feeds/en/checks/atom.xml\""
    ));
    let json: Value = serde_json::from_str(&files["feeds/en/checks/feed.json"]).unwrap();
    assert_eq!(json["next_url"], "https://velm.example/feeds/en/checks/page/1/feed.json");
}

#[test]
fn sitemaps_name_every_page_once_and_date_what_they_know() {
    let input = file("site/two-languages/input.txt");
    let files = files(&input);
    let pages = support::pages(&input).into_iter();
    let pages = pages.filter(|(path, html)| path.ends_with(".html") && !html.contains("noindex"));
    let pages: BTreeSet<String> =
        pages.map(|(path, _)| format!("https://velm.example/desk/{}", path.trim_end_matches("index.html"))).collect();
    let map = &files["sitemaps/1.xml"];
    let named = texts(map, "loc");
    assert_eq!(named.len(), pages.len());
    assert_eq!(named.iter().map(|url| (*url).to_owned()).collect::<BTreeSet<_>>(), pages);
    let entry = |url: &str| map.split("<url>").find(|entry| entry.contains(&format!("<loc>{url}</loc>"))).unwrap();
    let claim = entry("https://velm.example/desk/en/checks/port-ferme/");
    assert_eq!(texts(claim, "lastmod"), ["2024-03-09"]);
    assert!(claim.contains("hreflang=\"fr\" href=\"https://velm.example/desk/verifications/port-ferme/\""), "{claim}");
    assert!(claim.contains("hreflang=\"en\" href=\"https://velm.example/desk/en/checks/port-ferme/\""), "{claim}");
    assert_eq!(texts(entry("https://velm.example/desk/verdicts/"), "lastmod"), [] as [&str; 0]);
    let index = &files["sitemap.xml"];
    let listed = ["https://velm.example/desk/sitemaps/1.xml", "https://velm.example/desk/sitemaps/news.xml"];
    assert_eq!(texts(index, "loc"), listed);
    assert!(files["robots.txt"].contains("\nSitemap: https://velm.example/desk/sitemap.xml\n"));
}

#[test]
fn news_are_the_checks_of_the_last_two_days_of_publication() {
    let mut input = with("", "");
    let claim = input.split("-- content/claims/ferry-aground.md --\n").nth(1).unwrap().to_owned();
    for day in ["2024-03-06", "2024-03-07"] {
        let claim = claim.replace("published: 2024-03-05", &format!("published: {day}"));
        input.push_str(&format!("-- content/claims/of-{day}.md --\n{claim}"));
    }
    let news = &files(&input)["sitemaps/news.xml"];
    assert_eq!(texts(news, "news:publication_date"), ["2024-03-07", "2024-03-06"]);
}

#[test]
fn notes_say_what_the_site_says_and_are_there_only_then() {
    let plain = files(&with("", ""));
    assert!(plain["humans.txt"].contains("The Velm desk\nThe desk\n"), "{}", plain["humans.txt"]);
    assert!(!plain.contains_key(".well-known/security.txt") && !plain.contains_key(".well-known/trust.txt"));
    let said = "authors:\n";
    let more = "security: { contact: \"mailto:desk@velm.example\", expires: 2027-11-22 }\n\
                trust: { belongto: [\"https://press.example\"] }\nauthors:\n";
    let files = files(&with(said, more));
    let security = "Contact: mailto:desk@velm.example\nExpires: 2027-11-22T00:00:00Z\nPreferred-Languages: en\n\
                    Canonical: https://velm.example/.well-known/security.txt\n";
    assert_eq!(files[".well-known/security.txt"], security);
    assert_eq!(files[".well-known/trust.txt"], "belongto=https://press.example\n");
}

#[test]
fn short_answers_stand_where_models_look_for_them() {
    let llms = &files(&with("", ""))["llms.txt"];
    let line = "- [The ferry ran aground](https://velm.example/checks/ferry-aground/): Attributed only. \
                The ferry ran aground off Port Velm on 2 March 2024.\n";
    assert!(llms.starts_with("# Checks in Port Velm\n\n> Invented people in an invented place.\n"), "{llms}");
    assert!(llms.contains(line), "{llms}");
}

#[test]
fn pages_name_the_feeds_that_tell_of_them() {
    let pages = support::pages(&with("", ""));
    let feeds = |path: &str| -> Vec<String> {
        let heads = pages[path].split("</head>").next().unwrap().split("<link rel=\"alternate\" type=\"application/");
        heads.skip(1).map(|link| link.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()).collect()
    };
    let all = ["/feeds/en/checks/atom.xml", "/feeds/en/checks/feed.json"];
    assert_eq!(feeds("index.html"), all);
    let verdict = feeds("verdicts/attributed/index.html");
    assert_eq!(verdict[..2], ["/feeds/en/verdicts/attributed/atom.xml", "/feeds/en/verdicts/attributed/feed.json"]);
    assert_eq!(verdict[2..], all);
    assert!(pages["index.html"].contains("<a href=\"/feeds/en/checks/atom.xml\">"), "the footer leads there");
}

#[test]
fn browsers_are_told_how_to_search() {
    let input = file("site/two-languages/input.txt");
    let files = files(&input);
    let pages = support::pages(&input);
    for (lang, name, page) in [("fr", "Vérifications de", "recherche/"), ("en", "Velm checks", "en/search/")] {
        let described = &files[&format!("search/{lang}/opensearch.xml")];
        assert_eq!(texts(described, "ShortName"), [name], "sixteen signs at most");
        assert_eq!(texts(described, "Language"), [lang]);
        let template = format!("template=\"https://velm.example/desk/{page}?q={{searchTerms}}\"");
        assert!(described.contains(&template), "{described}");
        let html = &pages[&format!("{page}index.html")];
        let link = format!("href=\"/desk/search/{lang}/opensearch.xml\"");
        assert!(html.contains("rel=\"search\"") && html.contains(&link), "{html}");
    }
}

#[test]
fn a_site_without_search_has_nothing_of_it() {
    let input = with("base_url:", "search: false\nbase_url:");
    let named = files(&input).into_keys().find(|path| path.starts_with("search/"));
    assert_eq!(named, None);
    for (path, html) in support::pages(&input).iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!html.contains("rel=\"search\"") && !html.contains("/search/"), "{path} leads to a search");
    }
}
