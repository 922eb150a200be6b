//! The real content: that it is whole, and what it owes to the inventory it was made from.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod support;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use recoupe::check::Judged;
use recoupe::diagnostic::{Colour, Diagnostic, Format, Severity, report};
use recoupe::judge::{self, CaptureOptions, JudgeOptions};
use recoupe::model::{ClaimId, DocumentId, SourceId, Stance};
use recoupe::resolve::Drafts;
use support::inventory::{How, ids, inventory};
use support::prose::{files, outside_quotations, own_words, words};

/// So many consecutive words are the dispatch's and no longer ours.
const A_SENTENCE: usize = 8;

/// Documents of which more was read than what the inventory quotes: the words of a ministry and of UNICEF.
const READ_BEYOND: [&str; 3] = ["diplomatie-2019-12-24-fr", "diplomatie-2019-12-24-en", "unicef-2019-12-24"];

fn real() -> Judged {
    let captures = CaptureOptions::default();
    let as_of = support::as_of();
    let options = JudgeOptions { as_of, drafts: Drafts::LeftOut, base_url: None, published: None, captures };
    judge::folder(Path::new(env!("CARGO_MANIFEST_DIR")), &options).unwrap().judged
}

#[test]
fn nothing_is_wrong_with_the_content() {
    let judged = real();
    // A note says that there is no vault here to compare quotations with.
    let wrong = judged.findings.iter().filter(|finding| finding.severity != Severity::Note);
    let wrong: Vec<Diagnostic> = wrong.cloned().collect();
    assert!(wrong.is_empty(), "{}", report(&wrong, &judged.corpus.texts(), Format::Human, Colour::Never));
}

#[test]
fn every_claim_of_the_dispatch_stands_in_both_languages() {
    let corpus = real().corpus;
    let claims: BTreeSet<String> = corpus.claims.iter().map(|entry| entry.id.to_string()).collect();
    assert_eq!(claims, ids("Claims").into_values().collect());
    assert_eq!(claims.len(), 55);
    for entry in &corpus.claims {
        let languages: Vec<&str> = entry.translations.keys().map(|lang| lang.as_str()).collect();
        assert_eq!(languages, ["en"], "{}", entry.id);
        let texts = entry.translations.values().next().map(|translated| &translated.texts).unwrap();
        assert!(texts.title.is_some() && texts.claim.is_some() && texts.summary.is_some(), "{}", entry.id);
    }
    let documents = ids("Documents");
    assert_eq!(documents.len(), 141);
    for ours in documents.values() {
        assert!(corpus.documents.get(&DocumentId::new(ours)).is_some(), "there is no document `{ours}`");
    }
}

#[test]
fn the_witnesses_are_private_so_that_a_rule_keeps_their_names() {
    let corpus = real().corpus;
    for witness in ["hassan", "abou-ahmad"] {
        assert!(corpus.sources.get(&SourceId::new(witness)).unwrap().record.is_private(), "{witness}");
    }
}

#[test]
fn the_sentences_of_the_dispatch_stand_nowhere_but_in_quotation_marks() {
    let Some(inventory) = inventory() else { return };
    let dispatch = words(&inventory.dispatch);
    let theirs: HashSet<&[String]> = dispatch.windows(A_SENTENCE).collect();
    let mut shared = Vec::new();
    for file in files() {
        for passage in own_words(&file) {
            let ours = words(&passage);
            let runs = ours.windows(A_SENTENCE).filter(|run| theirs.contains(run));
            shared.extend(runs.map(|run| format!("{}: {}", file.display(), run.join(" "))));
        }
    }
    assert!(shared.is_empty(), "{}", shared.join("\n"));
}

#[test]
fn all_evidence_of_the_inventory_is_cited_and_favours_no_claim_more_than_there() {
    let Some(inventory) = inventory() else { return };
    let corpus = real().corpus;
    let mut wrong = Vec::new();
    for item in &inventory.evidence {
        for bearing in &item.bears_on {
            let claim = corpus.claims.get(&ClaimId::new(&bearing.claim)).unwrap();
            let cited = claim.record.evidence.iter().filter(|cited| cited.document.as_str() == item.document);
            let stances: Vec<Stance> = cited.map(|cited| cited.stance).collect();
            let favours = |stance: &Stance| matches!(stance, Stance::Supports | Stance::Refines);
            let complaint = match bearing.how {
                _ if stances.is_empty() => "is not cited",
                How::Contradicts if stances.iter().any(|stance| *stance != Stance::Undermines) => {
                    "contradicts it, and does not undermine it here"
                }
                How::Context if stances.iter().any(favours) => "is context, and favours it here",
                _ => continue,
            };
            wrong.push(format!("{}: `{}` {complaint}", bearing.claim, item.document));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_quotation_of_evidence_says_more_than_what_was_read() {
    let Some(inventory) = inventory() else { return };
    let corpus = real().corpus;
    let read =
        inventory.evidence.iter().map(|item| (item.document.as_str(), item.quote.as_deref().unwrap_or_default()));
    let read: BTreeMap<&str, String> = read.map(|(document, quote)| (document, words(quote).join(" "))).collect();
    let mut unknown = Vec::new();
    for entry in &corpus.claims {
        for evidence in &entry.record.evidence {
            let document = evidence.document.as_str();
            let Some(read) = read.get(document).filter(|_| !READ_BEYOND.contains(&document)) else { continue };
            let unread = evidence.quote.iter().filter(|quote| !read.contains(&words(quote).join(" ")));
            unknown.extend(unread.map(|quote| format!("{}: {document}: {quote}", entry.id)));
        }
    }
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

#[test]
fn what_is_quoted_is_not_in_our_own_words() {
    let text = "The harbour [[ferry|ran late]] [@gazette]; he said “it was the fog” and [no more]. « Rien », [[reply]]";
    let lines: Vec<Vec<String>> = outside_quotations(text).lines().map(words).collect();
    assert_eq!(lines[0].join(" "), "the harbour ran late he said");
    assert_eq!(lines[1].join(" "), "and no more");
    assert_eq!(words("L'armée\u{202f}: « 40\u{202f}000 »").join(" "), "l’armée 40 000");
}
