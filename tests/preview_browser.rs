//! The preview's script in Chromium: a running `recoupe serve`, files that change, and `browser/preview.mjs`, which
//! looks at the pages.

#![cfg(feature = "serve")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

#[path = "support/chromium.rs"]
mod chromium;
#[path = "support/served.rs"]
mod served;
mod support;

use std::fs;
use std::path::Path;

use served::Served;

#[test]
fn open_pages_follow_the_files() {
    let Some(mut check) = chromium::script("preview.mjs") else { return };
    let site = support::folder("-- base --\n");
    // Long enough to be scrolled.
    let claim = site.path().join("content/claims/ferry-aground.md");
    let paragraphs: String = (1..=200).map(|n| format!("\nParagraph {n} of many.\n")).collect();
    fs::write(&claim, fs::read_to_string(&claim).unwrap() + &paragraphs).unwrap();
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/recoupe.css");
    fs::create_dir(site.path().join("static")).unwrap();
    fs::copy(style, site.path().join("static/recoupe.css")).unwrap();

    let served = Served::start(site.path(), &["--as-of", support::AS_OF]);
    check.arg(&served.address).arg(site.path());
    chromium::holds(check);
}
