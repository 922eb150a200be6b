//! No date lies after the day on which the site is built.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FilePath, Place, Rule, Severity};
use crate::model::{Trail, Visitor};
use crate::text::PartialDate;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "future-date",
        severity: Severity::Error,
        summary: "No date lies after the day on which the site is built.",
        explanation: "Nothing has been said, counted or published tomorrow; such a date is nearly always a slip in the year. The day is today, or the one given with `--as-of`.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut found = Vec::new();
    {
        let found = std::cell::RefCell::new(&mut found);
        context.visit_all(|file| Dates { file, as_of: context.as_of, found: &found });
    }
    findings.append(&mut found);
}

struct Dates<'a> {
    file: &'a FilePath,
    as_of: PartialDate,
    found: &'a std::cell::RefCell<&'a mut Vec<Diagnostic>>,
}

impl<'v> Visitor<'v> for Dates<'_> {
    fn date(&mut self, at: &Trail<'_>, date: PartialDate) {
        // The end of a period may lie ahead: a truce announced until next month.
        if date.first_day() <= self.as_of.last_day() || ["to", "expires"].contains(&at.field()) {
            return;
        }
        let finding = RULE.at(Place::value(self.file, at.path()), format!("`{date}` has not come yet"));
        let help = format!("the site is built as of {}; mend the date, or build with `--as-of`", self.as_of);
        self.found.borrow_mut().push(finding.with_help(help));
    }
}
