//! A short text gives the same numbers and dates in every language.

use std::cell::RefCell;

use crate::check::parity::{Side, value_in_words};
use crate::check::quoted::each_quotation;
use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FilePath, Place, Rule, Severity};
use crate::model::{ShortText, Trail, Visitor};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "short-text-differs",
        severity: Severity::Warning,
        summary: "A short text gives the same numbers and dates in every language.",
        explanation: "Notes, resolutions, interests, rows of an outline and other texts by language are shown each to the readers of its language alone. The numbers and dates of each are looked up in the others, in digits or words, as each language writes them; those of the translation of a quotation are looked up in the quotation, and the other way round. What stands between quotation marks is left out, for it may stand in its own language.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let corpus = context.corpus;
    let found = RefCell::new(Vec::new());
    context.visit_all(|file| ShortTexts { file, found: &found });
    findings.append(&mut found.into_inner());
    each_quotation(corpus, &mut |quoted| {
        let words = quoted.fragments.join(" ");
        let words = Side::short(quoted.lang, quoted.file, &words);
        for (lang, text) in quoted.translation.iter().flat_map(|text| text.texts(corpus.first_lang())) {
            let translation = Side::short(lang, words.file, text);
            let place = |side: &Side<'_>| match side.lang == quoted.lang {
                true => quoted.quote(),
                false => quoted.translation(Some(lang)),
            };
            differences(&words, &translation, place, findings);
        }
    });
}

struct ShortTexts<'a> {
    file: &'a FilePath,
    found: &'a RefCell<Vec<Diagnostic>>,
}

impl<'v> Visitor<'v> for ShortTexts<'_> {
    fn short_text(&mut self, at: &Trail<'_>, text: &'v ShortText) {
        // The translation of a quotation stands beside the quotation and not beside another translation.
        let ShortText::ByLanguage(texts) = text else { return };
        let [(first, original), others @ ..] = texts.as_slice() else { return };
        if others.is_empty() || at.field() == "translation" {
            return;
        }
        let original = Side::short(first, self.file, original);
        for (lang, translation) in others {
            let place = |side: &Side<'_>| Place::value(self.file, at.path().key(side.lang.as_str()));
            differences(&original, &Side::short(lang, self.file, translation), place, &mut self.found.borrow_mut());
        }
    }
}

/// What either side has and the other has not; the finding stands where the value is missing.
fn differences(
    original: &Side<'_>,
    translation: &Side<'_>,
    place: impl Fn(&Side<'_>) -> Place,
    findings: &mut Vec<Diagnostic>,
) {
    for (has, lacks) in [(original, translation), (translation, original)] {
        for (_, value) in has.values_missing_from(lacks) {
            let message = format!("{} is in `{}` and not in `{}`", value_in_words(&value), has.lang, lacks.lang);
            let finding = RULE.at(place(lacks), message).with_related(place(has), "it stands here");
            findings.push(finding.with_help("give readers of both languages the same numbers and dates"));
        }
    }
}
