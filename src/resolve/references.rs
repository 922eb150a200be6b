//! References lead to a record of the right kind, and round in no circle.

use std::ops::Range;

use rayon::prelude::*;

use super::sort::Torn;
use super::{circles, rules};
use crate::corpus::{Corpus, Entry, Record, SourceFile, Table, Target};
use crate::diagnostic::{Diagnostic, FilePath, Place};
use crate::markdown::{self, Mention, MentionKind};
use crate::model::{
    AuthorId, Field, FormerId, MeasureId, NamedId, PopulationId, RecordId, RecordKind, ShortText, Site, SourceId,
    Trail, VerdictId, Visitor,
};
use crate::text::{article, nearest};

/// Findings about references that lead nowhere, to the wrong kind, or round in a circle.
///
/// `in_claims` is what the text of each claim refers to, in the order of their table.
pub fn findings(corpus: &Corpus, torn: &[Torn], in_claims: &[Vec<Mention<'_>>]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for Torn { file, ids, body: range } in torn {
        for NamedId { path, kind, id } in ids.iter().filter(|named| named.kind != FormerId::KIND) {
            findings.extend(problem(corpus, kind, id, Place::value(&file.path, path.clone())));
        }
        body(corpus, file, range, &mut findings);
    }
    site(corpus, &mut findings);
    let claims = corpus.claims.as_slice().par_iter().zip(in_claims);
    findings.par_extend(claims.flat_map_iter(|(entry, mentions)| of_entry(corpus, entry, mentions)));
    table(corpus, &corpus.sources, &mut findings);
    table(corpus, &corpus.documents, &mut findings);
    table(corpus, &corpus.events, &mut findings);
    table(corpus, &corpus.places, &mut findings);
    table(corpus, &corpus.pages, &mut findings);
    circles::findings(corpus, &mut findings);
    findings
}

fn site(corpus: &Corpus, findings: &mut Vec<Diagnostic>) {
    let mut fields = Fields { corpus, file: &corpus.site_file.path, findings };
    Site::visit(&corpus.site, &Trail::Top, &mut fields);
}

fn table<R: Record>(corpus: &Corpus, table: &Table<R>, findings: &mut Vec<Diagnostic>) {
    let found = table.as_slice().par_iter();
    findings.par_extend(found.flat_map_iter(|entry| of_entry(corpus, entry, &markdown::mentions(entry.body()))));
}

/// Findings about the references of one record, whose text mentions these, and of its translations.
pub fn of_entry<R: Record>(corpus: &Corpus, entry: &Entry<R>, mentions: &[Mention<'_>]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    entry.record.visit(&Trail::Top, &mut Fields { corpus, file: &entry.file.path, findings: &mut findings });
    mentioned(corpus, &entry.file, &entry.body, mentions, &mut findings);
    for translated in entry.translations.values() {
        body(corpus, &translated.file, &translated.body, &mut findings);
    }
    findings
}

fn body(corpus: &Corpus, file: &SourceFile, range: &Range<usize>, findings: &mut Vec<Diagnostic>) {
    mentioned(corpus, file, range, &markdown::mentions(&file.text[range.clone()]), findings);
}

fn mentioned(
    corpus: &Corpus,
    file: &SourceFile,
    range: &Range<usize>,
    mentions: &[Mention<'_>],
    findings: &mut Vec<Diagnostic>,
) {
    for mention in mentions {
        let kind = kind_of(mention);
        let place = Place::bytes(&file.path, range.start + mention.range.start..range.start + mention.range.end);
        findings.extend(problem(corpus, kind, mention.id(), place));
    }
}

fn kind_of(mention: &Mention<'_>) -> &'static str {
    match mention.kind {
        MentionKind::Link { .. } => RecordId::KIND,
        MentionKind::Cite { .. } => RecordKind::Document.word(),
    }
}

/// Looks at every id among the fields of a record, and in its short texts.
struct Fields<'c, 'f> {
    corpus: &'c Corpus,
    file: &'c FilePath,
    findings: &'f mut Vec<Diagnostic>,
}

impl<'a> Visitor<'a> for Fields<'_, '_> {
    fn id(&mut self, at: &Trail<'_>, kind: &'static str, id: &'a str) {
        if kind == FormerId::KIND || is_known(self.corpus, kind, id) {
            return;
        }
        self.findings.extend(problem(self.corpus, kind, id, Place::value(self.file, at.path())));
    }

    fn short_text(&mut self, at: &Trail<'_>, text: &'a ShortText) {
        // Most short texts mention nothing, and need not be read as Markdown for it.
        let texts = text.texts(self.corpus.first_lang()).into_iter().filter(|(_, words)| words.contains('['));
        for (lang, words) in texts {
            for mention in markdown::inline_mentions(words) {
                let path = match text {
                    ShortText::First(_) => at.path(),
                    ShortText::ByLanguage(_) => at.path().key(lang.as_str()),
                };
                let place = Place::value(self.file, path);
                self.findings.extend(problem(self.corpus, kind_of(&mention), mention.id(), place));
            }
        }
    }
}

fn is_known(corpus: &Corpus, kind: &str, id: &str) -> bool {
    let site = &corpus.site;
    match kind {
        AuthorId::KIND => site.authors.iter().any(|author| author.id.as_str() == id),
        VerdictId::KIND => site.verdicts.get(&VerdictId::new(id)).is_some(),
        MeasureId::KIND => site.measures.get(&MeasureId::new(id)).is_some(),
        PopulationId::KIND => site.populations.get(&PopulationId::new(id)).is_some(),
        RecordId::KIND => corpus.target(id).is_some(),
        _ => corpus.target(id) == RecordKind::ALL.into_iter().find(|known| known.word() == kind).map(Target::Record),
    }
}

fn problem(corpus: &Corpus, kind: &'static str, id: &str, place: Place) -> Option<Diagnostic> {
    if is_known(corpus, kind, id) || is_unreadable(corpus, kind, id) {
        return None;
    }
    if let Some(target) = corpus.target(id)
        && kind != RecordId::KIND
    {
        let other = match target {
            Target::Record(other) => other.word(),
            Target::Verdict => VerdictId::KIND,
        };
        let message = format!("`{id}` is {} {other}, not {} {kind}", article(other), article(kind));
        let near = nearest(id, known_ids(corpus, kind)).map(|near| format!("did you mean `{near}`?"));
        return Some(Diagnostic::new(&rules::UNKNOWN_REFERENCE, place, message).with_optional_help(near));
    }
    if corpus.drafts.contains(id) {
        let finding = Diagnostic::new(&rules::UNKNOWN_REFERENCE, place, format!("the claim `{id}` is a draft"));
        return Some(finding.with_help("publish it first, or build with `--drafts`"));
    }
    let word = if kind == RecordId::KIND { "record" } else { kind };
    let finding = Diagnostic::new(&rules::UNKNOWN_REFERENCE, place, format!("there is no {word} `{id}`"))
        .with_label(format!("unknown {word}"));
    Some(finding.with_help(advice(corpus, kind, id)))
}

fn is_unreadable(corpus: &Corpus, kind: &str, id: &str) -> bool {
    match kind {
        AuthorId::KIND | VerdictId::KIND | MeasureId::KIND | PopulationId::KIND => corpus.site_damaged,
        RecordId::KIND => corpus.site_damaged || corpus.unreadable.iter().any(|(_, unreadable)| unreadable == id),
        _ => corpus.unreadable.iter().any(|(known, unreadable)| known.word() == kind && unreadable == id),
    }
}

fn advice(corpus: &Corpus, kind: &'static str, id: &str) -> String {
    if let Some(now) = renamed(corpus, id) {
        return format!("`{id}` is now called `{now}`");
    }
    if let Some(near) = nearest(id, known_ids(corpus, kind)) {
        return format!("did you mean `{near}`?");
    }
    match kind {
        AuthorId::KIND => "add it to `authors` in `content/site.yaml`".to_owned(),
        VerdictId::KIND => "add it to `verdicts` in `content/site.yaml`".to_owned(),
        MeasureId::KIND => "add it to `measures` in `content/site.yaml`".to_owned(),
        PopulationId::KIND => "add it to `populations` in `content/site.yaml`".to_owned(),
        RecordId::KIND => "the id of a record is the name of its file, without `.md`".to_owned(),
        _ => format!("`recoupe new {kind} {id}` makes it"),
    }
}

fn renamed<'a>(corpus: &'a Corpus, id: &str) -> Option<&'a str> {
    fn find<'a, R: Record>(table: &'a Table<R>, id: &str) -> Option<&'a str> {
        let has_been = |entry: &&Entry<R>| entry.record.former().iter().any(|former| former.as_str() == id);
        table.iter().find(has_been).map(|entry| entry.id.as_ref())
    }
    find(&corpus.claims, id)
        .or_else(|| find(&corpus.sources, id))
        .or_else(|| find(&corpus.documents, id))
        .or_else(|| find(&corpus.events, id))
        .or_else(|| find(&corpus.places, id))
        .or_else(|| find(&corpus.pages, id))
}

fn known_ids<'a>(corpus: &'a Corpus, kind: &str) -> Vec<&'a str> {
    fn ids<R: Record>(table: &Table<R>) -> Vec<&str> {
        table.iter().map(|entry| entry.id.as_ref()).collect()
    }
    let site = &corpus.site;
    match kind {
        AuthorId::KIND => site.authors.iter().map(|author| author.id.as_str()).collect(),
        VerdictId::KIND => site.verdicts.iter().map(|(id, _)| id.as_str()).collect(),
        MeasureId::KIND => site.measures.iter().map(|(id, _)| id.as_str()).collect(),
        PopulationId::KIND => site.populations.iter().map(|(id, _)| id.as_str()).collect(),
        SourceId::KIND => ids(&corpus.sources),
        "claim" => ids(&corpus.claims),
        "document" => ids(&corpus.documents),
        "event" => ids(&corpus.events),
        "place" => ids(&corpus.places),
        "page" => ids(&corpus.pages),
        _ => {
            let kinds = RecordKind::ALL.into_iter().map(RecordKind::word).chain([VerdictId::KIND]);
            kinds.flat_map(|kind| known_ids(corpus, kind)).collect()
        }
    }
}
