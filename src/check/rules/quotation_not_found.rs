//! A quotation stands in the capture of its document, word for word.

use crate::capture::Miss;
use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;
use crate::weigh::Verification;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "quotation-not-found",
        severity: Severity::Error,
        summary: "A quotation stands in the capture of its document, word for word.",
        explanation: "Quotation marks, apostrophes, spaces, line breaks and marks that nobody sees are no difference; everything else is. `[…]` stands for words left out within one paragraph, and never where the document closes and opens quotation marks. Words from several places are a list of fragments, each of which is looked up by itself. The nearest passage is shown with `[-…-]` around words of the quotation alone and `{+…+}` around words of the document alone.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    for (place, quotation) in each(context, entry) {
        let Verification::Refused(miss, nearest) = quotation else { continue };
        if turned(quotation).is_some() {
            continue;
        }
        let fragments = "write a list of fragments instead of one quotation";
        let finding = match miss {
            Miss::JoinsVoices => RULE
                .at(place, "this quotation leaves out where the document closes or opens quotation marks")
                .with_help(fragments),
            Miss::TooFarApart => RULE
                .at(place, "the parts of this quotation stand in two paragraphs, or too far apart")
                .with_help(fragments),
            Miss::NotFound | Miss::LosesQualifier(_) => {
                RULE.at(place, "this quotation does not stand in the capture of its document")
            }
        };
        findings.push(match (miss, nearest) {
            (Miss::NotFound, Some(nearest)) => finding.with_help(format!("nearest passage: {}", nearest.difference)),
            (Miss::NotFound, None) => finding.with_help("nothing like it stands there; is it from another document?"),
            _ => finding,
        });
    }
}

/// The quotations of a claim with their places.
pub(super) fn each<'a>(
    context: &Context<'a>,
    entry: &'a Entry<Claim>,
) -> impl Iterator<Item = (Place, &'a Verification)> {
    let quotations = context.assessments.quotations(context.corpus, &entry.id);
    let said = quotations.said.iter().enumerate().map(|(i, quotes)| ("said", i, quotes));
    let evidence = quotations.evidence.iter().enumerate().map(|(i, quotes)| ("evidence", i, quotes));
    said.chain(evidence).flat_map(move |(field, i, quotes)| {
        quotes.iter().enumerate().map(move |(at, quotation)| {
            let path = FieldPath::of(field).index(i).key("quote").index(at);
            (Place::value(&entry.file.path, path), quotation)
        })
    })
}

/// The word that a quotation would lose.
pub(super) fn turned(quotation: &Verification) -> Option<&str> {
    match quotation {
        Verification::Refused(Miss::LosesQualifier(word), _) => Some(word),
        Verification::Refused(Miss::NotFound, Some(nearest)) => nearest.loses.as_deref(),
        _ => None,
    }
}
