//! What open pages are told when files change.

use std::fs;
use std::path::{Path, PathBuf};

use super::site::Preview;

#[test]
fn open_pages_load_again_when_a_file_changes() {
    let preview = Preview::start();
    let mut events = preview.listen();
    let (pages, styles, findings) = events.state();
    assert_eq!(findings, None);
    assert!(preview.get("/").body.contains(&format!("data-pages=\"{pages}\" data-styles=\"{styles}\"")));

    preview.write("content/index.html", "<html><body><h1>Another title</h1></body></html>");
    let (pages_after, styles_after, _) = events.state();
    assert_ne!(pages_after, pages);
    assert_eq!(styles_after, styles);
    let home = preview.get("/");
    assert!(home.body.contains("Another title") && home.body.contains(&pages_after), "{}", home.body);

    preview.write("content/static/main.css", "h1 { color: blue }");
    let (pages_then, styles_then, _) = events.state();
    assert_eq!(pages_then, pages_after);
    assert_ne!(styles_then, styles);
}

#[test]
fn findings_are_shown_until_they_are_mended() {
    let preview = Preview::start();
    let mut events = preview.listen();
    let (pages, ..) = events.state();

    preview.write("content/index.html", "broken");
    let (pages_while_broken, _, findings) = events.state();
    assert_eq!(findings.as_deref(), Some("<pre>error: broken</pre>"));
    assert_eq!(pages_while_broken, pages, "the last good version stays");
    assert!(preview.listen().state().2.is_some(), "a page that is opened now is told as well");

    preview.write("content/index.html", "<p>Mended</p>");
    let (pages_mended, _, findings) = events.state();
    assert_eq!(findings, None);
    assert_ne!(pages_mended, pages);
}

#[test]
fn what_editors_do_is_one_change_of_the_file() {
    let preview = Preview::start();
    let content = preview.dir.path().join("content");
    // Vim's way: a backup, a new file, the removal of the backup; with a swap file beside.
    let page = [PathBuf::from("content/index.html")];
    fs::write(content.join(".index.html.swp"), "swap").unwrap();
    fs::write(content.join("4913"), "").unwrap();
    fs::remove_file(content.join("4913")).unwrap();
    fs::rename(content.join("index.html"), content.join("index.html~")).unwrap();
    fs::write(content.join("index.html"), "new").unwrap();
    fs::remove_file(content.join("index.html~")).unwrap();
    fs::remove_file(content.join(".index.html.swp")).unwrap();
    preview.refreshes_of(&page);
}

#[test]
fn a_burst_is_one_change_and_output_is_none() {
    let preview = Preview::start();
    let content = preview.dir.path().join("content");
    fs::create_dir(content.join("public")).unwrap();
    fs::write(content.join("public/page.html"), "output").unwrap();
    preview.write("elsewhere.txt", "not watched");
    let burst: Vec<PathBuf> = (10..60).map(|n| format!("content/{n}.md").into()).collect();
    for name in &burst {
        fs::write(preview.dir.path().join(name), "text").unwrap();
    }
    let refreshes = preview.refreshes_of(&burst);
    assert!(refreshes < burst.len() / 5, "{refreshes} refreshes");
}

#[test]
fn directories_that_come_later_are_watched() {
    let preview = Preview::start();
    preview.write("site.yaml", "title: x");
    assert_eq!(preview.changed(), [Path::new("site.yaml")]);

    fs::create_dir(preview.dir.path().join("templates")).unwrap();
    assert_eq!(preview.changed(), [Path::new("templates")]);
    preview.write("templates/page.html", "x");
    assert_eq!(preview.changed(), [Path::new("templates/page.html")]);

    // As a checkout of another branch does.
    fs::rename(preview.dir.path().join("content"), preview.dir.path().join("gone")).unwrap();
    assert_eq!(preview.changed(), [Path::new("content")]);
    fs::rename(preview.dir.path().join("gone"), preview.dir.path().join("content")).unwrap();
    assert_eq!(preview.changed(), [Path::new("content")]);
    preview.write("content/digits", "9");
    assert_eq!(preview.changed(), [Path::new("content/digits")]);
}
