//! The files for machines.

use super::ViewContext;
use super::quotation::passage_url;
use crate::corpus::Entry;
use crate::model::{Claim, Document, DocumentId};
use crate::site::{self, Route, Subject};
use crate::view::{Annotation, AnnotationPage, Dataset, QuotedPassage, Selector, Terms};
use crate::weigh::{Verification, Verified};

/// The content of a file for machines.
pub fn dataset(context: &ViewContext<'_>, dataset: site::Dataset) -> Dataset {
    match dataset {
        site::Dataset::Quotations => Dataset::Quotations(quotations(context)),
    }
}

fn quotations(context: &ViewContext<'_>) -> AnnotationPage {
    let corpus = context.shown.corpus();
    let id = context.map.dataset_url(site::Dataset::Quotations);
    let mut items = Vec::new();
    for entry in &corpus.claims {
        let compared = context.shown.assessments().quotations(corpus, &entry.id);
        let said = entry.record.said.iter().map(|said| &said.document).zip(&compared.said);
        let evidence = entry.record.evidence.iter().map(|evidence| &evidence.document).zip(&compared.evidence);
        items.extend(annotations(context, entry, &format!("{id}#{}/said", entry.id), said));
        items.extend(annotations(context, entry, &format!("{id}#{}/evidence", entry.id), evidence));
    }
    let terms =
        Terms { sha256: "https://schema.org/sha256", level: "urn:recoupe:level", extractor: "urn:recoupe:extractor" };
    AnnotationPage { context: ("http://www.w3.org/ns/anno.jsonld", terms), id, kind: "AnnotationPage", items }
}

/// An annotation for each fragment that stands in a capture; what was not compared is not in the file.
fn annotations<'q>(
    context: &ViewContext<'_>,
    claim: &Entry<Claim>,
    id: &str,
    quoted: impl Iterator<Item = (&'q DocumentId, &'q Vec<Verification>)>,
) -> Vec<Annotation> {
    let corpus = context.shown.corpus();
    let mut annotations = Vec::new();
    for (at, (document, fragments)) in (1..).zip(quoted) {
        let Some(document) = corpus.documents.get(document) else { continue };
        let publisher = corpus.sources.get(&document.record.publisher);
        // What a private person published stands on the page of the claim and nowhere else.
        if publisher.is_some_and(|publisher| publisher.record.is_private()) {
            continue;
        }
        for (fragment, compared) in (1..).zip(fragments) {
            let Verification::Verified(verified) = compared else { continue };
            annotations.push(Annotation {
                id: format!("{id}/{at}/{fragment}"),
                kind: "Annotation",
                motivation: "linking",
                body: url(context, Subject::Claim(claim.id.clone())),
                target: passage(context, document, verified),
            });
        }
    }
    annotations
}

fn passage(context: &ViewContext<'_>, document: &Entry<Document>, verified: &Verified) -> QuotedPassage {
    let link = passage_url(&document.record);
    let mut selector = Vec::new();
    if let Some(passage) = &verified.passage {
        let words = passage.selector.clone();
        selector.push(Selector::TextQuoteSelector { exact: words.exact, prefix: words.prefix, suffix: words.suffix });
        if let Some(fragment) = passage.fragment.as_ref().filter(|_| link.is_some()) {
            selector.push(Selector::FragmentSelector {
                conforms_to: "https://wicg.github.io/scroll-to-text-fragment/",
                value: fragment.trim_start_matches('#').to_owned(),
            });
        }
    }
    QuotedPassage {
        kind: "SpecificResource",
        source: match link {
            Some(link) => link.to_owned(),
            None => url(context, Subject::Document(document.id.clone())),
        },
        sha256: verified.sha256.clone(),
        level: verified.level.word().to_owned(),
        extractor: verified.extractor.clone(),
        selector,
    }
}

/// The address of a page in the first language.
fn url(context: &ViewContext<'_>, subject: Subject) -> String {
    context.map.url(&Route::new(&context.map.languages()[0], subject))
}
