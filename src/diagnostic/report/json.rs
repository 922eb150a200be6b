//! Findings as JSON Lines.

use serde::Serialize;

use crate::diagnostic::{At, Diagnostic, Locator, Place, Texts};

#[derive(Serialize)]
struct Finding<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    help: &'a [String],
    #[serde(flatten)]
    place: Spot<'a>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Spot<'a>,
}

/// A place as programs want it: lines and columns from 1, bytes from 0.
#[derive(Serialize)]
struct Spot<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    line: usize,
    column: usize,
    bytes: [usize; 2],
}

pub fn report(findings: &[Diagnostic], texts: &Texts<'_>) -> String {
    let mut out = String::new();
    let locator = Locator::new(findings, texts);
    for finding in findings {
        let related = finding.related.iter();
        let finding = Finding {
            code: finding.rule.code,
            severity: finding.severity.word(),
            message: &finding.message,
            help: &finding.help,
            place: spot(&finding.place, &locator),
            related: related.map(|(place, message)| Related { message, place: spot(place, &locator) }).collect(),
        };
        out.push_str(&serde_json::to_string(&finding).expect("plain data without maps"));
        out.push('\n');
    }
    out
}

fn spot<'a>(place: &'a Place, locator: &Locator<'_>) -> Spot<'a> {
    let located = locator.locate(place);
    let field = match &place.at {
        At::Field(path, _) => Some(path.to_string()),
        At::File | At::Bytes(..) => None,
    };
    let bytes = [located.range.start, located.range.end];
    Spot { file: &place.file, field, line: located.line, column: located.column, bytes }
}
