//! Quotations: how far each agrees with the capture of its document.

use crate::capture::{Captures, Level, Miss, Nearest, Selector, Stored, nearest_passage, text_directive};
use crate::corpus::Corpus;
use crate::model::{Access, Claim, Document};
use crate::text::Lang;

/// The quotations of a claim, each as its document's captures have it.
#[derive(Clone, Debug, Default, PartialEq, Hash)]
pub struct ClaimQuotations {
    /// By utterance, then by fragment.
    pub said: Vec<Vec<Verification>>,
    /// By piece of evidence, then by fragment.
    pub evidence: Vec<Vec<Verification>>,
}

/// What comparing one quotation gave.
#[derive(Clone, Debug, PartialEq, Hash)]
pub enum Verification {
    /// Its document has no capture; it was read, and nothing was compared.
    NoCapture,
    /// Its document has one that could not be read on this machine; nothing was compared.
    NotRead,
    /// It is given in another language than its document's and does not stand there; nothing was compared.
    Translated,
    /// It stands there.
    Verified(Box<Verified>),
    /// It does not.
    Refused(Miss, Option<Nearest>),
}

/// A quotation that stands in a capture.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Verified {
    /// How far it agrees.
    pub level: Level,
    /// The SHA-256 sum of the capture.
    pub sha256: String,
    /// What read its text, with its version.
    pub extractor: String,
    /// Where it stands; none in a private capture, of which nothing but level and sum is published.
    pub passage: Option<Passage>,
}

/// Where a quotation stands, for machines.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Passage {
    /// The W3C selector.
    pub selector: Selector,
    /// The fragment `#:~:text=…`, if one leads there and nowhere else.
    pub fragment: Option<String>,
}

/// Compares the quotations of a claim.
pub fn compare(corpus: &Corpus, captures: &Captures, claim: &Claim) -> ClaimQuotations {
    let document = |id| corpus.documents.get(id).map(|entry| &entry.record);
    let said = claim.said.iter().map(|said| {
        let document = document(&said.document);
        said.quote.iter().map(|quote| verification(captures, document, None, quote)).collect()
    });
    let evidence = claim.evidence.iter().map(|evidence| {
        let document = document(&evidence.document);
        evidence.quote.iter().map(|quote| verification(captures, document, evidence.lang.as_ref(), quote)).collect()
    });
    ClaimQuotations { said: said.collect(), evidence: evidence.collect() }
}

fn verification(captures: &Captures, document: Option<&Document>, lang: Option<&Lang>, quote: &str) -> Verification {
    let Some(document) = document.filter(|document| !document.captures.is_empty()) else {
        return Verification::NoCapture;
    };
    let mut best: Option<Verified> = None;
    let mut refused = None;
    for capture in &document.captures {
        let Some(Stored::Text(text)) = captures.get(&capture.sha256, document.url.as_deref()) else { continue };
        match text.find(quote) {
            Ok(found) => {
                let passage = (capture.access == Access::Public).then(|| Passage {
                    selector: Selector::of(text, &found.range),
                    fragment: text_directive(text, &found.range),
                });
                let extractor = text.extractor().to_owned();
                let verified = Verified { level: found.level, sha256: capture.sha256.clone(), extractor, passage };
                let rank = |verified: &Verified| (verified.level, verified.passage.is_none());
                if best.as_ref().is_none_or(|best| rank(&verified) < rank(best)) {
                    best = Some(verified);
                }
            }
            Err(miss) => refused = refused.or(Some((miss, &**text))),
        }
    }
    match (best, refused) {
        (Some(verified), _) => Verification::Verified(Box::new(verified)),
        // A translation is shown as one; it is never counted as compared.
        (None, Some((Miss::NotFound, _))) if lang.is_some_and(|lang| *lang != document.language) => {
            Verification::Translated
        }
        (None, Some((miss, text))) => Verification::Refused(miss, nearest_passage(text, quote)),
        (None, None) => Verification::NotRead,
    }
}
