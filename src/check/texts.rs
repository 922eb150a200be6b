//! Every text of a site with its language and its place.

use std::ops::Range;

use rayon::prelude::*;

use crate::corpus::{Corpus, Entry, Record, SourceFile, Table};
use crate::diagnostic::{FieldPath, FilePath, Place};
use crate::markdown::{self, Problem};
use crate::model::{Field, RecordKind, ShortText, Trail, Visitor};
use crate::text::Lang;

/// One text of a record.
#[derive(Debug)]
pub struct TextOf<'a> {
    /// The record's kind and id; none for the site.
    pub owner: Option<(RecordKind, &'a str)>,
    /// The language.
    pub lang: &'a Lang,
    /// The text.
    pub text: &'a str,
    /// The name of the field; empty for a body.
    pub field: &'a str,
    /// Whether it is a short text, which may hold links and citations as a body does.
    pub is_short: bool,
    file: &'a FilePath,
    at: At,
}

#[derive(Debug)]
enum At {
    Field(FieldPath),
    /// Where the body starts in the file.
    Body(usize),
}

impl TextOf<'_> {
    /// The place of some bytes of the text; in a field, the whole field.
    pub fn place(&self, range: Range<usize>) -> Place {
        match &self.at {
            At::Field(path) => Place::value(self.file, path.clone()),
            At::Body(start) => Place::bytes(self.file, start + range.start..start + range.end),
        }
    }
}

/// Shows every text of the site, its records and their translations.
pub fn each_text(corpus: &Corpus, see: &mut dyn FnMut(&TextOf<'_>)) {
    let first = corpus.first_lang();
    let site = &corpus.site_file;
    corpus.site.visit(&Trail::Top, &mut Fields { owner: None, lang: first, first, file: &site.path, see });
    table(&corpus.claims, first, see);
    table(&corpus.sources, first, see);
    table(&corpus.documents, first, see);
    table(&corpus.events, first, see);
    table(&corpus.places, first, see);
    table(&corpus.pages, first, see);
}

/// What is wrong in the Markdown of all bodies, their translations and the short texts.
pub fn problems(corpus: &Corpus) -> Vec<(Place, Problem)> {
    let mut found = short_texts(corpus);
    found.extend(bodies(&corpus.claims));
    found.extend(bodies(&corpus.sources));
    found.extend(bodies(&corpus.documents));
    found.extend(bodies(&corpus.events));
    found.extend(bodies(&corpus.places));
    found.extend(bodies(&corpus.pages));
    found
}

fn short_texts(corpus: &Corpus) -> Vec<(Place, Problem)> {
    let mut found = Vec::new();
    each_text(corpus, &mut |text: &TextOf<'_>| short_text(text, &mut found));
    found
}

fn short_text(text: &TextOf<'_>, found: &mut Vec<(Place, Problem)>) {
    // Most short texts are plain; only these signs can go wrong.
    if text.is_short && text.text.contains(['<', '[']) {
        let problems = markdown::inline_problems(text.text);
        found.extend(problems.into_iter().map(|problem| (text.place(problem.range.clone()), problem)));
    }
}

fn bodies<R: Record>(table: &Table<R>) -> Vec<(Place, Problem)> {
    table.as_slice().par_iter().flat_map_iter(of_entry).collect()
}

/// What is wrong in the Markdown of one record: of its body, its translations and its short texts.
pub fn problems_of<R: Record>(corpus: &Corpus, entry: &Entry<R>) -> Vec<(Place, Problem)> {
    let mut found = of_entry(entry);
    of_record(entry, corpus.first_lang(), &mut |text| short_text(text, &mut found));
    found
}

fn of_entry<R: Record>(entry: &Entry<R>) -> Vec<(Place, Problem)> {
    let translated = entry.translations.values().map(|translated| (&translated.file, translated.body.clone()));
    let all = std::iter::once((&entry.file, entry.body.clone())).chain(translated);
    all.flat_map(|(file, range)| of_body(file, &range)).collect()
}

fn of_body(file: &SourceFile, range: &Range<usize>) -> Vec<(Place, Problem)> {
    let problems = markdown::problems(&file.text[range.clone()]).into_iter();
    let place = |at: &Range<usize>| Place::bytes(&file.path, range.start + at.start..range.start + at.end);
    problems.map(|problem| (place(&problem.range), problem)).collect()
}

fn table<R: Record>(table: &Table<R>, first: &Lang, see: &mut dyn FnMut(&TextOf<'_>)) {
    for entry in table {
        of_record(entry, first, see);
    }
}

fn of_record<R: Record>(entry: &Entry<R>, first: &Lang, see: &mut dyn FnMut(&TextOf<'_>)) {
    let owner = Some((R::KIND, entry.id.as_ref()));
    entry.record.visit(&Trail::Top, &mut Fields { owner, lang: first, first, file: &entry.file.path, see });
    let at = At::Body(entry.body.start);
    see(&TextOf { owner, lang: first, text: entry.body(), field: "", is_short: false, file: &entry.file.path, at });
    for (lang, translated) in &entry.translations {
        let file = &translated.file.path;
        translated.texts.visit(&Trail::Top, &mut Fields { owner, lang, first, file, see });
        let at = At::Body(translated.body.start);
        see(&TextOf { owner, lang, text: translated.body(), field: "", is_short: false, file, at });
    }
}

struct Fields<'a, 's> {
    owner: Option<(RecordKind, &'a str)>,
    lang: &'a Lang,
    first: &'a Lang,
    file: &'a FilePath,
    see: &'s mut dyn FnMut(&TextOf<'_>),
}

impl<'v> Visitor<'v> for Fields<'_, '_> {
    fn text(&mut self, at: &Trail<'_>, text: &'v str) {
        let (owner, lang, file) = (self.owner, self.lang, self.file);
        (self.see)(&TextOf { owner, lang, text, field: at.field(), is_short: false, file, at: At::Field(at.path()) });
    }

    fn short_text(&mut self, at: &Trail<'_>, text: &'v ShortText) {
        let by_language = matches!(text, ShortText::ByLanguage(_));
        for (lang, text) in text.texts(self.first) {
            let at_language = At::Field(if by_language { at.path().key(lang.as_str()) } else { at.path() });
            let (owner, file) = (self.owner, self.file);
            (self.see)(&TextOf { owner, lang, text, field: at.field(), is_short: true, file, at: at_language });
        }
    }
}
