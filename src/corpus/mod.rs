//! The records of a site, joined: what resolving makes and every later stage reads.

mod backlinks;
mod private;
pub mod reads;
mod record;
mod sorted;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use backlinks::{Backlinks, ClaimLinks, DocumentLinks, EventLinks, PlaceLinks, SourceLinks};
pub(crate) use backlinks::{Tables, TextLink, TextOwner};
pub use private::{PrivatePersons, find_name, people_of};
pub use reads::{Read, Reads};
pub use record::Record;
pub use sorted::Sorted;
pub use table::Table;

use crate::diagnostic::{FilePath, Texts};
use crate::model::{
    Claim, ClaimId, Document, Event, Page, Place, RecordKind, Revision, RevisionType, Site, Source, Translation,
    VerdictId,
};
use crate::text::Lang;

/// A text and its path below the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path.
    pub path: FilePath,
    /// The text.
    pub text: Arc<str>,
}

/// A record with the file it was read from.
#[derive(Clone, Debug)]
pub struct Entry<R: Record> {
    /// Its id.
    pub id: R::Id,
    /// The file.
    pub file: SourceFile,
    /// The fields.
    pub record: R,
    /// The Markdown, as bytes of the file's text.
    pub body: std::ops::Range<usize>,
    /// Whether some of the file could not be read: then it is not judged by what is missing from it.
    pub damaged: bool,
    /// Its translations, by language.
    pub translations: BTreeMap<Lang, Translated>,
}

/// The long texts of a record in another language.
#[derive(Clone, Debug)]
pub struct Translated {
    /// The file.
    pub file: SourceFile,
    /// The texts of the front matter.
    pub texts: Translation,
    /// The Markdown, as bytes of the file's text.
    pub body: std::ops::Range<usize>,
    /// Whether some of the file could not be read.
    pub damaged: bool,
}

impl<R: Record> Entry<R> {
    /// The Markdown in the site's first language.
    pub fn body(&self) -> &str {
        &self.file.text[self.body.clone()]
    }
}

impl Entry<Claim> {
    /// The revisions that a translation does not take in yet, oldest first; typos ask nothing of it.
    pub fn revisions_unseen_in(&self, translated: &Translated) -> Vec<&Revision> {
        let taken_in = translated.texts.revision.unwrap_or(0) as usize;
        let later = self.record.revisions.iter().skip(taken_in);
        later.filter(|revision| revision.kind != RevisionType::Typo).collect()
    }
}

impl Translated {
    /// The Markdown.
    pub fn body(&self) -> &str {
        &self.file.text[self.body.clone()]
    }
}

/// All records of a site, each found by its id, with what points at it.
#[derive(Debug)]
pub struct Corpus {
    /// `content/site.yaml`.
    pub site: Site,
    /// The file it was read from.
    pub site_file: SourceFile,
    /// Whether it could not be read as a whole.
    pub site_damaged: bool,
    /// The claims.
    pub claims: Table<Claim>,
    /// The sources.
    pub sources: Table<Source>,
    /// The documents.
    pub documents: Table<Document>,
    /// The events.
    pub events: Table<Event>,
    /// The places.
    pub places: Table<Place>,
    /// The pages.
    pub pages: Table<Page>,
    /// Claims that are drafts and were not asked for.
    pub drafts: BTreeSet<ClaimId>,
    /// Records whose file is there but could not be read.
    pub unreadable: BTreeSet<(RecordKind, String)>,
    /// Every file that was read, also those that are no record of this corpus: findings are shown in them.
    pub files: Vec<SourceFile>,
    /// What points at what.
    pub backlinks: Backlinks,
}

/// A record of any kind, as a link or a citation finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A record.
    Record(RecordKind),
    /// A verdict of `site.yaml`.
    Verdict,
}

impl Corpus {
    /// The site's first language: that of the originals.
    pub fn first_lang(&self) -> &Lang {
        self.site.languages.first()
    }

    /// How many records there are.
    pub fn records(&self) -> usize {
        let Self { claims, sources, documents, events, places, pages, .. } = self;
        claims.len() + sources.len() + documents.len() + events.len() + places.len() + pages.len()
    }

    /// What an id names.
    pub fn target(&self, id: &str) -> Option<Target> {
        let record = RecordKind::ALL.into_iter().find(|kind| match kind {
            RecordKind::Claim => self.claims.holds(id),
            RecordKind::Source => self.sources.holds(id),
            RecordKind::Document => self.documents.holds(id),
            RecordKind::Event => self.events.holds(id),
            RecordKind::Place => self.places.holds(id),
            RecordKind::Page => self.pages.holds(id),
        });
        let verdict = || self.site.verdicts.get(&VerdictId::new(id)).map(|_| Target::Verdict);
        record.map(Target::Record).or_else(verdict)
    }

    /// The texts in which findings are shown.
    pub fn texts(&self) -> Texts<'_> {
        self.files.iter().map(|file| (&*file.path, &*file.text)).collect()
    }
}
