//! What pages say to machines in their heads.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

const FERRY: &str = "checks/ferry-aground/index.html";

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)).unwrap()
}

/// The small site with two languages, a private person and a correction.
fn two_languages() -> String {
    file("site/two-languages/input.txt")
}

/// The clean small site of the findings, with a part of it changed.
fn with(from: &str, to: &str) -> String {
    let base = file("diagnostics/base.txt");
    assert!(base.contains(from), "{from}");
    base.replace(from, to)
}

fn pages(input: &str) -> BTreeMap<String, Vec<Value>> {
    let pages = support::pages(input).into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, html)| (path, support::json_ld(&html))).collect()
}

fn of_kind<'b>(blocks: &'b [Value], kind: &str) -> Vec<&'b Value> {
    blocks.iter().filter(|block| block["@type"] == kind).collect()
}

/// The only review on a page.
fn review(pages: &BTreeMap<String, Vec<Value>>, path: &str) -> Value {
    let reviews = of_kind(&pages[path], "ClaimReview");
    assert_eq!(reviews.len(), 1, "{path}");
    reviews[0].clone()
}

/// The review of the small site's claim, with a part of the site changed.
fn ferry(from: &str, to: &str) -> Value {
    review(&pages(&with(from, to)), FERRY)
}

#[test]
fn a_claim_has_one_review_on_its_page_and_on_no_other() {
    let mut seen: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (path, blocks) in &pages(&two_languages()) {
        let reviews = of_kind(blocks, "ClaimReview");
        let folders = path.matches('/').count();
        let is_claim =
            path.starts_with("verifications/") && folders == 2 || path.starts_with("en/checks/") && folders == 3;
        assert_eq!(reviews.len(), usize::from(is_claim), "{path}");
        for review in reviews {
            let url = review["url"].as_str().unwrap();
            assert_eq!(format!("{url}index.html"), format!("https://velm.example/desk/{path}"));
            seen.entry(review["@id"].to_string()).or_default().push(review["inLanguage"].clone());
        }
    }
    // One name for both languages, and each language once.
    assert_eq!(seen.len(), 2);
    assert!(seen.values().all(|languages| *languages == ["en", "fr"]), "{seen:?}");
}

#[derive(Clone, Copy)]
enum Asked {
    Always,
    OnTheScale,
    /// Where the content says it.
    WhereStated,
}

/// What Google and Bing ask for: where it stands, and when it must be there.
const ASKED: [(&str, Asked); 13] = [
    ("/@context", Asked::Always),
    ("/claimReviewed", Asked::Always),
    ("/url", Asked::Always),
    ("/reviewRating/alternateName", Asked::Always),
    ("/reviewRating/ratingValue", Asked::OnTheScale),
    ("/reviewRating/bestRating", Asked::OnTheScale),
    ("/reviewRating/worstRating", Asked::OnTheScale),
    ("/author/name", Asked::Always),
    ("/author/url", Asked::Always),
    ("/datePublished", Asked::Always),
    ("/itemReviewed/author", Asked::WhereStated),
    ("/itemReviewed/datePublished", Asked::WhereStated),
    ("/itemReviewed/appearance", Asked::WhereStated),
];

fn assert_complete(review: &Value, on_the_scale: bool, stated: bool) {
    for (place, asked) in ASKED {
        let expected = match asked {
            Asked::Always => true,
            Asked::OnTheScale => on_the_scale,
            Asked::WhereStated => stated,
        };
        assert_eq!(review.pointer(place).is_some(), expected, "{place}: {review:#}");
    }
    assert_eq!(review["@context"], "https://schema.org");
}

#[test]
fn numbers_stand_only_with_verdicts_of_the_truth_scale() {
    let dated = with("  in: gazette-2024-03-02\nevent", "  in: gazette-2024-03-02\n  date: 2024-03-02\nevent");
    let attributed = review(&pages(&dated), FERRY);
    assert_complete(&attributed, false, true);
    assert_eq!(attributed["reviewRating"]["alternateName"], "Attributed only");
    let rated =
        dated.replace("    about: proposition\n    unless", "    about: proposition\n    rating: 2\n    unless");
    let rated = review(&pages(&rated), FERRY);
    assert_complete(&rated, true, true);
    let rating = &rated["reviewRating"];
    assert_eq!([&rating["worstRating"], &rating["ratingValue"], &rating["bestRating"]], [1, 2, 5]);
}

#[test]
fn the_claimant_is_the_author_and_the_carrier_the_publisher() {
    let review = ferry("", "");
    let claim = &review["itemReviewed"];
    assert_eq!(claim["author"][0]["name"], "Harbour office");
    assert_eq!(claim["author"][0]["@type"], "Organization");
    assert_eq!(claim["appearance"][0]["publisher"]["name"], "The Gazette");
    assert_eq!(claim.get("firstAppearance"), None);
    assert_eq!(review["author"]["name"], "The Velm desk");
}

#[test]
fn a_claimant_who_published_it_gives_the_first_appearance() {
    let review = ferry("  by: harbour-office", "  by: gazette");
    let claim = &review["itemReviewed"];
    assert_eq!(claim["firstAppearance"][0]["publisher"]["name"], "The Gazette");
    assert_eq!(claim.get("appearance"), None);
}

#[test]
fn nobody_is_the_author_of_what_nobody_is_said_to_have_said() {
    let review = ferry("  by: harbour-office", "  by: unstated");
    assert_eq!(review["itemReviewed"].get("author"), None);
}

#[test]
fn a_private_person_is_no_author() {
    let pages = pages(&two_languages());
    let review = review(&pages, "en/checks/temoignage/index.html");
    assert_eq!(review["itemReviewed"].get("author"), None);
    for (path, blocks) in &pages {
        let named = blocks.iter().any(|block| block.to_string().contains("Nadir"));
        assert!(!named || path.contains("temoignage"), "{path}");
    }
}

#[test]
fn a_person_is_a_person_under_the_name_alone() {
    let person = "name: Ada Noor, harbour master\nshort-name: Ada Noor\nkind: person\n";
    let review = ferry("name: Harbour office\nkind: government\n", person);
    let author = &review["itemReviewed"]["author"][0];
    assert_eq!((&author["@type"], &author["name"]), (&Value::from("Person"), &Value::from("Ada Noor")));
}

#[test]
fn changes_that_are_more_than_typos_move_the_date() {
    let corrected = review(&pages(&two_languages()), "en/checks/port-ferme/index.html");
    assert_eq!([&corrected["datePublished"], &corrected["dateModified"]], ["2024-03-05", "2024-03-09"]);
    assert_eq!(corrected["correction"][0]["text"], "Two days, not three.");
    let typo = "authors: desk\nrevisions:\n  - { date: 2024-03-09, type: typo, text: A comma. }\n";
    let typo = ferry("authors: desk\n", typo);
    assert_eq!((&typo["dateModified"], typo.get("correction")), (&Value::from("2024-03-05"), None));
}

#[test]
fn a_check_that_no_longer_stands_is_not_given_to_machines() {
    let retracted = "authors: desk\nrevisions:\n  - { date: 2024-03-09, type: retraction, text: It was wrong. }\n";
    let pages = pages(&with("authors: desk\n", retracted));
    assert_eq!(of_kind(&pages[FERRY], "ClaimReview").len(), 0);
}

#[test]
fn a_renamed_claim_keeps_its_name_for_machines() {
    let before = ferry("", "");
    let renamed = "content/claims/ferry-on-sand.md --\n---\nformer: [ferry-aground]\n";
    let after = pages(&with("content/claims/ferry-aground.md --\n---\n", renamed));
    let after = review(&after, "checks/ferry-on-sand/index.html");
    assert_eq!(before["@id"], after["@id"]);
    assert_eq!(before["itemReviewed"]["@id"], after["itemReviewed"]["@id"]);
    assert_ne!(before["url"], after["url"]);
}

#[test]
fn evidence_is_cited_and_only_context_is_no_basis() {
    let log = "-- content/documents/log.md --\n---\ndescribed-as: The log\npublisher: harbour-office\nkind: report\n\
               language: en\nurl: https://velm.example/log\n---\n";
    let input = with("---\nThe harbour", "  - { document: log, stance: context }\n---\nThe harbour") + log;
    let review = review(&pages(&input), FERRY);
    let ids = |field: &str| -> Vec<String> {
        review[field].as_array().unwrap().iter().map(|node| node["@id"].to_string()).collect()
    };
    assert_eq!(ids("citation").len(), 2);
    assert_eq!(ids("isBasedOn"), ids("citation")[..1]);
    assert_eq!(review["citation"][1]["@type"], "Report");
    assert_eq!(review["citation"][1]["url"], "https://velm.example/log");
}

#[test]
fn nothing_that_an_author_writes_ends_a_block() {
    let hostile = "</script><script>alert(1)</script><!-- & \u{2028}\u{2029} end";
    let claim = format!("claim: \"{hostile}\"");
    let page = &support::pages(&with("claim: The ferry ran aground off Port Velm on 2 March 2024.", &claim))[FERRY];
    let blocks = support::json_ld(page);
    let review = blocks.iter().find(|block| block["@type"] == "ClaimReview").unwrap();
    let words = review["claimReviewed"].as_str().unwrap();
    assert!(words.starts_with("</script><script>alert(1)</script><!-- &") && words.ends_with("end"), "{words}");
    for block in page.split("ld+json\">").skip(1) {
        let block = block.split("</script>").next().unwrap();
        assert!(!block.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{block}");
    }
}

#[test]
fn every_findable_page_but_the_first_says_how_one_gets_there() {
    let html = support::pages(&two_languages());
    for (path, blocks) in pages(&two_languages()) {
        let crumbs = of_kind(&blocks, "BreadcrumbList");
        let moved = html[&path].contains("http-equiv=\"refresh\"");
        // A card is no page to be found: it leads to the one of its claim.
        let card = path.contains("embed/");
        let expected = !moved && !card && !["index.html", "en/index.html", "404.html"].contains(&path.as_str());
        assert_eq!(crumbs.len(), usize::from(expected), "{path}");
        for crumbs in crumbs {
            let items = crumbs["itemListElement"].as_array().unwrap();
            let positions: Vec<u64> = items.iter().map(|item| item["position"].as_u64().unwrap()).collect();
            assert_eq!(positions, (1..=items.len() as u64).collect::<Vec<_>>(), "{path}");
            let last = items.last().unwrap()["item"]["@id"].as_str().unwrap();
            assert_eq!(format!("{last}index.html"), format!("https://velm.example/desk/{path}"));
        }
    }
}

#[test]
fn lists_and_the_coverage_of_a_document_name_their_claims() {
    let pages = pages(&file("site/coverage/input.txt"));
    let listed: BTreeSet<&String> =
        pages.iter().filter(|(_, blocks)| !of_kind(blocks, "ItemList").is_empty()).map(|(path, _)| path).collect();
    for end in ["paragraphs/index.html", "checks/index.html"] {
        assert!(listed.iter().any(|path| path.ends_with(end)), "{end}: {listed:?}");
    }
    for path in listed {
        let list = of_kind(&pages[path], "ItemList")[0];
        for item in list["itemListElement"].as_array().unwrap() {
            let page = format!("{}index.html", item["url"].as_str().unwrap());
            assert!(pages.keys().any(|path| page.ends_with(path.as_str())), "{path}: {page}");
        }
    }
}

#[test]
fn the_first_page_says_who_publishes_and_by_which_rules() {
    let page = "-- content/pages/methodology.md --\n---\ntitle: Methodology\n---\nWe check.\n";
    let pages = pages(&(with("", "") + page));
    let site = of_kind(&pages["index.html"], "WebSite")[0];
    let publisher = of_kind(&pages["index.html"], "NewsMediaOrganization")[0];
    assert_eq!(site["publisher"]["@id"], publisher["@id"]);
    assert_eq!(publisher["verificationFactCheckingPolicy"], "https://velm.example/methodology/");
    assert_eq!(publisher.get("correctionsPolicy"), None);
    assert_eq!(review(&pages, FERRY)["author"]["@id"], publisher["@id"]);
}

/// A page of the small site with two languages after a change, as markup.
fn embedded(from: &str, to: &str) -> BTreeMap<String, String> {
    let input = two_languages();
    assert!(input.contains(from), "{from}");
    let folders = ["oembed/", "sitemap", "llms.txt"];
    let wanted = |path: &str| path.ends_with(".html") || folders.iter().any(|folder| path.starts_with(folder));
    support::files(&if from.is_empty() { input } else { input.replace(from, to) }, wanted)
}

#[test]
fn a_card_says_what_the_check_says_and_is_found_nowhere() {
    let pages = embedded("", "");
    let cards: Vec<&String> = pages.keys().filter(|path| path.ends_with(".html") && path.contains("embed/")).collect();
    assert!(cards.len() >= 4, "{cards:?}");
    for path in cards.iter().filter(|path| !pages[**path].contains("http-equiv=\"refresh\"")) {
        let html = &pages[*path];
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
        let folder = if path.starts_with("en/") { "en/checks" } else { "verifications" };
        let claim = path.trim_end_matches("/index.html").rsplit('/').next().unwrap();
        let canonical = format!("<link rel=\"canonical\" href=\"https://velm.example/desk/{folder}/{claim}/\">");
        assert!(html.contains(&canonical), "{path}: {html}");
        assert!(html.contains(&format!("href=\"/desk/{folder}/{claim}/\" target=\"_top\"")), "{path}");
        assert!(!html.contains("<script") && !html.contains("style="), "{path}");
        assert!(!html.contains("Nadir"), "{path} names a private person away from the page of the claim");
    }
    for (path, text) in pages.iter().filter(|(path, _)| path.contains("sitemap") || path.ends_with("llms.txt")) {
        assert!(!text.contains("/embed/"), "{path}");
    }
}

#[test]
fn a_check_that_no_longer_stands_keeps_its_card_which_says_so() {
    let retraction = "type: retraction,";
    let kinds = ["type: correction,", "type: clarification,", "type: update,"];
    let input = two_languages();
    let kind = kinds.into_iter().find(|kind| input.contains(kind)).expect("a revision");
    let pages = embedded(kind, retraction);
    let card = |html: &str| html.contains("class=\"meta warning\"") && !html.contains("class=\"conclusion\"");
    let retracted: Vec<&String> =
        pages.iter().filter(|(path, html)| path.contains("embed/") && card(html)).map(|(path, _)| path).collect();
    assert_eq!(retracted.len(), 2, "{retracted:?}");
    for path in retracted {
        let page = path.replacen("en/embed", "en/checks", 1).replacen("embed", "verifications", 1);
        assert!(!pages[&page].contains("id=\"embed-code\""), "{page} offers what no longer stands");
        let claim = path.trim_end_matches("/index.html").rsplit('/').next().unwrap();
        let lang = if path.starts_with("en/") { "en" } else { "fr" };
        assert!(pages.contains_key(&format!("oembed/{lang}/{claim}.json")), "others still ask for it");
    }
}

#[test]
fn there_are_no_cards_where_none_were_asked_for() {
    let pages = embedded("embeds: true\n", "");
    assert!(pages.keys().all(|path| !path.contains("embed/")), "{:?}", pages.keys());
    assert!(pages.values().all(|text| !text.contains("oembed")));
}

#[test]
fn oembed_says_what_its_standard_requires() {
    let pages = embedded("", "");
    let answers: Vec<(&String, Value)> = pages
        .iter()
        .filter(|(path, _)| path.starts_with("oembed/"))
        .map(|(path, text)| (path, serde_json::from_str(text).unwrap()))
        .collect();
    assert!(answers.len() >= 2);
    for (path, answer) in answers {
        assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()), "{path}");
        let (width, height) = (answer["width"].as_u64().unwrap(), answer["height"].as_u64().unwrap());
        assert!(width == 560 && (150..1_000).contains(&height), "{path}: {width} by {height}");
        for field in ["title", "author_name", "author_url", "provider_name", "provider_url", "html"] {
            assert!(answer[field].as_str().is_some_and(|text| !text.is_empty()), "{path}: {field}");
        }
        assert!(answer["cache_age"].is_u64(), "{path}");
        let html = answer["html"].as_str().unwrap();
        let lang = path.split('/').nth(1).unwrap();
        let claim = path.rsplit('/').next().unwrap().trim_end_matches(".json");
        let below = if lang == "fr" { "embed" } else { "en/embed" };
        assert!(html.contains(&format!("src=\"https://velm.example/desk/{below}/{claim}/\"")), "{html}");
        assert!(html.contains(&format!("height=\"{height}\"")) && !html.contains("<script"), "{html}");
        let words = if lang == "fr" { "verifications" } else { "en/checks" };
        let link = "type=\"application/json+oembed\"";
        let page = &pages[&format!("{words}/{claim}/index.html")];
        let found = page.lines().find(|line| line.contains(link)).expect("the page of the claim leads there");
        assert!(found.contains(&format!("href=\"https://velm.example/desk/{path}\"")), "{found}");
    }
}
