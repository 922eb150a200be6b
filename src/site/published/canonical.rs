//! The canonical form of what must not change silently, and its digests.
//!
//! The form is part of what is published: another form needs another version of the ledger. It is made of the
//! values that were read, never of the text of a file, so the order of keys, white space, the style of YAML and
//! the spelling of a number (“huit”, `8`) make no difference. Each part is a JSON array without spaces.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Names;
use crate::corpus::Entry;
use crate::model::{By, Claim, Figure, Said};
use crate::text::{Lang, hexadecimal};

/// SHA-256 sums of the parts of a claim, in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimDigests {
    /// The verdict, the second one on the other layer, and what was found of a picture, video or recording.
    pub verdict: String,
    /// The figures of the claim and of its evidence.
    pub figures: String,
    /// The words quoted of the claimant and of the evidence, each with its document.
    pub quotations: String,
    /// Who said it, and who spoke for them, in which document.
    pub claimant: String,
    /// What would have to be true, by language: a new language changes nothing in the others.
    pub proposition: BTreeMap<String, String>,
}

impl ClaimDigests {
    /// The digests of a claim; `names` are the ids under which its records were known.
    pub fn of(entry: &Entry<Claim>, first: &Lang, names: &Names) -> ClaimDigests {
        let claim = &entry.record;
        ClaimDigests {
            verdict: digest("verdict", &verdicts(claim)),
            figures: digest("figures", &figures(claim, names)),
            quotations: digest("quotations", &quotations(claim, names)),
            claimant: digest("claimant", &claim.said.iter().map(|said| claimant(said, names)).collect()),
            proposition: propositions(entry, first),
        }
    }
}

/// The part's name is digested with it, so that equal values of two parts do not look alike.
fn digest(part: &str, value: &Value) -> String {
    hexadecimal(&Sha256::digest(format!("recoupe-claim/1 {part}\n{value}").as_bytes()))
}

/// A claim without media has the form that it had before there were any.
fn verdicts(claim: &Claim) -> Value {
    let substance = claim.substance.as_ref().map(|id| id.as_str());
    let found = claim.media.as_ref().map(|media| {
        let found = media.authenticity.iter().map(|found| json!(found.word()));
        sorted(found.collect())
    });
    [json!(claim.verdict.as_str()), json!(substance)].into_iter().chain(found).collect()
}

fn propositions(entry: &Entry<Claim>, first: &Lang) -> BTreeMap<String, String> {
    let translated = entry.translations.iter();
    let translated = translated.filter_map(|(lang, translated)| Some((lang, translated.texts.claim.as_ref()?)));
    let all = std::iter::once((first, &entry.record.claim)).chain(translated);
    all.map(|(lang, text)| (lang.to_string(), digest("proposition", &json!([words(text)])))).collect()
}

fn claimant(said: &Said, names: &Names) -> Value {
    let by = match &said.by {
        By::Unstated => json!("unstated"),
        By::Sources(sources) => sorted(sources.iter().map(|id| json!([names.source(id)])).collect()),
    };
    let speaker = said.speaker.as_ref().map(|id| names.source(id));
    json!([by, speaker, names.document(&said.document)])
}

/// Utterances in their order, pieces of evidence in none: which comes first is no statement.
fn quotations(claim: &Claim, names: &Names) -> Value {
    let quoted = |document, quote: &[String]| {
        let fragments: Vec<String> = quote.iter().map(|fragment| words(fragment)).collect();
        json!([names.document(document), fragments])
    };
    let said: Value = claim.said.iter().map(|said| quoted(&said.document, &said.quote)).collect();
    let evidence = claim.evidence.iter().filter(|evidence| !evidence.quote.is_empty());
    let evidence = evidence.map(|evidence| quoted(&evidence.document, &evidence.quote)).collect();
    json!([said, sorted(evidence)])
}

fn figures(claim: &Claim, names: &Names) -> Value {
    let own = claim.figures.iter().map(|each| figure(each, names)).collect();
    let evidence = claim.evidence.iter().filter(|evidence| !evidence.figures.is_empty());
    let evidence = evidence.map(|evidence| {
        let figures = evidence.figures.iter().map(|each| figure(each, names)).collect();
        json!([names.document(&evidence.document), sorted(figures)])
    });
    json!([sorted(own), sorted(evidence.collect())])
}

fn figure(figure: &Figure, names: &Names) -> Value {
    let (from, to) = figure.period();
    let value = &figure.value;
    json!([
        figure.measure.as_str(),
        figure.of.as_ref().map(|id| id.as_str()),
        value.qualifier.as_str(),
        value.low,
        // JSON has no infinity: an upper bound that is not there is null.
        value.high,
        figure.unit.map(|unit| unit.word()),
        from.map(|date| date.to_string()),
        to.map(|date| date.to_string()),
        figure.window.word(),
        figure.place.as_ref().map(|id| names.place(id)),
        figure.derived,
    ])
}

fn sorted(mut values: Vec<Value>) -> Value {
    values.sort_by_cached_key(Value::to_string);
    Value::Array(values)
}

/// A text with single spaces and straight apostrophes, which pages set as their language wants them.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('’', "'")
}
