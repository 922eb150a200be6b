//! From records to a corpus: ids unique and typed, references that lead somewhere, backlinks.
//!
//! Judges nothing. A file that is there but could not be read counts as present, so that one broken
//! file does not make every reference to it wrong as well.

mod amend;
mod circles;
mod ids;
mod references;
pub mod rules;
mod sort;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::corpus::{Backlinks, Corpus, Entry, Table};
use crate::corpus::{Tables, TextLink, TextOwner};
use crate::diagnostic::{Diagnostic, Place};
use crate::markdown::{Mention, mentions};
use crate::model::Claim;
use crate::parse::ParsedFile;

pub use amend::{Amendment, amend, put};
pub use rules::RULES;

/// A corpus, and what is wrong with the way its records hang together.
#[derive(Debug)]
pub struct Resolved {
    /// The corpus; with errors among the findings, only good for finding more of them.
    pub corpus: Corpus,
    /// The findings of reading every file, then of joining them.
    pub findings: Vec<Diagnostic>,
}

/// Whether drafts are part of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out, and a reference to one is a finding.
    LeftOut,
    /// They are claims like any other.
    Included,
}

/// Joins the files of a site.
pub fn corpus(files: Vec<ParsedFile>, drafts: Drafts) -> Resolved {
    let texts = files.iter().map(|parsed| parsed.file.clone()).collect();
    let mut sorted = sort::files(files);
    let mut left_out = BTreeSet::new();
    if drafts == Drafts::LeftOut {
        left_out.extend(sorted.claims.iter().filter(|entry| entry.record.draft).map(|entry| entry.id.clone()));
        sorted.claims.retain(|entry| !entry.record.draft);
    }
    let mut findings = std::mem::take(&mut sorted.findings);
    let mut corpus = Corpus {
        site: sorted.site.record,
        site_file: sorted.site.file,
        site_damaged: sorted.site.damaged,
        claims: Table::new(sorted.claims),
        sources: Table::new(sorted.sources),
        documents: Table::new(sorted.documents),
        events: Table::new(sorted.events),
        places: Table::new(sorted.places),
        pages: Table::new(sorted.pages),
        drafts: left_out,
        unreadable: sorted.unreadable,
        files: texts,
        backlinks: Backlinks::default(),
    };
    let in_claims: Vec<_> = corpus.claims.as_slice().par_iter().map(|entry| mentions(entry.body())).collect();
    let (found, backlinks) = rayon::join(
        || [ids::findings(&corpus), references::findings(&corpus, &sorted.torn, &in_claims)],
        || backlinks(&corpus, &in_claims),
    );
    findings.extend(found.into_iter().flatten());
    corpus.backlinks = backlinks;
    Resolved { corpus, findings }
}

fn backlinks(corpus: &Corpus, in_claims: &[Vec<Mention<'_>>]) -> Backlinks {
    let tables = Tables {
        claims: &corpus.claims,
        sources: &corpus.sources,
        documents: &corpus.documents,
        events: &corpus.events,
        places: &corpus.places,
    };
    let claims = corpus.claims.iter().zip(in_claims).flat_map(|(entry, mentions)| links_of(entry, mentions));
    let events = corpus.events.iter().flat_map(|entry| {
        let to = mentions(entry.body());
        to.into_iter().map(|mention| TextLink { from: TextOwner::Event(&entry.id), to: mention.id() })
    });
    Backlinks::gather(&tables, claims.chain(events))
}

/// What the text of a claim links to.
fn links_of<'a>(entry: &'a Entry<Claim>, mentions: &[Mention<'a>]) -> impl Iterator<Item = TextLink<'a>> {
    mentions.iter().map(|mention| TextLink { from: TextOwner::Claim(&entry.id), to: mention.id() })
}

/// A finding about a whole file.
fn about_file(
    rule: &'static crate::diagnostic::Rule,
    file: &crate::diagnostic::FilePath,
    message: String,
) -> Diagnostic {
    Diagnostic::new(rule, Place::file(file), message)
}
