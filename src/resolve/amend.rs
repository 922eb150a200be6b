//! One claim that was read again, in the place of what a corpus had of it.
//!
//! What comes, goes, moves or changes its id needs the whole to be joined again; the words, figures, evidence
//! and links of a claim do not.

use std::collections::BTreeSet;

use super::{links_of, references};
use crate::corpus::{Corpus, Entry, Record, SourceFile, Tables, Translated};
use crate::diagnostic::Diagnostic;
use crate::markdown::mentions;
use crate::model::{Claim, ClaimId, EventId, Relation};
use crate::parse::{Content, Parsed, ParsedFile, ParsedRecord};

/// A claim that was put in the place of an earlier state of it.
#[derive(Debug)]
pub struct Amendment {
    /// The claim.
    pub claim: ClaimId,
    /// The claim and those beside which it is weighed, before or after: those of its event and those it diverges from.
    pub weighed: BTreeSet<ClaimId>,
    /// Its event, before and after.
    pub events: BTreeSet<EventId>,
    /// What is wrong with its fields, and with its references.
    pub findings: Vec<Diagnostic>,
    /// The earlier state, to be put back.
    pub before: Entry<Claim>,
}

/// Puts a claim or a translation of one in the place of what the corpus had of it.
///
/// None if only joining everything again can tell what the file changes; then the corpus is as it was.
pub fn amend(corpus: &mut Corpus, file: ParsedFile) -> Option<Amendment> {
    let ParsedFile { file, content } = file;
    let (entry, findings) = match content {
        Content::Record(id, ParsedRecord::Claim(parsed)) => claim(corpus.claims.find(&id)?, file, parsed)?,
        Content::Translation(kind, id, lang, parsed) if kind == Claim::KIND => {
            let known = corpus.claims.find(&id)?;
            let translated = known.translations.get(&lang).filter(|translated| translated.file.path == file.path);
            let (damaged, texts) = (!parsed.findings.is_empty(), parsed.record?);
            let mut entry = translated.map(|_| known.clone())?;
            entry.translations.insert(lang, Translated { file, texts, body: parsed.body, damaged });
            (entry, parsed.findings)
        }
        _ => return None,
    };
    let mut amendment = put(corpus, entry);
    amendment.findings.splice(0..0, findings);
    Some(amendment)
}

/// Puts an entry in the place of the one of its id.
pub fn put(corpus: &mut Corpus, entry: Entry<Claim>) -> Amendment {
    let claim = entry.id.clone();
    let (mut weighed, mut events) = (BTreeSet::from([claim.clone()]), BTreeSet::new());
    for file in std::iter::once(&entry.file).chain(entry.translations.values().map(|translated| &translated.file)) {
        replace_text(&mut corpus.files, file);
    }
    neighbours(corpus, &claim, &mut weighed, &mut events);
    let before = corpus.claims.replace(entry);
    let Corpus { claims, sources, documents, events: all_events, places, backlinks, .. } = corpus;
    let tables = Tables { claims, sources, documents, events: all_events, places };
    let entry = tables.claims.get(&claim).expect("it has just been put there");
    backlinks.amend(&tables, &claim, &entry.record, links_of(entry, &mentions(entry.body())));
    neighbours(corpus, &claim, &mut weighed, &mut events);
    let entry = corpus.claims.get(&claim).expect("it has just been put there");
    let findings = references::of_entry(corpus, entry, &mentions(entry.body()));
    Amendment { claim, weighed, events, findings, before }
}

/// The entry with what was read again, if it is still the same record of the site.
fn claim(known: &Entry<Claim>, file: SourceFile, parsed: Parsed<Claim>) -> Option<(Entry<Claim>, Vec<Diagnostic>)> {
    let record = parsed.record?;
    let before = &known.record;
    let same = known.file.path == file.path && record.former() == before.former() && record.draft == before.draft;
    let entry = Entry {
        id: known.id.clone(),
        file,
        record,
        body: parsed.body,
        damaged: !parsed.findings.is_empty(),
        translations: known.translations.clone(),
    };
    same.then_some((entry, parsed.findings))
}

/// What is weighed together with a claim as it stands.
fn neighbours(corpus: &Corpus, id: &ClaimId, claims: &mut BTreeSet<ClaimId>, events: &mut BTreeSet<EventId>) {
    let Some((entry, position)) = corpus.claims.get(id).zip(corpus.claims.position(id)) else { return };
    claims.extend(entry.record.relations.diverges.iter().filter(|other| corpus.claims.get(other).is_some()).cloned());
    let back = corpus.backlinks.claim(position).relations.iter();
    claims.extend(back.filter(|(relation, _)| *relation == Relation::Diverges).map(|(_, other)| other.clone()));
    if let Some((event, position)) =
        entry.record.event.as_ref().and_then(|event| Some((event, corpus.events.position(event)?)))
    {
        claims.extend(corpus.backlinks.event(position).claims.iter().cloned());
        events.insert(event.clone());
    }
}

fn replace_text(files: &mut [SourceFile], file: &SourceFile) {
    if let Some(known) = files.iter_mut().find(|known| known.path == file.path) {
        known.text = file.text.clone();
    }
}
