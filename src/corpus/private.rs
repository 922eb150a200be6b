//! Private persons: their names, and where they may stand.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Corpus;
use crate::model::{Claim, OriginRef, SourceId};

/// The private persons of a corpus with the names that would stand in running text.
#[derive(Debug, Default)]
pub struct PrivatePersons<'a> {
    names: BTreeMap<&'a SourceId, Vec<&'a str>>,
}

impl<'a> PrivatePersons<'a> {
    /// Those of a corpus.
    pub fn of(corpus: &'a Corpus) -> Self {
        let first = corpus.first_lang();
        let private = corpus.sources.iter().filter(|entry| entry.record.is_private());
        let names = private.map(|entry| {
            let source = &entry.record;
            let written = [Some(&source.name), source.short_name.as_ref()].into_iter().flatten();
            let written = written.flat_map(|name| name.texts(first).into_iter().map(|(_, text)| text));
            let mut names: Vec<&str> = written
                .chain(source.aliases.iter().map(String::as_str))
                // “Hassan, a displaced witness”: the name stands before the comma.
                .map(|name| name.split(',').next().unwrap_or(name).trim())
                .filter(|name| name.chars().count() > 2)
                .collect();
            names.sort_unstable();
            names.dedup();
            (&entry.id, names)
        });
        Self { names: names.collect() }
    }

    /// Each person with the names.
    pub fn iter(&self) -> impl Iterator<Item = (&'a SourceId, &[&'a str])> {
        self.names.iter().map(|(person, names)| (*person, names.as_slice()))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether a source is one of them.
    pub fn holds(&self, source: &SourceId) -> bool {
        self.names.contains_key(source)
    }

    /// The names that the texts of a claim may bear: of those who made it or are its origin.
    pub fn named_in<'s>(&'s self, claim: &'s Claim) -> impl Iterator<Item = &'a str> + 's {
        let people = people_of(claim).filter_map(|source| self.names.get(source));
        people.flatten().copied()
    }
}

/// The sources who made a claim, spoke for it or are its origin.
pub fn people_of(claim: &Claim) -> impl Iterator<Item = &SourceId> {
    let said = claim.said.iter().flat_map(|said| said.by.sources().iter().chain(&said.speaker));
    let origins = claim.evidence.iter().flat_map(|evidence| &evidence.origin);
    said.chain(origins.filter_map(|origin| match origin {
        OriginRef::Source(source) => Some(source),
        OriginRef::Own | OriginRef::Unknown => None,
    }))
}

/// Where a name stands as a word of its own, in this spelling.
pub fn find_name(text: &str, name: &str) -> Option<Range<usize>> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut places = text.match_indices(name).map(|(start, _)| start..start + name.len());
    places.find(|place| {
        let before = text[..place.start].chars().next_back();
        let after = text[place.end..].chars().next();
        !is_letter(before) && !is_letter(after)
    })
}
