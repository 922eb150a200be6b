//! The preview of a small site: pages follow the content and the vault.

#![cfg(feature = "serve")]

mod support;

use std::fs;

use recoupe::capture::sha256;
use recoupe::judge::{CaptureOptions, JudgeOptions};
use recoupe::preview::Preview;
use recoupe::read;
use recoupe::resolve::Drafts;
use recoupe::serve::{Effect, Reply, Site as _};
use support::fixture::Fixture;

const CAPTURE: &str = "The office said: \"Tea is served at noon.\"\n";

#[test]
fn a_capture_that_arrives_is_compared_with() {
    let sum = sha256(CAPTURE.as_bytes());
    let input = format!(
        "-- base --\n-- content/documents/gazette-2024-03-02.md --\n---\ntitle: Ferry runs aground\npublisher: gazette\n\
         kind: article\nlanguage: en\ndate: 2024-03-02\ncaptures: {{ sha256: \"{sum}\", media: text/plain, access: public }}\n---\n\
         -- content/claims/ferry-aground.md --\n---\ntitle: The ferry ran aground\nclaim: It ran aground.\n\
         published: 2024-03-05\nauthors: desk\nsaid: {{ by: harbour-office, in: gazette-2024-03-02, quote: Tea is served at noon }}\n\
         event: grounding\nverdict: attributed\nevidence:\n  - {{ document: gazette-2024-03-02, stance: supports, origin: harbour-office }}\n---\n"
    );
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("site");
    support::write(&Fixture::read(&input).files, &root);
    let vault = folder.path().join("vault");
    let captures = CaptureOptions { vault: Some(vault.clone()), required: false };
    let options =
        JudgeOptions { as_of: support::as_of(), drafts: Drafts::LeftOut, base_url: None, published: None, captures };
    let preview = Preview::start(&root, folder.path().join("out"), options);
    assert!(preview.watched().contains(&vault));
    let compared = || match preview.page("/data/quotations.json") {
        Reply::Found { bytes, media_type } => {
            assert_eq!(media_type, "application/json");
            String::from_utf8(bytes).unwrap().matches(&sum).count()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(compared(), 0);
    let file = read::capture_file(&vault, &sum);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, CAPTURE).unwrap();
    assert_eq!(preview.refresh(&[file]).effect, Effect::Reload);
    assert_eq!(compared(), 1);
}
