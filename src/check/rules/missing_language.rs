//! Short texts stand in every language of the site.

use std::cell::RefCell;

use crate::check::quoted::each_quotation;
use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, FilePath, Place, Rule, Severity};
use crate::model::{ShortText, Trail, Visitor};

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

/// A quotation in a language of the site needs no translation into it.
fn quotations(corpus: &Corpus, findings: &mut Vec<Diagnostic>) {
    each_quotation(corpus, &mut |quoted| {
        let first = corpus.first_lang();
        let translated = |lang| quoted.translation.is_some_and(|text| text.get(lang, first).is_some());
        for lang in corpus.site.languages.iter().filter(|lang| *lang != quoted.lang && !translated(lang)) {
            let (place, help) = match quoted.translation {
                Some(_) => (quoted.translation(None), format!("add `{lang}: \"…\"` to it")),
                None => (quoted.quote(), format!("add `translation: {{ {lang}: \"…\" }}` beside it")),
            };
            findings.push(RULE.at(place, format!("the quotation is not translated into `{lang}`")).with_help(help));
        }
    });
}
