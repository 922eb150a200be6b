//! A translation has no number and no date that its original does not have.

use crate::check::parity::{each_pair, value_in_words};
use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, Rule, Severity};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "translation-adds-figure",
        severity: Severity::Warning,
        summary: "A translation has no number and no date that its original does not have.",
        explanation: "Numbers and dates are the first thing to go wrong in a translation. Those of the title, the proposition, the summary and the text are looked up in the same part of the original, in digits or words, as each language writes them. Code, references and quotations are left out. In the title, the proposition and the summary, which readers may see alone, it is an error.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    each_pair(context.corpus, &mut |pair| {
        for (range, found) in pair.translation.values_missing_from(&pair.original) {
            let place = pair.place(&pair.translation, range);
            let finding = RULE.at(place, format!("{} is not in the original", value_in_words(&found)));
            let finding = finding.with_help(format!("compare with `{}`", pair.original.file));
            findings.push(Diagnostic { severity: pair.severity(), ..finding });
        }
    });
}
