//! Short texts stand in every language of the site.

use std::cell::RefCell;

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, FieldPath, FilePath, Place, Rule, Severity};
use crate::model::{DocumentId, ShortText, Trail, Visitor};
use crate::text::Lang;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "missing-language",
        severity: Severity::Error,
        summary: "Short texts stand in every language of the site.",
        explanation: "Names, notes and other short texts are a map by language: `{ fr: …, en: … }`. A quotation needs its translation in every language of the site but its own.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let corpus = context.corpus;
    let found = RefCell::new(Vec::new());
    context.visit_all(|file| ShortTexts { corpus, file, found: &found });
    findings.append(&mut found.into_inner());
    quotations(corpus, findings);
}

struct ShortTexts<'a> {
    corpus: &'a Corpus,
    file: &'a FilePath,
    found: &'a RefCell<Vec<Diagnostic>>,
}

impl<'v> Visitor<'v> for ShortTexts<'_> {
    fn short_text(&mut self, at: &Trail<'_>, text: &'v ShortText) {
        if at.field() == "translation" {
            return;
        }
        for lang in &self.corpus.site.languages {
            if text.get(lang, self.corpus.first_lang()).is_none() {
                let help = match text {
                    ShortText::First(_) => {
                        format!("write a map by language: `{{ {}: …, {lang}: … }}`", self.corpus.first_lang())
                    }
                    ShortText::ByLanguage(_) => format!("add `{lang}: \"…\"` to it"),
                };
                let finding = RULE.at(Place::value(self.file, at.path()), format!("there is no text in `{lang}`"));
                self.found.borrow_mut().push(finding.with_help(help));
            }
        }
    }
}

fn quotations(corpus: &Corpus, findings: &mut Vec<Diagnostic>) {
    for entry in &corpus.claims {
        let mut missing = |quoted: Quoted<'_>| quoted.missing(corpus, &entry.file.path, findings);
        for (i, said) in entry.record.said.iter().enumerate() {
            missing(Quoted {
                at: FieldPath::root().key("said").index(i),
                fragments: &said.quote,
                lang: None,
                document: &said.document,
                translation: said.translation.as_ref(),
            });
        }
        for (i, evidence) in entry.record.evidence.iter().enumerate() {
            missing(Quoted {
                at: FieldPath::root().key("evidence").index(i),
                fragments: &evidence.quote,
                lang: evidence.lang.as_ref(),
                document: &evidence.document,
                translation: evidence.translation.as_ref(),
            });
        }
    }
}

/// A quotation of an utterance or of evidence.
struct Quoted<'a> {
    at: FieldPath,
    fragments: &'a [String],
    /// Its language, if not the document's.
    lang: Option<&'a Lang>,
    document: &'a DocumentId,
    translation: Option<&'a ShortText>,
}

impl Quoted<'_> {
    /// A quotation in a language of the site needs no translation into it.
    fn missing(&self, corpus: &Corpus, file: &FilePath, findings: &mut Vec<Diagnostic>) {
        if self.fragments.is_empty() {
            return;
        }
        let document = corpus.documents.get(self.document).map(|document| &document.record.language);
        let Some(own) = self.lang.or(document) else { return };
        let translated = |lang| self.translation.is_some_and(|text| text.get(lang, corpus.first_lang()).is_some());
        for lang in corpus.site.languages.iter().filter(|lang| *lang != own && !translated(lang)) {
            let (key, help) = match self.translation {
                Some(_) => ("translation", format!("add `{lang}: \"…\"` to it")),
                None => ("quote", format!("add `translation: {{ {lang}: \"…\" }}` beside it")),
            };
            let place = Place::value(file, self.at.key(key));
            findings.push(RULE.at(place, format!("the quotation is not translated into `{lang}`")).with_help(help));
        }
    }
}
