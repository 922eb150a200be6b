//! Which record a file holds, and what was read of it.

use super::{Parsed, record, site, translation};
use crate::corpus::SourceFile;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Claim, Document, Event, Page, RecordKind, Site, Source, Translation, id_problem, rules};
use crate::text::Lang;

/// One file of `content/`, read.
#[derive(Clone, Debug)]
pub struct ParsedFile {
    /// The file.
    pub file: SourceFile,
    /// What it holds.
    pub content: Content,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// `site.yaml`.
    Site(Parsed<Site>),
    /// A record in the site's first language.
    Record(String, ParsedRecord),
    /// The long texts of a record in another language.
    Translation(RecordKind, String, Lang, Parsed<Translation>),
    /// Nothing: its name says no id.
    Misnamed(Diagnostic),
}

/// A record of one of the kinds.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "one value a file, moved twice and unpacked")]
pub enum ParsedRecord {
    /// A claim.
    Claim(Parsed<Claim>),
    /// A source.
    Source(Parsed<Source>),
    /// A document.
    Document(Parsed<Document>),
    /// An event.
    Event(Parsed<Event>),
    /// A place.
    Place(Parsed<crate::model::Place>),
    /// A page.
    Page(Parsed<Page>),
}

impl ParsedRecord {
    /// The kind.
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Claim(_) => RecordKind::Claim,
            Self::Source(_) => RecordKind::Source,
            Self::Document(_) => RecordKind::Document,
            Self::Event(_) => RecordKind::Event,
            Self::Place(_) => RecordKind::Place,
            Self::Page(_) => RecordKind::Page,
        }
    }
}

/// Reads one file of `content/`, `content/claims/osdh.en.md` as the English words of claim `osdh`.
pub fn file(file: SourceFile) -> ParsedFile {
    let (path, text) = (&file.path, &*file.text);
    if &**path == "content/site.yaml" {
        let content = Content::Site(site(path, text));
        return ParsedFile { file, content };
    }
    let kind = path.split('/').nth(1).and_then(RecordKind::of_folder);
    let kind = kind.expect("only files in the folder of a kind are records, says `read`");
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.strip_suffix(".md").unwrap_or(name);
    let (id, lang) = match stem.split_once('.') {
        Some((id, lang)) => (id, Some(lang)),
        None => (stem, None),
    };
    let content = if let Some(problem) = id_problem(id) {
        let message = format!("`{id}` is not an id: {problem}");
        let finding = Diagnostic::new(&rules::BAD_ID, Place::file(path), message);
        Content::Misnamed(finding.with_help("rename the file: its name before the first dot is the record's id"))
    } else if let Some(lang) = lang {
        match Lang::parse(lang) {
            Some(lang) => Content::Translation(kind, id.to_owned(), lang, translation(path, text)),
            None => {
                let message = format!("`{lang}` is not a language tag");
                let finding = Diagnostic::new(&rules::BAD_ID, Place::file(path), message);
                Content::Misnamed(
                    finding
                        .with_help(format!("name the file `{id}.md`, or `{id}.en.md` for a translation into English")),
                )
            }
        }
    } else {
        let record = match kind {
            RecordKind::Claim => ParsedRecord::Claim(record(path, text)),
            RecordKind::Source => ParsedRecord::Source(record(path, text)),
            RecordKind::Document => ParsedRecord::Document(record(path, text)),
            RecordKind::Event => ParsedRecord::Event(record(path, text)),
            RecordKind::Place => ParsedRecord::Place(record(path, text)),
            RecordKind::Page => ParsedRecord::Page(record(path, text)),
        };
        Content::Record(id.to_owned(), record)
    };
    ParsedFile { file, content }
}
