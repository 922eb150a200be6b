//! Pages as data: every address leads somewhere, and the real site can be shown whole.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use recoupe::check::Checked;
use recoupe::judge;
use recoupe::render::{Engine, Language, theme};
use recoupe::resolve::Drafts;
use recoupe::site::{Dataset, Route, SiteMap, Subject};
use recoupe::text::PartialDate;
use recoupe::view::{self, Page, Rows, ViewContext, Words};

/// The site of this repository.
fn real_site(base_url: Option<&str>) -> Checked {
    let options = judge::JudgeOptions {
        as_of: PartialDate::parse("2027").expect("a date"),
        drafts: Drafts::LeftOut,
        captures: Default::default(),
        base_url: base_url.map(str::to_owned),
        published: None,
    };
    let site = judge::folder(Path::new(env!("CARGO_MANIFEST_DIR")), &options).expect("the folder can be read");
    match site.judged.into_checked() {
        Ok(checked) => checked,
        Err(judged) => panic!("{:#?}", judged.findings),
    }
}

fn words() -> BTreeMap<&'static str, Words> {
    let words = theme::strings().map(|(lang, source)| (lang, Words::new(lang, source).expect("words")));
    words.collect()
}

/// Every page of a site with its route.
struct Shown {
    pages: Vec<(Route, Page, String)>,
}

fn shown(checked: &Checked) -> Shown {
    let words = words();
    let context = ViewContext::new(checked, |lang| &words[lang.as_str()]);
    let languages = context.languages().map(|(site, words)| Language { site, words });
    let engine = Engine::new(theme::templates(), languages).expect("the templates can be read");
    let rows = Rows::new(&context, |lang, row| engine.row(lang, row).expect("a row can be rendered"));
    let mut out = Vec::new();
    let page = |route: Route| {
        let page = view::page(&context, &rows, &route).unwrap_or_else(|| panic!("no page for {route:?}"));
        engine.render(&page, &mut out).unwrap_or_else(|error| panic!("{route:?}: {error}"));
        (route, page, String::from_utf8(out.clone()).expect("UTF-8"))
    };
    Shown { pages: context.map().routes().into_iter().map(page).collect() }
}

/// The values of an attribute in markup of ours, which quotes every value.
fn attributes<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
    let start = format!(" {name}=\"");
    let length = start.len();
    let found: Vec<usize> = html.match_indices(&start).map(|(at, _)| at + length).collect();
    found.into_iter().map(move |at| html[at..].split('"').next().expect("an attribute ends"))
}

#[test]
fn every_address_leads_to_a_page_or_a_file() {
    for base_url in [None, Some("https://example.org/checks/")] {
        let checked = real_site(base_url);
        let map = SiteMap::new(&checked.corpus);
        let shown = shown(&checked);
        let root = map.root();
        let datasets = Dataset::ALL.into_iter().map(|dataset| map.dataset_path(dataset));
        let signposts = map.signposts().into_iter().map(|signpost| map.signpost_path(&signpost));
        let assets = theme::assets().map(|(path, _)| format!("{root}{path}"));
        let files: BTreeSet<String> = assets.chain(datasets).chain(signposts).collect();
        let anchors: BTreeMap<String, BTreeSet<&str>> =
            shown.pages.iter().map(|(route, _, html)| (map.path(route), attributes(html, "id").collect())).collect();
        for (route, _, html) in &shown.pages {
            let here = map.path(route);
            for href in attributes(html, "href") {
                let outside = ["https://", "http://", "mailto:", "data:"].iter().any(|scheme| href.starts_with(scheme));
                if outside || files.contains(href) {
                    continue;
                }
                let (path, fragment) = href.split_once('#').map_or((href, None), |(path, id)| (path, Some(id)));
                let path = if path.is_empty() { here.as_str() } else { path };
                let Some(ids) = anchors.get(path) else { panic!("{here} links to {href}") };
                assert!(fragment.is_none_or(|id| ids.contains(id)), "{here} links to {href}");
                assert!(map.route_of(path).is_some(), "{path}");
            }
        }
    }
}

#[test]
fn ids_are_unique_on_a_page() {
    for (route, _, html) in &shown(&real_site(None)).pages {
        let mut seen = BTreeSet::new();
        for id in attributes(html, "id") {
            assert!(seen.insert(id), "{route:?} has `{id}` twice");
        }
    }
}

#[test]
fn every_word_that_a_page_asks_for_exists() {
    for (route, _, html) in &shown(&real_site(None)).pages {
        // A missing word shows its key: lower case with an underscore, as no text of ours is.
        // The columns of tables do too; they stand as code.
        let parts = html.split("<code>").map(|part| part.split_once("</code>").map_or(part, |(_, rest)| rest));
        for word in parts.collect::<String>().split(|c: char| c.is_whitespace() || "<>\"().,:".contains(c)) {
            let key = word.contains('_')
                && !word.starts_with('_')
                && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            assert!(!key, "{route:?} shows `{word}`");
        }
    }
}

#[test]
fn routes_are_unique_and_their_addresses_find_them_again() {
    let checked = real_site(Some("https://example.org/checks"));
    let map = SiteMap::new(&checked.corpus);
    let routes = map.routes();
    let mut paths = BTreeSet::new();
    let mut files = BTreeSet::new();
    for route in &routes {
        assert!(paths.insert(map.path(route)), "{route:?}");
        assert!(files.insert(map.out_path(route)), "{route:?}");
        assert_eq!(map.route_of(&map.path(route)).as_ref(), Some(route));
        assert_eq!(map.url(route), format!("https://example.org{}", map.path(route)));
    }
    assert_eq!(routes, map.routes());
    for wrong in ["/", "/checks/verifications/personne/", "/checks/en/verifications/", "/checks/verifications/page/1/"]
    {
        assert_eq!(map.route_of(wrong), None, "{wrong}");
    }
}

#[test]
fn a_private_person_has_no_page_and_no_link() {
    let checked = real_site(None);
    let private: Vec<_> = checked.corpus.sources.iter().filter(|entry| entry.record.is_private()).collect();
    assert!(!private.is_empty());
    for (route, _, html) in &shown(&checked).pages {
        for entry in &private {
            assert!(!html.contains(&format!("/sources/{}/", entry.id)), "{route:?}");
            let name = entry.record.name.texts(checked.corpus.first_lang())[0].1;
            assert!(matches!(route.subject, Subject::Claim(_)) || !html.contains(name), "{route:?} names {name}");
        }
    }
}

/// A witness confirms one claim of the harbour office, on whom its verdict then rests, and undermines another.
const WITNESSED: &str = "-- base --
-- content/sources/mara.md --
---
name: Mara Quill, a deckhand
kind: person
person: { private: true }
---
-- content/claims/ferry-aground.md --
---
title: The ferry ran aground
claim: The ferry ran aground off Port Velm on 2 March 2024.
published: 2024-03-05
authors: desk
said: { by: harbour-office, in: gazette-2024-03-02 }
verdict: corroborated
evidence: { document: gazette-2024-03-02, stance: supports, origin: mara, sees: witness }
---
-- content/claims/nobody-hurt.md --
---
title: Nobody was hurt
claim: Nobody was hurt when the ferry ran aground.
published: 2024-03-05
authors: desk
said: { by: harbour-office, in: gazette-2024-03-02 }
verdict: attributed
evidence: { document: gazette-2024-03-02, stance: undermines, origin: mara, sees: witness }
---
";

#[test]
fn a_private_person_is_in_the_graph_of_their_own_claim_and_on_the_page_of_no_source() {
    let pages = support::pages(WITNESSED);
    let claim = &pages["checks/ferry-aground/index.html"];
    assert!(claim.contains(">Mara Quill, a</text>") && claim.contains(">deckhand</text>"), "{claim}");
    for (path, html) in &pages {
        let own = ["checks/ferry-aground/", "checks/nobody-hurt/"].iter().any(|claim| path.starts_with(claim));
        assert!(own || !(html.contains("Mara") || html.contains("mara")), "{path} names the witness");
    }
    let source = &pages["sources/harbour-office/index.html"];
    assert!(source.contains("They publish what goes back to it"), "the others are told");
    assert!(!source.contains("They say the same") && !source.contains("They say otherwise"), "{source}");
}

#[test]
fn a_source_names_what_rests_on_it_and_who_says_otherwise() {
    let pages = support::pages(&WITNESSED.replace("person: { private: true }", "country: NL"));
    let source = &pages["sources/harbour-office/index.html"];
    for heading in ["They publish what goes back to it", "They say the same independently", "They say otherwise"] {
        assert!(source.contains(heading), "{heading}");
    }
    let witness = &pages["sources/mara/index.html"];
    assert!(witness.contains("Without this source, one verdict would no longer meet"), "{witness}");
    assert!(!source.contains("Without this source"), "its own claims keep their claimant");
}

#[test]
fn of_sources_that_are_one_origin_a_publication_goes_back_to_the_one_that_it_names() {
    // The harbour office has it from the crew, and the courier names the crew alone.
    let source = |id: &str| format!("-- content/sources/{id}.md --\n---\nname: The {id}\nkind: media\n---\n");
    let document = |publisher: &str| {
        let head = format!("-- content/documents/{publisher}-1.md --\n---\ntitle: Aground\npublisher: {publisher}\n");
        format!("{head}kind: article\nlanguage: en\ndate: 2024-03-03\n---\n")
    };
    let evidence = |publisher: &str| format!("  - {{ document: {publisher}-1, stance: supports, origin: crew }}\n");
    let site = format!(
        "-- base --\n{}{}{}{}-- content/claims/ferry-aground.md --\n---\ntitle: The ferry ran aground\n\
         claim: The ferry ran aground.\npublished: 2024-03-05\nauthors: desk\n\
         said: {{ by: harbour-office, in: gazette-2024-03-02 }}\nverdict: attributed\nevidence:\n{}{}---\n",
        source("crew"),
        source("courier"),
        document("harbour-office"),
        document("courier"),
        evidence("harbour-office"),
        evidence("courier"),
    );
    let pages = support::pages(&site);
    let names = |source: &str, other: &str| pages[&format!("sources/{source}/index.html")].contains(other);
    assert!(names("crew", "The courier") && names("crew", "Harbour office"));
    assert!(names("harbour-office", "The Gazette") && !names("harbour-office", "The courier"));
}

/// `RECOUPE_SHOW=DIR cargo test --test view shows` writes the real site there, to look at.
#[test]
fn the_real_site_shows_the_same_twice() {
    let checked = real_site(None);
    let map = SiteMap::new(&checked.corpus);
    let (first, second) = (shown(&checked), shown(&checked));
    assert!(first.pages.iter().zip(&second.pages).all(|(a, b)| a.2 == b.2));
    if let Some(dir) = std::env::var_os("RECOUPE_SHOW") {
        let dir = Path::new(&dir);
        let pages = first.pages.iter().map(|(route, _, html)| (map.out_path(route), html.as_bytes()));
        let assets = theme::assets().map(|(path, bytes)| (path.to_owned(), bytes));
        for (path, bytes) in pages.chain(assets) {
            let path = dir.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        }
    }
}
