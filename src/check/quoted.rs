//! Every quotation of the claims, of what was said and of evidence.

use crate::corpus::Corpus;
use crate::diagnostic::{FieldPath, FilePath, Place};
use crate::model::ShortText;
use crate::text::Lang;

/// A quotation and its translation.
#[derive(Debug)]
pub struct Quoted<'a> {
    /// The file of the claim.
    pub file: &'a FilePath,
    at: FieldPath,
    /// The words: one piece, or separate fragments.
    pub fragments: &'a [String],
    /// Their language.
    pub lang: &'a Lang,
    /// The same in other languages.
    pub translation: Option<&'a ShortText>,
}

impl Quoted<'_> {
    /// The place of the words.
    pub fn quote(&self) -> Place {
        Place::value(self.file, self.at.key("quote"))
    }

    /// The place of the translations, or of the one into a language.
    pub fn translation(&self, lang: Option<&Lang>) -> Place {
        let field = self.at.key("translation");
        let by_language = matches!(self.translation, Some(ShortText::ByLanguage(_)));
        let lang = lang.filter(|_| by_language);
        Place::value(self.file, lang.map_or(field.clone(), |lang| field.key(lang.as_str())))
    }
}

/// Shows every quotation whose language is known.
pub fn each_quotation(corpus: &Corpus, see: &mut dyn FnMut(&Quoted<'_>)) {
    for entry in &corpus.claims {
        let (claim, file) = (&entry.record, &entry.file.path);
        let said = claim.said.iter().enumerate().map(|(i, said)| {
            let at = FieldPath::of("said").index(i);
            (at, &said.quote, None, &said.document, said.translation.as_ref())
        });
        let evidence = claim.evidence.iter().enumerate().map(|(i, evidence)| {
            let at = FieldPath::of("evidence").index(i);
            (at, &evidence.quote, evidence.lang.as_ref(), &evidence.document, evidence.translation.as_ref())
        });
        for (at, fragments, lang, document, translation) in said.chain(evidence) {
            let lang = lang.or_else(|| Some(&corpus.documents.get(document)?.record.language));
            if let (Some(lang), false) = (lang, fragments.is_empty()) {
                see(&Quoted { file, at, fragments, lang, translation });
            }
        }
    }
}
