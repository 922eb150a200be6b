//! Quotations on pages: the words, their translation, and how far they were compared.

use super::local::Local;
use crate::model::{Document, ShortText};
use crate::text::{Lang, typography};
use crate::view::{Link, Quotation, TextQuoteSelector, Wording};
use crate::weigh::Verification;

/// The words of someone in a document, as the claim gives them.
pub(super) struct Quoted<'r> {
    pub fragments: &'r [String],
    /// Their language, if not the document's.
    pub lang: Option<&'r Lang>,
    pub translation: Option<&'r ShortText>,
    pub document: Option<&'r Document>,
}

impl Quoted<'_> {
    /// Every fragment by itself; what is said of all of them stands behind the last.
    pub fn quotations(&self, local: Local<'_, '_>, compared: &[Verification]) -> Vec<Quotation> {
        let lang = self.lang.or(self.document.map(|document| &document.language)).unwrap_or(local.edition.lang);
        let quotation = |quote: &String| {
            let words = typography::apply(quote.trim(), lang.as_str());
            Quotation { words: Wording::new(words, lang.as_str(), local.lang()), ..Quotation::default() }
        };
        let mut quotations: Vec<Quotation> = self.fragments.iter().map(quotation).collect();
        verify(local, &mut quotations, compared, self.document);
        if let Some(last) = quotations.last_mut() {
            let translation = self.translation.filter(|_| lang != local.edition.lang);
            let translation = translation.and_then(|text| text.get(local.edition.lang, local.corpus().first_lang()));
            last.translation = translation.map(|text| local.typeset(text));
            last.translated_by = translation.map(|_| local.say("translation_ours"));
        }
        quotations
    }
}

/// The address of a document to which a fragment can be added.
pub(super) fn passage_url(document: &Document) -> Option<&str> {
    // An address that is not to be linked gets no link to one of its passages either.
    document.url.as_deref().filter(|url| document.link && !url.contains('#'))
}

/// Adds to the fragments of a quotation where each stands; what holds for all stands behind the last.
fn verify(local: Local<'_, '_>, quotations: &mut [Quotation], compared: &[Verification], document: Option<&Document>) {
    let url = document.and_then(passage_url);
    for (quotation, compared) in quotations.iter_mut().zip(compared) {
        let Verification::Verified(verified) = compared else { continue };
        quotation.level = Some(verified.level.word().to_owned());
        quotation.capture = Some(verified.sha256.clone());
        let Some(passage) = &verified.passage else { continue };
        let selector = &passage.selector;
        quotation.selector = Some(TextQuoteSelector {
            exact: selector.exact.clone(),
            prefix: selector.prefix.clone(),
            suffix: selector.suffix.clone(),
        });
        let href = url.zip(passage.fragment.as_ref()).map(|(url, fragment)| format!("{url}{fragment}"));
        quotation.passage = href.map(|href| Link::to(local.say("quotation_passage"), href));
    }
    let Some(last) = quotations.last_mut() else { return };
    // The weakest of the fragments speaks for all.
    let doubt = compared.iter().find_map(|compared| match compared {
        Verification::NoCapture => Some("quotation_excerpt"),
        Verification::Translated => Some("quotation_translated"),
        Verification::NotRead | Verification::Refused(..) => Some("quotation_not_compared"),
        Verification::Verified(_) => None,
    });
    let weakest = compared.iter().filter_map(|compared| match compared {
        Verification::Verified(verified) => Some(verified.level),
        _ => None,
    });
    match (doubt, weakest.max()) {
        (Some(doubt), _) => last.caution = Some(local.say(doubt)),
        (None, level) => last.verified = level.map(|level| local.say_word("quotation_verified", level.word())),
    }
}
