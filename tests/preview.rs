//! The preview as a desk meets it: what is shown of a change at once, and when the whole was judged.

#![cfg(feature = "serve")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;
#[path = "support/tree.rs"]
mod tree;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use recoupe::capture::sha256;
use recoupe::judge::{CaptureOptions, JudgeOptions};
use recoupe::preview::{Day, Preview};
use recoupe::read;
use recoupe::resolve::Drafts;
use recoupe::serve::{Effect, Refresh, Reply, Site as _};
use tempfile::TempDir;

/// A preview of a folder that the test changes.
struct Desk {
    folder: TempDir,
    preview: Preview,
}

impl Desk {
    fn of(folder: TempDir) -> Desk {
        Self::with(folder, support::judge_options())
    }

    fn with(folder: TempDir, options: JudgeOptions) -> Desk {
        let root = folder.path().canonicalize().unwrap();
        let preview = Preview::start(&root, root.join("public"), options, Day::Today);
        let told = preview.refresh(&[]);
        assert!(told.settled || preview.settle().settled, "then the whole was judged");
        Desk { folder, preview }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join(name)
    }

    /// Changes a file, and says what open pages are told at once.
    fn write(&self, name: &str, text: &str) -> Refresh {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        self.preview.refresh(&[path])
    }

    fn edit(&self, name: &str, from: &str, to: &str) -> Refresh {
        let text = fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(from), "{name} holds no {from:?}");
        self.write(name, &text.replacen(from, to, 1))
    }

    fn page(&self, path: &str) -> String {
        match self.preview.page(path) {
            Reply::Found { bytes, .. } => String::from_utf8(bytes).unwrap(),
            other => panic!("{path}: {other:?}"),
        }
    }
}

const FERRY: &str = "content/claims/ferry-aground.md";
const PAGE: &str = "/checks/ferry-aground/";

#[test]
fn the_first_pages_are_shown_before_a_rule_has_run() {
    let folder = support::folder("-- base --\n");
    let ferry = fs::read_to_string(folder.path().join(FERRY)).unwrap();
    fs::write(folder.path().join(FERRY), ferry.replace("published: 2024-03-05", "published: 2999-03-05")).unwrap();
    let root = folder.path().canonicalize().unwrap();
    let preview = Preview::start(&root, root.join("public"), support::judge_options(), Day::Today);
    let told = preview.refresh(&[]);
    assert_eq!((told.findings_html, told.settled), (None, false));
    assert_eq!(told.words.badge, "being checked…");
    let desk = Desk { folder, preview };
    let page = desk.page(PAGE);
    assert!(page.contains("The harbour office says so"));
    assert!(desk.preview.desk().html.contains("being checked…"));
    let told = desk.preview.settle();
    assert!(told.findings_html.unwrap().contains("future-date"));
    assert!(told.settled);
    assert_eq!(desk.page(PAGE), page, "what was shown stays under what is told");
}

#[test]
fn a_changed_claim_is_shown_before_the_whole_is_judged() {
    let desk = Desk::of(support::folder("-- base --\n"));
    let told = desk.edit(FERRY, "The harbour office says so", "The harbour master says so");
    assert_eq!((told.effect, told.findings_html, told.settled), (Effect::Reload, None, false));
    assert_eq!(told.words.badge, "being checked…");
    assert!(desk.page(PAGE).contains("The harbour master says so"));
    let told = desk.preview.settle();
    assert_eq!((told.effect, told.findings_html, told.settled), (Effect::Reload, None, true));
    assert_eq!(told.words.badge, "nothing to mend");
    assert!(desk.page(PAGE).contains("The harbour master says so"));
}

#[test]
fn an_error_about_one_claim_is_told_at_once_and_the_last_good_page_stays() {
    let desk = Desk::of(support::folder("-- base --\n"));
    let good = desk.page(PAGE);
    let mistakes = [
        ("verdict: attributed", "verdict: corroborated", "verdict-not-carried"),
        ("document: gazette-2024-03-02", "document: gazette-2024-03-03", "unknown-reference"),
        ("stance: supports", "stanse: supports", "unknown-field"),
    ];
    for (from, to, code) in mistakes {
        let told = desk.edit(FERRY, from, to);
        assert_eq!((told.effect, told.settled), (Effect::Nothing, false), "{code}");
        assert!(told.findings_html.unwrap().contains(code), "{code}");
        assert_eq!(desk.page(PAGE), good, "{code}");
        let told = desk.preview.settle();
        assert!(told.findings_html.unwrap().contains(code), "{code}");
        assert_eq!(desk.page(PAGE), good, "{code}");

        desk.edit(FERRY, to, from);
        let told = desk.preview.settle();
        assert_eq!((told.findings_html, told.settled), (None, true), "{code} was mended");
        assert_eq!(desk.page(PAGE), good, "{code}");
    }
}

#[test]
fn what_only_the_whole_can_tell_is_shown_when_it_was_judged() {
    let desk = Desk::of(support::folder("-- base --\n"));
    let ferry = fs::read_to_string(desk.path(FERRY)).unwrap();
    // A new claim.
    let told = desk.write("content/claims/second.md", &ferry.replace("The ferry ran aground\n", "The second claim\n"));
    assert_eq!((told.effect, told.settled), (Effect::Nothing, false));
    assert!(matches!(desk.preview.page("/checks/second/"), Reply::Missing(_)));
    assert_eq!(desk.preview.settle().effect, Effect::Reload);
    assert!(desk.page("/checks/second/").contains("The second claim"));
    // The same claim is gone.
    fs::remove_file(desk.path("content/claims/second.md")).unwrap();
    assert!(!desk.preview.refresh(&[desk.path("content/claims/second.md")]).settled);
    desk.preview.settle();
    assert!(matches!(desk.preview.page("/checks/second/"), Reply::Missing(_)));
    // A claim that comes to be a draft.
    assert!(!desk.edit(FERRY, "published: 2024-03-05", "draft: true").settled);
    desk.preview.settle();
    assert!(matches!(desk.preview.page(PAGE), Reply::Missing(_)));
    desk.write(FERRY, &ferry);
    desk.preview.settle();
    // The name of a source.
    desk.edit("content/sources/harbour-office.md", "Harbour office", "Office of the harbour");
    desk.preview.settle();
    assert!(desk.page(PAGE).contains("Office of the harbour"));
    // A text whose Markdown the rules about the whole have to see first.
    let told = desk.edit(FERRY, "The harbour office says so", "<b>The harbour office</b> says so");
    assert_eq!(told.effect, Effect::Nothing);
    assert!(!desk.page(PAGE).contains("<b>The harbour office"));
    // A folder that is gone as a whole, and comes back.
    desk.write(FERRY, &ferry);
    fs::rename(desk.path("content/claims"), desk.path("elsewhere")).unwrap();
    desk.preview.refresh(&[desk.path("content/claims")]);
    desk.preview.settle();
    fs::rename(desk.path("elsewhere"), desk.path("content/claims")).unwrap();
    desk.preview.refresh(&[desk.path("content/claims")]);
    assert_eq!(desk.preview.settle().findings_html, None);
    assert!(desk.page(PAGE).contains("The harbour office says so"));
}

#[test]
fn what_is_found_is_what_the_files_say_now() {
    let desk = Desk::of(support::folder("-- base --\n"));
    assert!(desk.page("/search/").contains("data-folder=\"/search/en/\""));
    let words = "/search/en/words/0.json";
    assert!(desk.page(words).contains("\"harbour\":[0]"), "{}", desk.page(words));
    assert!(desk.page("/search/en/rows/0.json").contains("/checks/ferry-aground/"));
    desk.edit(FERRY, "The harbour office says so", "The wheelhouse says so");
    assert!(desk.page(words).contains("\"wheelhouse\":[0]"));
}

#[test]
fn files_that_are_no_pages_come_with_their_media_types() {
    let desk = Desk::of(support::folder("-- base --\n"));
    for (path, expected) in [
        ("/recoupe.css", "text/css; charset=utf-8"),
        ("/search.js", "text/javascript; charset=utf-8"),
        ("/search/en/words/0.json", "application/json"),
        ("/search/en/opensearch.xml", "application/xml; charset=utf-8"),
        ("/data/claims/en/ferry-aground.json", "application/json"),
        ("/data/claims.csv", "text/csv; charset=utf-8"),
    ] {
        match desk.preview.page(path) {
            Reply::Found { media_type, .. } => assert_eq!(media_type, expected, "{path}"),
            other => panic!("{path}: {other:?}"),
        }
    }
}

#[test]
fn a_folder_that_cannot_be_read_is_read_anew_when_it_can() {
    let desk = Desk::of(support::folder("-- base --\n"));
    let good = desk.page(PAGE);
    fs::rename(desk.path("content"), desk.path("elsewhere")).unwrap();
    desk.preview.refresh(&[desk.path("content")]);
    assert!(desk.preview.settle().findings_html.unwrap().contains("no folder `content`"));
    assert_eq!(desk.page(PAGE), good, "the last good page stays");
    fs::rename(desk.path("elsewhere"), desk.path("content")).unwrap();
    desk.edit(FERRY, "The harbour office says so", "The harbour master says so");
    assert_eq!(desk.preview.settle().findings_html, None);
    assert!(desk.page(PAGE).contains("The harbour master says so"));
}

#[test]
fn a_style_sheet_is_swapped_and_nothing_is_judged() {
    let desk = Desk::of(support::folder("-- base --\n-- static/own.css --\nh1 { color: red }\n"));
    let told = desk.write("static/own.css", "h1 { color: blue }");
    assert_eq!((told.effect, told.findings_html, told.settled), (Effect::Restyle, None, true));
    assert_eq!(desk.page("/own.css"), "h1 { color: blue }");
    // One that was not there may have a name that no site can have.
    assert!(!desk.write("static/more.css", "h2 {}").settled);
    desk.preview.settle();
    assert_eq!(desk.page("/more.css"), "h2 {}");
}

#[test]
fn a_capture_that_arrives_is_compared_with() {
    let capture = "The office said: \"Tea is served at noon.\"\n";
    let sum = sha256(capture.as_bytes());
    let input = format!(
        "-- base --\n-- content/documents/gazette-2024-03-02.md --\n---\ntitle: Ferry runs aground\npublisher: gazette\n\
         kind: article\nlanguage: en\ndate: 2024-03-02\ncaptures: {{ sha256: \"{sum}\", media: text/plain, access: public }}\n---\n\
         -- content/claims/ferry-aground.md --\n---\ntitle: The ferry ran aground\nclaim: It ran aground.\n\
         published: 2024-03-05\nauthors: desk\nsaid: {{ by: harbour-office, in: gazette-2024-03-02, quote: Tea is served at noon }}\n\
         event: grounding\nverdict: attributed\nevidence:\n  - {{ document: gazette-2024-03-02, stance: supports, origin: harbour-office }}\n---\n"
    );
    // In the site's folder, where it is by default, and elsewhere.
    let elsewhere = tempfile::tempdir().unwrap();
    for vault in [None, Some(elsewhere.path().canonicalize().unwrap().join("vault"))] {
        let captures = CaptureOptions { vault: vault.clone(), required: false };
        let desk = Desk::with(support::folder(&input), JudgeOptions { captures, ..support::judge_options() });
        let vault = vault.unwrap_or_else(|| desk.path("captures"));
        assert!(desk.preview.watched().contains(&vault));
        let compared = || desk.page("/data/quotations.json").matches(&sum).count();
        assert_eq!(compared(), 0);
        let file = read::capture_file(&vault, &sum);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, capture).unwrap();
        assert!(!desk.preview.refresh(std::slice::from_ref(&file)).settled);
        assert_eq!(desk.preview.settle().effect, Effect::Reload);
        assert_eq!(compared(), 1);
        fs::remove_file(&file).unwrap();
        desk.preview.refresh(&[file]);
        desk.preview.settle();
        assert_eq!(compared(), 0);
    }
}

#[test]
fn a_template_error_names_line_and_fields_and_the_last_good_theme_stays() {
    let desk = Desk::of(support::folder("-- base --\n"));
    let good = desk.page(PAGE);
    // A template that cannot be read: the one before stands in for it.
    desk.write("templates/claim.html", "{% block %}");
    let told = desk.preview.settle();
    assert!(told.findings_html.as_deref().unwrap().contains("templates/claim.html:1:"), "{:?}", told.findings_html);
    assert_eq!(desk.page(PAGE), good);
    // While it is broken, the content goes on being shown.
    desk.edit(FERRY, "The harbour office says so", "The harbour master says so");
    assert!(desk.page(PAGE).contains("The harbour master says so"));
    assert!(desk.preview.settle().findings_html.unwrap().contains("templates/claim.html:1:"));
    assert!(desk.page(PAGE).contains("The harbour master says so"));
    // One that asks for what its page does not have: pages that are open stay, and the rest of the site is there.
    desk.write("templates/claim.html", "<p>\n{{ claim.titel }}\n");
    assert_eq!(desk.preview.settle().findings_html, None);
    let Reply::Failed(report) = desk.preview.page(PAGE) else { panic!("the page is made though it cannot be") };
    let report = String::from_utf8(report).unwrap();
    for said in ["templates/claim.html:2:", "`claim` has ", "title", "`page` has ", "canonical"] {
        assert!(report.contains(said), "{said}: {report}");
    }
    assert!(desk.page("/").contains("The ferry ran aground"));
    // Mended.
    desk.write("templates/claim.html", "<p>{{ claim.title }}</p>");
    assert_eq!(desk.preview.settle().effect, Effect::Reload);
    assert_eq!(desk.page(PAGE), "<p>The ferry ran aground</p>");
    fs::remove_file(desk.path("templates/claim.html")).unwrap();
    desk.preview.refresh(&[desk.path("templates/claim.html")]);
    desk.preview.settle();
    assert!(desk.page(PAGE).contains("The harbour master says so"));
}

#[test]
fn the_desk_lists_what_is_left_to_do() {
    let input = "-- base --\n-- content/claims/quoted.md --\n---\ntitle: A title with <b>\nclaim: It was said.\n\
        published: 2024-03-05\nauthors: desk\nreviewed: { date: 2024-03-05, by: desk }\n\
        said: { by: harbour-office, in: gazette-2024-03-02, quote: Tea is served at noon }\nverdict: attributed\n\
        evidence:\n  - { document: gazette-2024-03-02, stance: supports, origin: harbour-office }\n---\n\
        -- content/claims/later.md --\n---\ntitle: A draft\nclaim: It will be said.\ndraft: true\nauthors: desk\n\
        said: { by: harbour-office, in: gazette-2024-03-02 }\nverdict: attributed\n\
        evidence:\n  - { document: gazette-2024-03-02, stance: supports, origin: harbour-office }\n---\n";
    let desk = Desk::of(support::folder(input));
    let page = desk.preview.desk();
    assert_eq!((page.lang.as_str(), page.title.as_str()), ("en", "The desk"));
    let section = |name: &str| {
        let html = desk.preview.desk().html;
        let start = html.find(&format!("<h2>{name}</h2>")).unwrap_or_else(|| panic!("no {name}: {html}"));
        html[start..].split("<h2>").nth(1).unwrap().to_owned()
    };
    assert!(section("Findings").contains("Nothing to mend."));
    assert!(section("Claims by state").contains("2 claims are published."));
    assert!(section("Drafts").contains("later"));
    let quotations = section("Quotations not compared with a copy");
    assert!(quotations.contains("<a href=\"/checks/quoted/\">A title with &lt;b&gt;</a> 1 of 1"), "{quotations}");
    assert!(!quotations.contains("ferry-aground"), "it quotes nothing");
    assert!(section("Verdicts that rest on one source").contains("No verdict rests on one source."));
    let unreviewed = section("Claims without a second reader");
    assert!(unreviewed.contains("ferry-aground") && !unreviewed.contains("quoted"), "{unreviewed}");

    desk.edit(FERRY, "verdict: attributed", "verdict: corroborated");
    let told = desk.preview.settle();
    assert_eq!(told.words.badge, "1 error");
    let findings = section("Findings");
    let file = desk.path(FERRY);
    let link = format!("vscode://file{}:10:10", file.display());
    for said in ["error[verdict-not-carried]", "<code>content/claims/ferry-aground.md:10:10</code>", &link] {
        assert!(findings.contains(said), "{said}: {findings}");
    }

    // Drafts that are shown and a day that was asked for are said on every page.
    let options = JudgeOptions { drafts: Drafts::Included, ..support::judge_options() };
    let folder = support::folder(input);
    let root = folder.path().canonicalize().unwrap();
    let preview = Preview::start(&root, root.join("public"), options, Day::Asked);
    let told = preview.refresh(&[]);
    assert!(told.words.badge.ends_with(" · drafts included · as of 2026-11-22"), "{}", told.words.badge);
    preview.settle();
    assert!(preview.desk().html.contains("<a href=\"/checks/later/\">A draft</a>"));
}

/// The real dispatch, for its claims are weighed beside one another.
#[test]
fn what_is_shown_at_once_is_what_judging_the_whole_gives() {
    let folder = tempfile::tempdir().unwrap();
    tree::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &folder.path().join("content"));
    let desk = Desk::of(folder);
    let figures = "value: \"au moins 8\"";
    let edits = [
        // The words of a text and what they link to.
        ("content/claims/armee-320-km2.md", "\n---\n", "\n---\nVoir [[osdh]] et [[joubass-huit-morts]].\n\n"),
        // What stands beside it in its event.
        ("content/claims/joubass-huit-morts.md", figures, "value: \"au moins 7\""),
        // A translation.
        ("content/claims/armee-320-km2.en.md", "\n---\n", "\n---\nAnother sentence.\n\n"),
    ];
    for (name, from, to) in edits {
        let before = claims_and_what_they_rest_on(&desk);
        let told = desk.edit(name, from, to);
        assert_eq!(told.effect, Effect::Reload, "{name}: {:?}", told.findings_html);
        let at_once = claims_and_what_they_rest_on(&desk);
        assert!(at_once != before, "{name} changes no page");
        let told = desk.preview.settle();
        assert_eq!((told.settled, told.findings_html), (true, None), "{name}");
        for (path, page) in claims_and_what_they_rest_on(&desk) {
            assert!(at_once[&path] == page, "{name}: {path} is another page at once than in the end");
        }
    }
}

/// The pages of all claims, documents and events. Those of sources show what is counted over the whole.
fn claims_and_what_they_rest_on(desk: &Desk) -> BTreeMap<String, String> {
    let folders = [("claims", "verifications"), ("documents", "documents"), ("events", "evenements")];
    let mut pages = BTreeMap::new();
    for (folder, address) in folders {
        for entry in fs::read_dir(desk.path("content").join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let Some(id) = name.strip_suffix(".md").filter(|id| !id.contains('.')) else { continue };
            for path in [format!("/{address}/{id}/"), format!("/en/{}/{id}/", english(folder))] {
                pages.insert(path.clone(), desk.page(&path));
            }
        }
    }
    pages
}

fn english(folder: &str) -> &str {
    if folder == "claims" { "checks" } else { folder }
}
