//! Documents.

use super::id::{DocumentId, FormerId, SourceId};
use super::reader::{record, words};
use super::short_text::ShortText;
use crate::text::{Lang, PartialDate};

record! {
    /// One citable publication.
    Document {
        /// Its title as seen; left out if it was not seen.
        "title" title: Option<String>,
        /// What it is, where there is no title.
        "described-as" described_as: Option<ShortText>,
        /// The source that published it.
        "publisher" publisher: SourceId,
        /// Its authors as it names them.
        "authors" authors: Vec<String>,
        /// What sort of document it is.
        "kind" kind: DocumentKind,
        /// Its language.
        "language" language: Lang,
        /// Its address as seen, without tracking parameters; it says which page of a web archive is meant.
        "url" url: Option<String>,
        /// Whether its address is a link on the site; by default `true`.
        "link" link: bool = true,
        /// Why it is not.
        "because" because: Option<ShortText>,
        /// The copy that a web archive keeps.
        "archived" archived: Option<Archived>,
        /// The date it bears.
        "date" date: Option<PartialDate>,
        /// How its date is known, or why it is not.
        "date-basis" date_basis: Option<ShortText>,
        /// How much of it was read.
        "consulted" consulted: Option<Consulted>,
        /// When it was read.
        "consulted-date" consulted_date: Option<PartialDate>,
        /// What it reprints or mirrors.
        "copy-of" copy_of: Option<CopyOf>,
        /// The document it translates.
        "translation-of" translation_of: Option<DocumentId>,
        /// The document of which it is an earlier or later version.
        "version-of" version_of: Option<DocumentId>,
        /// Its archived bytes.
        "captures" captures: Vec<Capture>,
        /// Blocks of a capture that are headings and no paragraphs, counted from 1.
        "headings" headings: Vec<u32>,
        /// Its paragraphs in the desk's own words.
        "outline" outline: Vec<OutlineRow>,
        /// Whether it has a coverage page: paragraph by paragraph, with the claims of each.
        "coverage" coverage: bool,
        /// Earlier ids, which become redirects.
        "former" former: Vec<FormerId>,
    }
}

record! {
    /// The copy of a document that a web archive keeps, for readers who find the original gone or changed.
    Archived {
        /// Its address.
        "url" url: String,
        /// When it was made.
        "date" date: Option<PartialDate>,
    }
}

record! {
    /// What a document reprints or mirrors.
    CopyOf {
        /// The source that published the original.
        "publisher" publisher: SourceId,
        /// The original, if it has a record.
        "document" document: Option<DocumentId>,
        /// The address of the original.
        "url" url: Option<String>,
    }
}

record! {
    /// Archived bytes.
    Capture {
        /// Their SHA-256 in hexadecimal.
        "sha256" sha256: String,
        /// Their media type: text is read from `text/plain`, `text/html`, `application/pdf`, `application/warc` and
        /// `application/wacz`.
        "media" media: String,
        /// Whether they may be published.
        "access" access: Access,
    }
}

words! {
    /// Whether archived bytes may be published.
    Access {
        /// They may.
        Public = "public",
        /// Only their hash may.
        Private = "private",
    }
}

words! {
    /// How much of a document was read.
    Consulted {
        /// All of it.
        Whole = "whole",
        /// A part.
        Excerpt = "excerpt",
    }
}

record! {
    /// A paragraph in the desk's own words.
    OutlineRow {
        /// The paragraph, counted from 1 without headings.
        "paragraph" paragraph: u32,
        /// What it says, in one line.
        "text" text: ShortText,
        /// The sub-heading that stands before it: the document's own words in its language, translated in others.
        "heading" heading: Option<ShortText>,
    }
}

words! {
    /// What sort of document it is.
    DocumentKind {
        /// An agency's dispatch.
        Dispatch = "dispatch",
        /// A newspaper or web article.
        Article = "article",
        /// A communiqué.
        Communique = "communique",
        /// A statement.
        Statement = "statement",
        /// A situation report in a series.
        SituationReport = "situation-report",
        /// Another report.
        Report = "report",
        /// A briefing for the press, or its record.
        PressBriefing = "press-briefing",
        /// A press conference.
        PressConference = "press-conference",
        /// A speech.
        Speech = "speech",
        /// An interview.
        Interview = "interview",
        /// A video.
        Video = "video",
        /// A radio or television programme.
        Broadcast = "broadcast",
        /// The record of a vote.
        VoteRecord = "vote-record",
        /// A note.
        Note = "note",
        /// A map.
        Map = "map",
        /// A page on the web.
        WebPage = "web-page",
        /// A post on a social network.
        Post = "post",
    }
}
