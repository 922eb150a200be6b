//! Addresses that a page had before.

use super::map::SiteMap;
use super::route::{ClaimList, Route, Subject};
use crate::corpus::{Record, Table};
use crate::model::{ClaimId, DocumentId, EventId, PageId, PlaceId, SourceId, VerdictId};

/// An address that a page had before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Redirect {
    /// The old address on its host.
    pub from: String,
    /// The file below the output directory that answers there.
    pub out_path: String,
    /// The page that stands elsewhere now.
    pub to: Route,
}

impl SiteMap<'_> {
    /// The former addresses of all pages, sorted; those at which a page stands today are left out.
    pub fn redirects(&self) -> Vec<Redirect> {
        let corpus = self.corpus;
        let mut moved = Vec::new();
        gather(&corpus.claims, &mut moved, |id| self.of_claim(id));
        gather(&corpus.sources, &mut moved, |id| self.of_source(id));
        gather(&corpus.documents, &mut moved, |id| self.of_document(id));
        gather(&corpus.events, &mut moved, |id| self.of_event(id));
        gather(&corpus.places, &mut moved, |id| self.of_place(id));
        gather(&corpus.pages, &mut moved, |id| vec![Subject::Text(id.clone())]);
        let mut redirects = Vec::new();
        for (before, now) in moved.into_iter().filter(|(_, now)| self.holds(now)) {
            for lang in self.languages() {
                let before = Route::new(lang, before.clone());
                let from = self.path(&before);
                if self.route_of(&from).is_none() {
                    let out_path = self.out_path(&before);
                    redirects.push(Redirect { from, out_path, to: Route::new(lang, now.clone()) });
                }
            }
        }
        redirects.sort();
        redirects.dedup_by(|a, b| a.from == b.from);
        redirects
    }
}

/// The subjects of each record that had other ids: under the old id, and under the new.
fn gather<R: Record>(table: &Table<R>, moved: &mut Vec<(Subject, Subject)>, subjects: impl Fn(&R::Id) -> Vec<Subject>) {
    for entry in table.iter().filter(|entry| !entry.record.former().is_empty()) {
        for subject in subjects(&entry.id) {
            let former = entry.record.former().iter();
            moved.extend(former.map(|id| (renamed(&subject, id.as_str()), subject.clone())));
        }
    }
}

/// The same page of a record with another id.
fn renamed(subject: &Subject, id: &str) -> Subject {
    match subject {
        Subject::Claim(_) => Subject::Claim(ClaimId::new(id)),
        Subject::Embed(_) => Subject::Embed(ClaimId::new(id)),
        Subject::Source(_) => Subject::Source(SourceId::new(id)),
        Subject::Document(_) => Subject::Document(DocumentId::new(id)),
        Subject::Coverage(_) => Subject::Coverage(DocumentId::new(id)),
        Subject::Event(_) => Subject::Event(EventId::new(id)),
        Subject::Place(_) => Subject::Place(PlaceId::new(id)),
        Subject::Verdict(_) => Subject::Verdict(VerdictId::new(id)),
        Subject::Text(_) => Subject::Text(PageId::new(id)),
        Subject::Claims(list, leaf) => Subject::Claims(renamed_list(list, id), *leaf),
        Subject::Home
        | Subject::Sources
        | Subject::Documents(_)
        | Subject::Events(_)
        | Subject::Places
        | Subject::Verdicts
        | Subject::Timeline(_)
        | Subject::Corrections(_)
        | Subject::Transparency
        | Subject::Search
        | Subject::NotFound => subject.clone(),
    }
}

fn renamed_list(list: &ClaimList, id: &str) -> ClaimList {
    match list {
        ClaimList::All => ClaimList::All,
        ClaimList::Verdict(_) => ClaimList::Verdict(VerdictId::new(id)),
        ClaimList::Made(_) => ClaimList::Made(SourceId::new(id)),
        ClaimList::Relayed(_) => ClaimList::Relayed(SourceId::new(id)),
        ClaimList::Supported(_) => ClaimList::Supported(SourceId::new(id)),
        ClaimList::Undermined(_) => ClaimList::Undermined(SourceId::new(id)),
        ClaimList::Carried(_) => ClaimList::Carried(DocumentId::new(id)),
        ClaimList::Citing(_) => ClaimList::Citing(DocumentId::new(id)),
        ClaimList::Event(_) => ClaimList::Event(EventId::new(id)),
        ClaimList::Place(_) => ClaimList::Place(PlaceId::new(id)),
    }
}
