//! What all pages share, worked out once.

use std::sync::OnceLock;

use super::frame;
use super::local::Local;
use crate::check::Shown;
use crate::citation::References;
use crate::corpus::{PrivatePersons, Reads, reads};
use crate::model::VerdictId;
use crate::site::{ClaimList, SiteMap};
use crate::text::Lang;
use crate::view::{
    CitedWork, ClaimLink, ClaimRow, DocumentLine, FeedEntry, Html, Mark, Shared, Site, Tally, Verdict, Words,
};

/// A checked corpus with everything that several of its pages need, worked out once.
///
/// One serves all threads.
#[derive(Debug)]
pub struct ViewContext<'a> {
    pub(super) shown: Shown<'a>,
    pub(super) map: SiteMap<'a>,
    pub(super) private: PrivatePersons<'a>,
    /// The references that pages made.
    pub(super) references: References,
    editions: Vec<Edition<'a>>,
}

/// The site in one language.
#[derive(Debug)]
pub struct Edition<'a> {
    pub(super) lang: &'a Lang,
    pub(super) words: &'a Words,
    /// What is the same on all pages.
    pub(super) site: Site,
    /// The verdicts in the order of the scale.
    pub(super) verdicts: Vec<(&'a VerdictId, Verdict)>,
    /// All claims by verdict.
    tally: Tally,
    pub(super) claim_links: Memo<Shared<ClaimLink>>,
    pub(super) document_lines: Memo<Shared<DocumentLine>>,
    /// Claims as feeds tell of them, those of the site, of their sources and of their verdict.
    pub(super) feed_entries: Memo<Option<Shared<FeedEntry>>>,
    /// Documents as machines are told of them; none for what a private person published.
    pub(super) works: Memo<Option<Shared<CitedWork>>>,
}

impl Edition<'_> {
    /// All claims by verdict.
    pub(super) fn tally(&self) -> &Tally {
        reads::note_everything();
        &self.tally
    }
}

/// What many pages show of the records of one kind, worked out the first time that one of them does, and what it was
/// worked out from.
#[derive(Debug)]
pub(super) struct Memo<T>(Vec<OnceLock<(T, Reads)>>);

impl<T: Clone> Memo<T> {
    fn new(records: usize) -> Self {
        Self((0..records).map(|_| OnceLock::new()).collect())
    }

    /// That of the record at a position of its table.
    pub(super) fn get(&self, at: usize, make: impl FnOnce() -> T) -> T {
        let (value, reads) = self.0[at].get_or_init(|| Reads::of(make));
        reads.again();
        value.clone()
    }
}

impl<'a> ViewContext<'a> {
    /// Prepares the pages of a corpus; `words` gives the interface's words in each language of the site.
    pub fn new(shown: impl Into<Shown<'a>>, words: impl Fn(&Lang) -> &'a Words) -> Self {
        let shown = shown.into();
        let corpus = shown.corpus();
        let map = SiteMap::new(corpus);
        let edition = |lang: &'a Lang| Edition {
            lang,
            words: words(lang),
            site: Site::default(),
            verdicts: Vec::new(),
            tally: Tally::default(),
            claim_links: Memo::new(corpus.claims.len()),
            document_lines: Memo::new(corpus.documents.len()),
            feed_entries: Memo::new(corpus.claims.len()),
            works: Memo::new(corpus.documents.len()),
        };
        let editions = corpus.site.languages.iter().map(edition).collect();
        let mut context =
            Self { shown, map, private: PrivatePersons::of(corpus), references: References::default(), editions };
        // Each of these reads what the one before it made.
        context.fill(|local| local.verdict_scale(), |edition, verdicts| edition.verdicts = verdicts);
        context.fill(
            |local| local.tally(local.context.map.claims(&ClaimList::All)),
            |edition, tally| edition.tally = tally,
        );
        context.fill(frame::site, |edition, site| edition.site = site);
        context
    }

    fn fill<T>(&mut self, make: impl Fn(Local<'_, 'a>) -> T, set: impl Fn(&mut Edition<'a>, T)) {
        let made: Vec<T> = self.editions.iter().map(|edition| make(Local { context: self, edition })).collect();
        for (edition, value) in self.editions.iter_mut().zip(made) {
            set(edition, value);
        }
    }

    /// The pages of the site and their addresses.
    pub fn map(&self) -> &SiteMap<'a> {
        &self.map
    }

    /// For each language, what the templates of all its pages share.
    pub fn languages(&self) -> impl Iterator<Item = (&Site, &'a Words)> {
        self.editions.iter().map(|edition| (&edition.site, edition.words))
    }

    /// The corpus in a language; in the first if it has none such.
    pub(super) fn local(&self, lang: &Lang) -> Local<'_, 'a> {
        let edition = self.editions.iter().find(|edition| edition.lang == lang);
        Local { context: self, edition: edition.unwrap_or(&self.editions[0]) }
    }
}

/// Makes the markup of a row in a language.
type RenderRow<'r> = dyn Fn(&str, &ClaimRow) -> Html + Send + Sync + 'r;

/// The rows of all lists, each rendered once, the first time that a page shows it.
pub struct Rows<'r> {
    render: Box<RenderRow<'r>>,
    /// By language, then by claim.
    rendered: Vec<(Lang, Memo<Html>)>,
}

impl<'r> Rows<'r> {
    /// The rows of a corpus; `render` makes the markup of one in a language.
    pub fn new(context: &ViewContext<'_>, render: impl Fn(&str, &ClaimRow) -> Html + Send + Sync + 'r) -> Self {
        let claims = context.shown.corpus().claims.len();
        let empty = |edition: &Edition<'_>| (edition.lang.clone(), Memo::new(claims));
        Self { render: Box::new(render), rendered: context.editions.iter().map(empty).collect() }
    }

    /// The row of the claim at a position of its table.
    pub(super) fn get(&self, local: Local<'_, '_>, claim: usize) -> Html {
        let lang = local.edition.lang;
        let make = || (self.render)(lang.as_str(), &local.claim_row(claim));
        match self.rendered.iter().find(|(tag, _)| tag == lang) {
            Some((_, rows)) => rows.get(claim, make),
            None => make(),
        }
    }
}

impl std::fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows").field("languages", &self.rendered.len()).finish_non_exhaustive()
    }
}

/// The mark that a verdict names, as templates know it.
pub(super) fn mark(mark: Option<crate::model::Mark>) -> Mark {
    match mark {
        Some(crate::model::Mark::Independent) => Mark::Independent,
        Some(crate::model::Mark::Corroborated) => Mark::Corroborated,
        Some(crate::model::Mark::Words) => Mark::Words,
        Some(crate::model::Mark::Attributed) => Mark::Attributed,
        Some(crate::model::Mark::Disputed) => Mark::Disputed,
        Some(crate::model::Mark::Contradicted) => Mark::Contradicted,
        Some(crate::model::Mark::Unverifiable) => Mark::Unverifiable,
        None => Mark::Plain,
    }
}
