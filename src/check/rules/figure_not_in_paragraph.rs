//! The figures of an utterance stand in the paragraph that it is said to be in.

use super::paragraph_not_in_capture::text;
use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;
use crate::text::quantity::Quantity;
use crate::text::quantity::scan::{Found, numbers_in};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "figure-not-in-paragraph",
        severity: Severity::Error,
        summary: "The figures of an utterance stand in the paragraph that it is said to be in.",
        explanation: "The figures of a claim are those that were said. Each is looked up in the paragraphs of its document, in digits or in French or English words. A figure that the desk worked out from others is marked `derived: true`.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let mut passages: Vec<(String, &str)> = Vec::new();
    for said in entry.record.said.iter().filter(|said| !said.paragraphs.is_empty()) {
        let Some(document) = context.corpus.documents.get(&said.document) else { continue };
        // What cannot be read here may hold the figure.
        let Some(capture) = text(context, &document.record) else { return };
        let paragraphs = capture.paragraphs(&document.record.headings);
        let named = said.paragraphs.iter().filter_map(|number| paragraphs.get((*number as usize).checked_sub(1)?));
        passages.push((named.copied().collect::<Vec<_>>().join("\n\n"), document.record.language.as_str()));
    }
    if passages.is_empty() {
        return;
    }
    for (i, figure) in entry.record.figures.iter().enumerate().filter(|(_, figure)| !figure.derived) {
        if !passages.iter().any(|(text, lang)| says(text, lang, &figure.value)) {
            let place = Place::value(&entry.file.path, FieldPath::of("figures").index(i).key("value"));
            let message = format!("`{}` does not stand in the paragraph of the utterance", figure.value.text);
            findings.push(RULE.at(place, message).with_help(
                "mend the figure or the paragraph, or write `derived: true` if the desk worked it out from other figures",
            ));
        }
    }
}

/// Whether a text gives the numbers of a quantity, in digits or words.
fn says(text: &str, lang: &str, quantity: &Quantity) -> bool {
    let numbers = numbers_in(text, lang);
    let has = |value: f64| numbers.iter().any(|(_, found)| *found == Found::Number(value));
    let written = match quantity.stated() {
        Some(value) => has(value),
        None => has(quantity.low) && has(quantity.high),
    };
    written || says_in_words(text, quantity)
}

/// Whether some words of a text are the quantity: “une quarantaine”, “la moitié”, “des centaines”.
fn says_in_words(text: &str, quantity: &Quantity) -> bool {
    // “Un” and “a” are articles far more often than counts.
    if quantity.stated() == Some(1.0) {
        return false;
    }
    const LONGEST: usize = 5;
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).any(|start| {
        (start + 1..=(start + LONGEST).min(words.len())).any(|end| {
            let passage = words[start..end].join(" ");
            let passage = passage.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
            let same = |found: Quantity| match (quantity.stated(), found.stated()) {
                (Some(wanted), Some(found)) => wanted == found,
                (None, None) => quantity.low == found.low && quantity.high == found.high,
                _ => false,
            };
            Quantity::parse(passage).is_ok_and(same)
        })
    })
}
