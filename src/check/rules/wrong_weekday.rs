//! A weekday is that of its date.

use crate::check::texts::{TextOf, each_text};
use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::text::format;
use crate::text::quantity::scan::weekdays_in;

use chrono::Datelike;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "wrong-weekday",
        severity: Severity::Error,
        summary: "A weekday is that of its date.",
        explanation: "“Tuesday 24 December 2019” says the day twice, and one of the two may be wrong. Only dates with their year are looked at.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    each_text(context.corpus, &mut |text: &TextOf<'_>| {
        // A year is written in digits.
        if !text.text.contains(char::is_numeric) {
            return;
        }
        for (range, weekday, date) in weekdays_in(text.text, text.lang.as_str()) {
            let Some(day) = date.day().filter(|day| day.weekday() != weekday) else { continue };
            let written = format::weekday(weekday, text.lang.as_str());
            let right = format::weekday(day.weekday(), text.lang.as_str());
            let finding = RULE.at(text.place(range), format!("{day} was not a {written}"));
            findings.push(finding.with_help(format!("it was a {right}")));
        }
    });
}
