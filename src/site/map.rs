//! Every page of a site, known before one is made.

use super::chronicle::{Change, Chronicle, Moment};
use super::lists::Lists;
use super::paging::{Leaf, Paging};
use super::route::{ClaimList, Route, Subject};
use crate::corpus::{Corpus, Read, reads};
use crate::model::{ClaimId, DocumentId, EventId, PlaceId, SourceId};
use crate::text::Lang;

/// Every page of a site with its address, and what the pages of lists show.
#[derive(Debug)]
pub struct SiteMap<'a> {
    pub(super) corpus: &'a Corpus,
    lists: Lists,
    chronicle: Chronicle,
}

impl<'a> SiteMap<'a> {
    /// The map of a corpus.
    pub fn new(corpus: &'a Corpus) -> Self {
        Self { corpus, lists: Lists::new(corpus), chronicle: Chronicle::new(corpus) }
    }

    /// The corpus.
    pub fn corpus(&self) -> &'a Corpus {
        self.corpus
    }

    /// The languages, the first of which stands at the root.
    pub fn languages(&self) -> &'a [Lang] {
        &self.corpus.site.languages
    }

    /// Every page, in an order that depends on the corpus alone.
    pub fn routes(&self) -> Vec<Route> {
        let subjects = self.subjects();
        let (first, others) = self.languages().split_first().expect("a site has a language");
        let mut routes = Vec::with_capacity(subjects.len() * (others.len() + 1) + 1);
        for lang in others {
            routes.extend(subjects.iter().map(|subject| Route::new(lang, subject.clone())));
        }
        routes.extend(subjects.into_iter().map(|subject| Route::new(first, subject)));
        // One file answers for every address that does not exist.
        routes.push(Route::new(first, Subject::NotFound));
        routes
    }

    /// What the site shows in each of its languages.
    fn subjects(&self) -> Vec<Subject> {
        let corpus = self.corpus;
        let mut subjects =
            vec![Subject::Home, Subject::Sources, Subject::Places, Subject::Verdicts, Subject::Transparency];
        subjects.extend(self.has_search().then_some(Subject::Search));
        subjects.extend(self.leaves(ClaimList::All));
        subjects.extend(corpus.claims.iter().flat_map(|entry| self.of_claim(&entry.id)));
        let public = corpus.sources.iter().filter(|entry| !entry.record.is_private());
        subjects.extend(public.flat_map(|entry| self.of_source(&entry.id)));
        subjects.extend(corpus.documents.iter().flat_map(|entry| self.of_document(&entry.id)));
        subjects.extend(corpus.events.iter().flat_map(|entry| self.of_event(&entry.id)));
        subjects.extend(corpus.places.iter().flat_map(|entry| self.of_place(&entry.id)));
        for (id, _) in corpus.site.verdicts.iter() {
            subjects.push(Subject::Verdict(id.clone()));
            subjects.extend(self.leaves(ClaimList::Verdict(id.clone())));
        }
        subjects.extend(corpus.pages.iter().map(|entry| Subject::Text(entry.id.clone())));
        subjects.extend(self.documents_paging().leaves().map(Subject::Documents));
        subjects.extend(self.events_paging().leaves().map(Subject::Events));
        subjects.extend(self.timeline_paging().leaves().map(Subject::Timeline));
        subjects.extend(self.corrections_paging().leaves().map(Subject::Corrections));
        subjects
    }

    pub(super) fn of_claim(&self, id: &ClaimId) -> Vec<Subject> {
        let embed = self.has_embed(id).then(|| Subject::Embed(id.clone()));
        std::iter::once(Subject::Claim(id.clone())).chain(embed).collect()
    }

    pub(super) fn of_source(&self, id: &SourceId) -> Vec<Subject> {
        let lists = [ClaimList::Made, ClaimList::Relayed, ClaimList::Supported, ClaimList::Undermined];
        let pages = lists.into_iter().flat_map(|list| self.leaves(list(id.clone())));
        std::iter::once(Subject::Source(id.clone())).chain(pages).collect()
    }

    pub(super) fn of_document(&self, id: &DocumentId) -> Vec<Subject> {
        let coverage = self.has_coverage(id).then(|| Subject::Coverage(id.clone()));
        let pages = [ClaimList::Carried, ClaimList::Citing].into_iter().flat_map(|list| self.leaves(list(id.clone())));
        std::iter::once(Subject::Document(id.clone())).chain(coverage).chain(pages).collect()
    }

    pub(super) fn of_event(&self, id: &EventId) -> Vec<Subject> {
        let pages = self.leaves(ClaimList::Event(id.clone()));
        std::iter::once(Subject::Event(id.clone())).chain(pages).collect()
    }

    pub(super) fn of_place(&self, id: &PlaceId) -> Vec<Subject> {
        let pages = self.leaves(ClaimList::Place(id.clone()));
        std::iter::once(Subject::Place(id.clone())).chain(pages).collect()
    }

    /// The pages of a list, if it has any.
    fn leaves(&self, list: ClaimList) -> Vec<Subject> {
        if !self.has_list(&list) {
            return Vec::new();
        }
        self.paging(&list).leaves().map(|leaf| Subject::Claims(list.clone(), leaf)).collect()
    }

    /// Whether there is such a page.
    pub fn holds(&self, subject: &Subject) -> bool {
        let corpus = self.corpus;
        match subject {
            Subject::Home
            | Subject::Sources
            | Subject::Places
            | Subject::Verdicts
            | Subject::Transparency
            | Subject::NotFound => true,
            Subject::Search => self.has_search(),
            Subject::Claim(id) => corpus.claims.get(id).is_some(),
            Subject::Embed(id) => self.has_embed(id),
            Subject::Source(id) => corpus.sources.get(id).is_some_and(|entry| !entry.record.is_private()),
            Subject::Document(id) => corpus.documents.get(id).is_some(),
            Subject::Coverage(id) => self.has_coverage(id),
            Subject::Event(id) => corpus.events.get(id).is_some(),
            Subject::Place(id) => corpus.places.get(id).is_some(),
            Subject::Verdict(id) => corpus.site.verdicts.get(id).is_some(),
            Subject::Text(id) => corpus.pages.get(id).is_some(),
            Subject::Claims(list, leaf) => self.has_list(list) && self.paging(list).rows(*leaf).is_some(),
            Subject::Documents(leaf) => self.documents_paging().rows(*leaf).is_some(),
            Subject::Events(leaf) => self.events_paging().rows(*leaf).is_some(),
            Subject::Timeline(leaf) => self.timeline_paging().rows(*leaf).is_some(),
            Subject::Corrections(leaf) => self.corrections_paging().rows(*leaf).is_some(),
        }
    }

    /// Whether a document has a page for its paragraphs.
    pub fn has_coverage(&self, id: &DocumentId) -> bool {
        self.corpus.documents.get(id).is_some_and(|entry| entry.record.coverage)
    }

    /// Whether a list has pages of its own: that of all claims, and every one longer than a page.
    pub fn has_list(&self, list: &ClaimList) -> bool {
        let shown = list.about().is_none_or(|about| self.holds(&about));
        shown && (*list == ClaimList::All || self.claims(list).len() > Paging::ROWS)
    }

    /// The claims of a list as positions in the table of claims, the newest first.
    pub fn claims(&self, list: &ClaimList) -> &[usize] {
        self.lists.of(self.corpus, list)
    }

    /// Every list, with how it is noted that it was read.
    pub fn lists(&self) -> impl Iterator<Item = (Read, &[usize])> {
        self.lists.each(self.corpus)
    }

    /// The pages of a list of claims.
    pub fn paging(&self, list: &ClaimList) -> Paging {
        Paging::new(self.claims(list).len(), Paging::ROWS)
    }

    /// What is listed by date comes from every record.
    fn chronicle(&self) -> &Chronicle {
        reads::note_everything();
        &self.chronicle
    }

    /// The documents as positions in their table, the newest first.
    pub fn documents(&self) -> &[usize] {
        &self.chronicle().documents
    }

    /// The pages of the list of documents.
    pub fn documents_paging(&self) -> Paging {
        Paging::new(self.chronicle().documents.len(), Paging::LINES)
    }

    /// The events as positions in their table, the newest first.
    pub fn events(&self) -> &[usize] {
        &self.chronicle().events
    }

    /// The pages of the list of events.
    pub fn events_paging(&self) -> Paging {
        Paging::new(self.chronicle().events.len(), Paging::LINES)
    }

    /// The lines of the timeline, the newest first.
    pub fn moments(&self) -> &[Moment] {
        &self.chronicle().moments
    }

    /// The pages of the timeline.
    pub fn timeline_paging(&self) -> Paging {
        Paging::new(self.chronicle().moments.len(), Paging::LINES)
    }

    /// The changes after publication that are not typos, the newest first.
    pub fn changes(&self) -> &[Change] {
        &self.chronicle().changes
    }

    /// The pages of the corrections.
    pub fn corrections_paging(&self) -> Paging {
        Paging::new(self.chronicle().changes.len(), Paging::ROWS)
    }

    /// The page of a list, or else the page of what it is about, which shows the list whole.
    pub fn list_page(&self, list: &ClaimList) -> Option<Subject> {
        if self.has_list(list) {
            return Some(Subject::Claims(list.clone(), Leaf::Newest));
        }
        list.about().filter(|about| self.holds(about))
    }
}
