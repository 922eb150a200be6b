//! What was changed after publication.

use super::index::numbered;
use super::list::pager;
use super::local::Local;
use crate::site::{Change, Leaf, Subject};
use crate::view::{CorrectionEntry, CorrectionsPage, Html, Link};

/// A page of the corrections, the newest first; none if there is no such page.
pub(super) fn page(local: Local<'_, '_>, leaf: Leaf) -> Option<CorrectionsPage> {
    let map = &local.context.map;
    let paging = map.corrections_paging();
    let changes = &map.changes()[paging.rows(leaf)?];
    let policy = local
        .page_about("correction")
        .map(|entry| Link::to(local.say("corrections_policy"), local.href(Subject::Text(entry.id.clone()))));
    Some(CorrectionsPage {
        title: numbered(local, local.say("corrections"), leaf),
        sentence: Some(local.say("corrections_sentence")),
        policy: Html::default(),
        policy_link: policy,
        entries: changes.iter().map(|change| entry(local, change)).collect(),
        pager: pager(local, paging, leaf, Subject::Corrections),
    })
}

/// One change.
pub(super) fn entry(local: Local<'_, '_>, change: &Change) -> CorrectionEntry {
    let entry = &local.corpus().claims.as_slice()[change.claim];
    let revision = &entry.record.revisions[change.revision];
    CorrectionEntry {
        date: local.date(revision.date),
        kind: local.say_word("revision", revision.kind.word()),
        claim: Link::to(local.claim_title(entry), local.href(Subject::Claim(entry.id.clone()))),
        text: local.wording(&revision.text),
    }
}
