//! A translation has every number and every date of its original.

use crate::check::parity::{each_pair, value_in_words};
use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, Rule, Severity};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "translation-drops-figure",
        severity: Severity::Warning,
        summary: "A translation has every number and every date of its original.",
        explanation: "A figure that only some readers are given is a figure that only they can check. The numbers and dates of the title, the proposition, the summary and the text are looked up in the same part of the translation, in digits or words, as each language writes them. Code, references and quotations are left out. In the title, the proposition and the summary, which readers may see alone, it is an error; in the text the finding stands where the original has the value.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    each_pair(context.corpus, &mut |pair| {
        for (range, found) in pair.original.values_missing_from(&pair.translation) {
            let here = pair.place(&pair.original, range.clone());
            let value = value_in_words(&found);
            let finding = if pair.field.is_empty() {
                let message = format!("{value} is not in the translation into `{}`", pair.translation.lang);
                RULE.at(here, message).with_help(format!("compare with `{}`", pair.translation.file))
            } else {
                let message = format!("{value} of the original is missing from the translation");
                RULE.at(pair.place(&pair.translation, 0..0), message).with_related(here, "the original")
            };
            findings.push(Diagnostic { severity: pair.severity(), ..finding });
        }
    });
}
