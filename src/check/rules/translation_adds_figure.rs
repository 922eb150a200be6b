//! A translation has no number and no date that its original does not have.

use std::ops::Range;

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::{Entry, Record, SourceFile, Table};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::markdown;
use crate::model::{Claim, Page};
use crate::text::Lang;
use crate::text::quantity::scan::{Found, WrittenDate, numbers_in};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "translation-adds-figure",
        severity: Severity::Error,
        summary: "A translation has no number and no date that its original does not have.",
        explanation: "Numbers and dates are the first thing to go wrong in a translation. Those of the title, the proposition, the summary and the text are looked up in the same part of the original, in digits or words, as each language writes them.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let corpus = context.corpus;
    let first = corpus.first_lang();
    let claim = |claim: &Claim, field: &str| match field {
        "title" => Some(claim.title.clone()),
        "claim" => Some(claim.claim.clone()),
        _ => claim.summary.clone(),
    };
    let page = |page: &Page, field: &str| match field {
        "title" => Some(page.title.clone()),
        "summary" => page.summary.clone(),
        _ => None,
    };
    table(&corpus.claims, first, claim, findings);
    table(&corpus.pages, first, page, findings);
    table(&corpus.events, first, |_, _| None, findings);
    table(&corpus.sources, first, |_, _| None, findings);
    table(&corpus.documents, first, |_, _| None, findings);
    table(&corpus.places, first, |_, _| None, findings);
}

fn table<R: Record>(
    table: &Table<R>,
    first: &Lang,
    original: impl Fn(&R, &str) -> Option<String>,
    findings: &mut Vec<Diagnostic>,
) {
    for entry in table {
        for (lang, translated) in &entry.translations {
            for field in ["title", "claim", "summary"] {
                let texts = &translated.texts;
                let text = match field {
                    "title" => &texts.title,
                    "claim" => &texts.claim,
                    _ => &texts.summary,
                };
                let (Some(text), Some(original)) = (text, original(&entry.record, field)) else { continue };
                for (_, found) in added(text, lang, &original, first) {
                    let place = Place::value(&translated.file.path, FieldPath::of(field));
                    findings.push(finding(place, &found, entry));
                }
            }
            body(entry, first, lang, &translated.file, &translated.body, findings);
        }
    }
}

fn body<R: Record>(
    entry: &Entry<R>,
    first: &Lang,
    lang: &Lang,
    file: &SourceFile,
    range: &Range<usize>,
    findings: &mut Vec<Diagnostic>,
) {
    let original = running_text(entry.body());
    for (found_at, found) in added(&running_text(&file.text[range.clone()]), lang, &original, first) {
        let place = Place::bytes(&file.path, range.start + found_at.start..range.start + found_at.end);
        findings.push(finding(place, &found, entry));
    }
}

/// The body with spaces for everything that is no running text, such as ids: places stay what they are.
fn running_text(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    for range in markdown::prose(body) {
        // Of a range that overlaps the one before, only the rest is new.
        let start = range.start.max(text.len());
        text.extend(std::iter::repeat_n(' ', start - text.len()));
        text.push_str(body.get(start..range.end).unwrap_or_default());
    }
    text
}

/// The numbers and dates of a text that are not in its original.
fn added(text: &str, lang: &Lang, original: &str, first: &Lang) -> Vec<(Range<usize>, Found)> {
    let known = numbers_in(original, first.as_str());
    let mut found = numbers_in(text, lang.as_str());
    found.retain(|(_, found)| !known.iter().any(|(_, other)| other == found) && !is_split(found, &known));
    found
}

/// Whether the original writes the day apart from its month: “du 21 et du 26 décembre”.
fn is_split(found: &Found, known: &[(Range<usize>, Found)]) -> bool {
    let Found::Date(WrittenDate { year, month, day: Some(day) }) = found else { return false };
    known.iter().enumerate().any(|(i, (at, date))| {
        let same_month = matches!(date, Found::Date(other) if other.month == *month && other.year == *year);
        let mut next = at.start;
        // The numbers before the date, as long as little more than “et du” stands between them.
        let days = known[..i].iter().rev().map_while(|(at, number)| {
            let near = next.saturating_sub(at.end) <= LONGEST_AND;
            next = at.start;
            matches!(number, Found::Number(_)).then_some(number).filter(|_| near)
        });
        same_month && days.into_iter().any(|number| *number == Found::Number(f64::from(*day)))
    })
}

/// The bytes of “, jusqu’au ” and a little more.
const LONGEST_AND: usize = 16;

fn finding<R: Record>(place: Place, found: &Found, entry: &Entry<R>) -> Diagnostic {
    let what = match found {
        Found::Number(number) => format!("the number {number}"),
        Found::Date(date) => {
            let parts = [date.year.map(i64::from), date.month.map(i64::from), date.day.map(i64::from)];
            let parts: Vec<String> = parts.into_iter().flatten().map(|part| format!("{part:02}")).collect();
            format!("the date {}", parts.join("-"))
        }
    };
    let finding = RULE.at(place, format!("{what} is not in the original"));
    finding.with_help(format!("compare with `{}`", entry.file.path))
}
