//! The default theme: its words, its templates, and one page of every kind.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use recoupe::render::{Engine, Language, RenderError, theme};
use recoupe::view::*;

#[path = "support/sample.rs"]
mod sample;
use sample::Sample;

const LANGUAGES: [&str; 2] = ["fr", "en"];

fn words(lang: &str) -> Words {
    let (_, source) = theme::strings().find(|(name, _)| *name == lang).expect("the theme speaks it");
    Words::new(lang, source).expect("its words can be read")
}

fn engine(sample: &Sample) -> Engine {
    let words = words(sample.lang);
    let site = sample.site(&words);
    Engine::new(theme::templates(), [Language { site: &site, words: &words }]).expect("the templates can be read")
}

/// Every sample page of a language, rendered.
fn rendered(sample: &Sample) -> Vec<(&'static str, String)> {
    let engine = engine(sample);
    let rows: Vec<Html> = (0..12).map(|index| engine.row(sample.lang, &sample.row(index)).expect("a row")).collect();
    let mut out = Vec::new();
    sample
        .pages(&rows)
        .into_iter()
        .map(|(name, page)| {
            if let Err(error) = engine.render(&page, &mut out) {
                panic!("{name}: {error}");
            }
            (name, String::from_utf8(out.clone()).expect("UTF-8"))
        })
        .collect()
}

#[test]
fn all_languages_have_the_same_words_and_arguments() {
    let arguments = |lang: &str| -> Vec<(String, BTreeSet<String>)> {
        let (_, source) = theme::strings().find(|(name, _)| *name == lang).expect("the theme speaks it");
        let mut messages: Vec<(String, BTreeSet<String>)> = Vec::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if !line.starts_with(' ')
                && let Some((key, _)) = line.split_once(" =")
            {
                messages.push((key.to_owned(), BTreeSet::new()));
            }
            let names = line.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next());
            if let Some((_, found)) = messages.last_mut() {
                found.extend(names.map(str::to_owned));
            }
        }
        messages
    };
    assert_eq!(arguments("fr"), arguments("en"));
    assert_eq!(words("fr").keys().count(), arguments("fr").len());
}

#[test]
fn every_word_that_templates_use_exists() {
    for lang in LANGUAGES {
        let words = words(lang);
        for (name, text) in theme::templates() {
            for (at, _) in text.match_indices("t.") {
                if text[..at].ends_with(|before: char| before.is_alphanumeric() || "._".contains(before)) {
                    continue;
                }
                let key: String = text[at + 2..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                assert!(words.plain().contains_key(&key), "{name} uses `t.{key}`, which {lang} does not have");
            }
        }
    }
}

#[test]
fn counts_take_the_plural_and_the_separators_of_the_language() {
    let counted = |lang: &str, n: usize| words(lang).with("n_claims", &[("n", n.into())]);
    assert_eq!(counted("fr", 0), "0\u{a0}affirmation");
    assert_eq!(counted("fr", 40_000), "40\u{202f}000\u{a0}affirmations");
    assert_eq!(counted("en", 1), "1\u{a0}claim");
    assert_eq!(counted("en", 40_000), "40,000\u{a0}claims");
    assert_eq!(words("en").number(1_234_567), "1,234,567");
    let basis = [("publications", 14.into()), ("origins", 4.into()), ("unknown", 2.into())];
    assert_eq!(
        words("en").with("basis_and_unknown", &basis),
        "We know it from 14 publications, which go back to 4 independent origins, and from 2 reports of unknown origin."
    );
}

#[test]
fn words_that_cannot_be_read_are_reported_with_their_line() {
    let errors = Words::new("en", "home = Home\n\nskip = { $n\n").expect_err("the brace is open");
    assert!(errors[0].starts_with("line "), "{errors:?}");
}

#[test]
fn every_page_of_the_theme_is_well_formed() {
    for lang in LANGUAGES {
        for (name, html) in rendered(&Sample { lang, salt: "" }) {
            well_formed(&format!("{lang} {name}"), &html);
            assert_eq!(html.matches("<h1").count(), 1, "{lang} {name} has one first heading");
            assert!(!html.contains("\n\n"), "{lang} {name} has no empty lines");
        }
    }
}

#[test]
fn every_page_renders_with_nothing_in_it() {
    let sample = Sample { lang: "fr", salt: "" };
    let engine = engine(&sample);
    let bodies = [
        Body::Home(HomePage::default()),
        Body::Coverage(CoveragePage::default()),
        Body::Claim(ClaimPage::default()),
        Body::Embed(EmbedPage::default()),
        Body::Source(SourcePage::default()),
        Body::Document(DocumentPage::default()),
        Body::Event(EventPage::default()),
        Body::Place(PlacePage::default()),
        Body::Verdict(VerdictPage::default()),
        Body::Text(TextPage::default()),
        Body::List(ListPage::default()),
        Body::Index(IndexPage::default()),
        Body::Timeline(TimelinePage::default()),
        Body::Corrections(CorrectionsPage::default()),
        Body::Search(SearchPage::default()),
        Body::NotFound(NotFoundPage::default()),
    ];
    let mut out = Vec::new();
    for body in bodies {
        let page = Page { frame: Frame { lang: "fr".to_owned(), ..Frame::default() }, structured: Vec::new(), body };
        engine.render(&page, &mut out).expect("it renders");
        let html = std::str::from_utf8(&out).expect("UTF-8");
        well_formed("an empty page", html);
        for empty in ["<ul></ul>", "<ol></ol>", "<dl></dl>", "<ul class=\"rows\">\n</ul>"] {
            assert!(!html.contains(empty), "{page:?} has {empty}");
        }
    }
}

#[test]
fn every_text_is_escaped() {
    let salt = "\"'><script>alert(1)</script>&amp;";
    for (name, html) in rendered(&Sample { lang: "fr", salt }) {
        let html = html.replace("<script src=\"/search.js\" defer></script>", "");
        assert!(!html.contains("<script"), "{name} lets markup through");
        assert!(!html.contains("\"'>"), "{name} lets a quotation mark through");
        well_formed(name, &html);
    }
}

#[test]
fn a_verdict_has_its_word_wherever_it_has_its_mark() {
    for (name, html) in rendered(&Sample { lang: "en", salt: "" }) {
        // Only spines and runs of tallies show marks alone, and these are hidden from screen readers.
        for (at, _) in html.match_indices("<svg class=\"mark m-") {
            let hidden = ["class=\"run\" aria-hidden=\"true\"", "class=\"spine\" aria-hidden=\"true\""]
                .iter()
                .any(|open| html[..at].rfind(open).is_some_and(|from| !html[from..at].contains("\n</")));
            let rest = &html[at..html.len().min(at + 400)];
            let worded = [
                "Independently",
                "Corroborated",
                "Words confirmed",
                "Attributed",
                "Disputed",
                "Contra",
                "Unverifiable",
            ]
            .iter()
            .any(|word| rest.contains(word));
            assert!(hidden || worded, "{name}: {rest}");
        }
    }
}

#[test]
fn a_mistake_in_a_template_names_template_line_and_column() {
    let sample = Sample { lang: "fr", salt: "" };
    let words = words("fr");
    let site = sample.site(&words);
    let with = |name: &'static str, text: &'static str| -> Result<Engine, RenderError> {
        Engine::new(theme::templates().chain([(name, text)]), [Language { site: &site, words: &words }])
    };
    let error = with("claim.html", "<h1>\n{{ claim.title </h1>").expect_err("the expression is open");
    assert_eq!((error.template.as_str(), error.line), ("claim.html", Some(2)));

    let engine = with("404.html", "<h1>\n  {{ not_found.titel }}</h1>").expect("it can be read");
    let (_, page) = sample.pages(&vec![Html::default(); 12]).pop().expect("the last page is 404");
    let error = engine.render(&page, &mut Vec::new()).expect_err("there is no such field");
    assert_eq!((error.template.as_str(), error.line), ("404.html", Some(2)));
    assert!(error.column.is_some() && error.message.contains("titel"), "{error:?}");
}

#[test]
fn a_site_replaces_one_template_and_keeps_the_others() {
    let sample = Sample { lang: "fr", salt: "" };
    let words = words("fr");
    let site = sample.site(&words);
    let own = [("row.html", "<li>{{ row.title }}</li>")];
    let engine =
        Engine::new(theme::templates().chain(own), [Language { site: &site, words: &words }]).expect("readable");
    assert_eq!(engine.row("fr", &sample.row(0)).expect("a row").as_str(), "<li>Huit civils tués à Joubass</li>");
    let (_, page): (_, Page) = sample.pages(&vec![Html::default(); 12]).swap_remove(0);
    engine.render(&page, &mut Vec::new()).expect("the rest is as it was");
}

#[test]
fn the_binary_carries_the_theme_as_it_stands_on_disk() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, bytes) in theme::assets() {
        assert_eq!(fs::read(root.join("static").join(path)).expect(path), bytes, "{path}");
    }
    for (path, text) in theme::templates() {
        assert_eq!(fs::read_to_string(root.join("templates").join(path)).expect(path), text, "{path}");
    }
    let css = theme::assets().find(|(path, _)| *path == "recoupe.css").expect("the stylesheet").1;
    assert!(css.len() <= 16_384, "the stylesheet has {} bytes", css.len());
    let css = std::str::from_utf8(css).expect("UTF-8");
    for font in css.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(theme::assets().any(|(path, _)| path == font), "{font} is missing");
    }
}

/// Leaves the sample pages in the target directory, to be looked at through any server of files.
#[test]
fn samples_can_be_looked_at() {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("theme");
    for (path, bytes) in theme::assets() {
        write(&out.join(path), bytes);
    }
    for lang in LANGUAGES {
        for (name, html) in rendered(&Sample { lang, salt: "" }) {
            write(&out.join(format!("{lang}-{name}.html")), html.as_bytes());
        }
    }
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("it is inside the directory")).expect("the directory can be made");
    fs::write(path, bytes).expect("the file can be written");
}

/// Every element is closed, in order; every id is there once; every fragment link lands.
fn well_formed(page: &str, html: &str) {
    const VOID: [&str; 7] = ["meta", "base", "link", "br", "hr", "img", "input"];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html.trim_start_matches("<!doctype html>");
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>').map(|end| at + end).unwrap_or_else(|| panic!("{page}: a tag is not closed"));
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{page}, before {}", rest.chars().take(80).collect::<String>());
        } else {
            let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
            if !tag.ends_with('/') && !VOID.contains(&name) {
                open.push(name);
            }
        }
    }
    assert!(open.is_empty(), "{page}: {open:?}");
    let values = |name: &str| -> Vec<String> {
        let start = format!(" {name}=\"");
        html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    let ids = values("id");
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "{page} has an id twice: {ids:?}");
    for fragment in values("href").iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.iter().any(|id| id == fragment), "{page} links to #{fragment}, which is not there");
    }
}
