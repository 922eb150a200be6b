//! Long lists, other first languages, former ids: on sites made up for the purpose.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use recoupe::check::Checked;
use recoupe::judge;
use recoupe::render::theme;
use recoupe::resolve::Drafts;
use recoupe::site::{ClaimList, Leaf, Paging, Route, SiteMap, Subject};
use recoupe::text::PartialDate;
use recoupe::view::{self, Body, Html, ListPage, Rows, ViewContext, Words};

const SITE: &str = r#"
title: { en: "Checks", fr: "Vérifications" }
description: { en: "A site.", fr: "Un site." }
base_url: https://example.org/desk
languages: [en, fr]
publisher: { name: "Desk" }
authors: [{ id: desk, name: { en: "Desk", fr: "Rédaction" } }]
verdicts:
  attributed: { label: { en: "Attributed", fr: "Attribué" }, about: proposition }
"#;

/// A site of so many claims by one source, one a day; `former` is what the source was called before.
fn site(claims: usize, former: &str) -> Checked {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join("content").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    write("site.yaml", SITE);
    let former = if former.is_empty() { String::new() } else { format!("former: [{former}]\n") };
    write("sources/mill.md", &format!("---\nname: {{ en: The Mill, fr: Le Moulin }}\nkind: media\n{former}---\n"));
    let document = "title: A paper\npublisher: mill\nkind: article\nlanguage: en\ndate: 2020-01-01\n";
    write("documents/paper.md", &format!("---\n{document}---\n"));
    write("pages/sources.md", "---\ntitle: On sources\n---\nText.\n");
    write("pages/sources.fr.md", "---\ntitle: Des sources\n---\nTexte.\n");
    for n in 0..claims {
        let mut text = String::from("---\n");
        let day = PartialDate::parse("2021").expect("a year").first_day() + chrono::Days::new(n as u64);
        let _ = writeln!(text, "title: Claim {n}\nclaim: Claim {n} holds.\npublished: {day}\nauthors: desk");
        text.push_str("said: { by: mill, in: paper }\nverdict: attributed\n");
        text.push_str("evidence: [{ document: paper, stance: supports, origin: mill }]\n---\nText.\n");
        write(&format!("claims/claim-{n}.md"), &text);
        let translated = format!("---\ntitle: Affirmation {n}\nclaim: Affirmation {n} tient.\n---\nTexte.\n");
        write(&format!("claims/claim-{n}.fr.md"), &translated);
    }
    let as_of = PartialDate::parse("2030").expect("a year");
    let options = judge::JudgeOptions {
        as_of,
        drafts: Drafts::LeftOut,
        base_url: None,
        published: None,
        captures: Default::default(),
    };
    let site = judge::folder(folder.path(), &options).expect("the folder can be read");
    match site.judged.into_checked() {
        Ok(checked) => checked,
        Err(judged) => panic!("{:#?}", judged.findings),
    }
}

/// The pages of a list in the first language, the newest first.
fn pages(checked: &Checked, list: &ClaimList) -> Vec<(Leaf, ListPage)> {
    let words: BTreeMap<&str, Words> =
        theme::strings().map(|(lang, source)| (lang, Words::new(lang, source).expect("words"))).collect();
    let context = ViewContext::new(checked, |lang| &words[lang.as_str()]);
    let rows = Rows::new(&context, |_, row| Html::from_text(&row.title));
    let lang = checked.corpus.first_lang();
    let leaves = context.map().paging(list).leaves();
    let page = |leaf| {
        let route = Route::new(lang, Subject::Claims(list.clone(), leaf));
        match view::page(&context, &rows, &route).expect("a page").body {
            Body::List(page) => (leaf, page),
            other => panic!("no list: {other:?}"),
        }
    };
    leaves.map(page).collect()
}

#[test]
fn a_long_list_is_cut_where_it_never_changes() {
    let source = ClaimList::Made(checked_source());
    for list in [ClaimList::All, source] {
        let (before, after) = (pages(&site(130, ""), &list), pages(&site(190, ""), &list));
        assert_eq!(before.iter().map(|(_, page)| page.rows.len()).collect::<Vec<_>>(), [30, 50, 50]);
        assert_eq!(after.iter().map(|(_, page)| page.rows.len()).collect::<Vec<_>>(), [40, 50, 50, 50]);
        assert_eq!(before[0].1.rows[0].as_str(), "Claim 129");
        assert_eq!(before[2].1.rows[49].as_str(), "Claim 0");
        // The oldest page knows nothing that can change.
        assert_eq!(before.last(), after.last());
        let middle = |pages: &[(Leaf, ListPage)]| {
            let found = pages.iter().find(|(leaf, _)| *leaf == Leaf::Numbered(2)).expect("page 2");
            (found.1.title.clone(), found.1.sentence.clone(), found.1.rows.clone())
        };
        assert_eq!(middle(&before), middle(&after));
    }
}

fn checked_source() -> recoupe::model::SourceId {
    recoupe::model::SourceId::new("mill")
}

#[test]
fn a_source_shows_its_newest_claims_and_the_way_to_the_others() {
    for (claims, shown, more) in [(50, 50, false), (51, Paging::ROWS / 2, true)] {
        let checked = site(claims, "");
        let words = Words::new("en", "").expect("no words");
        let context = ViewContext::new(&checked, |_| &words);
        let rows = Rows::new(&context, |_, row| Html::from_text(&row.title));
        let route = Route::new(checked.corpus.first_lang(), Subject::Source(checked_source()));
        let Some(Body::Source(page)) = view::page(&context, &rows, &route).map(|page| page.body) else {
            panic!("no source")
        };
        assert_eq!((page.claims.rows.len(), page.claims.more.is_some()), (shown, more));
    }
}

#[test]
fn english_first_has_english_addresses_at_the_root() {
    let checked = site(80, "windmill");
    let map = SiteMap::new(&checked.corpus);
    let paths: BTreeSet<String> = map.routes().iter().map(|route| map.path(route)).collect();
    assert_eq!(paths.len(), map.routes().len());
    for path in [
        "/desk/",
        "/desk/fr/",
        "/desk/404.html",
        "/desk/checks/",
        "/desk/checks/page/1/",
        "/desk/checks/claim-7/",
        "/desk/sources/mill/",
        "/desk/sources/mill/checks/page/1/",
        "/desk/verdicts/attributed/checks/",
        "/desk/fr/verifications/claim-7/",
        "/desk/fr/chronologie/",
        // A page whose name the root has taken already.
        "/desk/pages/sources/",
    ] {
        assert!(paths.contains(path), "{path} of {paths:#?}");
    }
    for path in &paths {
        let route = map.route_of(path).unwrap_or_else(|| panic!("{path} leads nowhere"));
        assert_eq!(map.path(&route), *path);
        assert_eq!(map.out_path(&route).strip_suffix("index.html").map(|file| format!("/desk/{file}")), {
            (!path.ends_with(".html")).then(|| path.clone())
        });
    }
}

#[test]
fn former_addresses_lead_to_the_present_ones() {
    let checked = site(60, "windmill");
    let map = SiteMap::new(&checked.corpus);
    let redirects: Vec<(String, String)> =
        map.redirects().iter().map(|redirect| (redirect.from.clone(), map.path(&redirect.to))).collect();
    let expected = [
        ("/desk/fr/sources/windmill/", "/desk/fr/sources/mill/"),
        ("/desk/fr/sources/windmill/verifications/", "/desk/fr/sources/mill/verifications/"),
        ("/desk/sources/windmill/", "/desk/sources/mill/"),
        ("/desk/sources/windmill/checks/", "/desk/sources/mill/checks/"),
    ];
    assert_eq!(redirects, expected.map(|(from, to)| (from.to_owned(), to.to_owned())));
}
