//! The page of one document.

use super::context::Rows;
use super::list::listing;
use super::local::Local;
use super::prose::Prose;
use super::source::host;
use crate::corpus::Entry;
use crate::model::{Archived, Claim, Consulted, Document, DocumentId, Stance};
use crate::site::{ClaimList, Dataset, Leaf, Paging, Subject};
use crate::text::html::escape_text;
use crate::view::{ClaimLink, DocumentPage, Fact, Html, Link, OutlineRow, Shared, Wording};

/// The page of one document.
pub(super) fn page(local: Local<'_, '_>, rows: &Rows<'_>, entry: &Entry<Document>) -> DocumentPage {
    let document = &entry.record;
    let map = &local.context.map;
    let coverage = map.has_coverage(&entry.id);
    let title = local.document_title(document);
    let mut prose = Prose::new(local);
    // With a coverage page, what is said of the whole stands there.
    let body = if coverage { Html::default() } else { prose.body(entry) };
    let outline = document.outline.iter().filter(|_| !coverage);
    let citing = ClaimList::Citing(entry.id.clone());
    let [supports, refines, undermines, cited] = citing_claims(local, &entry.id, &citing);
    let url = document.url.as_ref().filter(|_| document.link);
    DocumentPage {
        titled: title.is_some(),
        title: title.unwrap_or_else(|| Wording::here(local.document_name(document))),
        sentence: sentence(local, document),
        original: url.map(|url| Link::to(local.say_with("document_original", &[("host", host(url).into())]), url)),
        archived: document.archived.as_ref().map(|archived| self::archived(local, archived)),
        unlinked: (!document.link).then(|| unlinked(local, document)),
        facts: facts(local, entry),
        coverage: coverage
            .then(|| Link::to(local.say("document_coverage"), local.href(Subject::Coverage(entry.id.clone())))),
        outline: outline.map(|row| OutlineRow { paragraph: row.paragraph, text: local.text(&row.text) }).collect(),
        body,
        references: prose.references(),
        carries: listing(local, rows, &ClaimList::Carried(entry.id.clone())),
        supports,
        refines,
        undermines,
        cited,
        all_citing: map.has_list(&citing).then(|| {
            let words = local.count("more_claims", map.claims(&citing).len());
            Link::to(words, local.href(Subject::Claims(citing.clone(), Leaf::Newest)))
        }),
    }
}

fn sentence(local: Local<'_, '_>, document: &Document) -> String {
    let described = super::figures::capitalised(&local.document_described(document));
    let publisher = local.source_name(&document.publisher).text;
    let language = local.language(&document.language);
    let named = [("kind", (&described).into()), ("publisher", (&publisher).into()), ("language", (&language).into())];
    local.say_with("document_sentence", &named)
}

fn unlinked(local: Local<'_, '_>, document: &Document) -> String {
    match &document.because {
        Some(because) => {
            let because = local.text(because);
            local.say_with("document_unlinked_because", &[("because", (&because).into())])
        }
        None => local.say("document_unlinked"),
    }
}

/// “Archived copy of 3 March 2024 at example.org”.
fn archived(local: Local<'_, '_>, archived: &Archived) -> Link {
    let host = host(&archived.url).into();
    let words = match archived.date {
        Some(date) => {
            let date = local.date_words(date);
            local.say_with("document_archived_date", &[("host", host), ("date", (&date).into())])
        }
        None => local.say_with("document_archived", &[("host", host)]),
    };
    Link::to(words, archived.url.as_str())
}

/// The claims that cite a document: supported, made more exact, undermined, and the others.
fn citing_claims(local: Local<'_, '_>, id: &DocumentId, list: &ClaimList) -> [Vec<Shared<ClaimLink>>; 4] {
    let mut groups: [Vec<Shared<ClaimLink>>; 4] = Default::default();
    let claims = &local.corpus().claims;
    for &at in local.context.map.claims(list).iter().take(Paging::ROWS) {
        let group = match strongest_stance(&claims.at(at).record, id) {
            Some(Stance::Supports) => 0,
            Some(Stance::Refines) => 1,
            Some(Stance::Undermines) => 2,
            Some(Stance::Context) | None => 3,
        };
        groups[group].push(local.claim_link(at));
    }
    groups
}

/// What a document does to a claim: undermining weighs more than supporting, and both more than context.
fn strongest_stance(claim: &Claim, document: &DocumentId) -> Option<Stance> {
    let stances = claim.evidence.iter().filter(|evidence| evidence.document == *document);
    stances.map(|evidence| evidence.stance).min_by_key(|stance| match stance {
        Stance::Undermines => 0,
        Stance::Refines => 1,
        Stance::Supports => 2,
        Stance::Context => 3,
    })
}

fn facts(local: Local<'_, '_>, entry: &Entry<Document>) -> Vec<Fact> {
    let document = &entry.record;
    let corpus = local.corpus();
    let lines = |ids: Vec<&DocumentId>| ids.into_iter().map(|id| local.document_link(id)).collect::<Vec<_>>();
    let versions = corpus.documents.position(&entry.id).map(|at| &corpus.backlinks.document(at).versions);
    let versions = || versions.into_iter().flatten();
    let of = |field: fn(&Document) -> Option<&DocumentId>| {
        let names =
            |id: &&DocumentId| corpus.documents.get(id).is_some_and(|other| field(&other.record) == Some(&entry.id));
        lines(versions().filter(names).collect())
    };
    let copy_of = document.copy_of.as_ref().map(|copy| {
        let original = copy.document.as_ref().map(|id| local.document_link(id));
        original.unwrap_or_else(|| match &copy.url {
            Some(url) => Link { href: Some(url.clone()), ..local.source_link(&copy.publisher) },
            None => local.source_link(&copy.publisher),
        })
    });
    let consulted = document.consulted.map(|consulted: Consulted| local.say_word("consulted", consulted.word()));
    let facts = [
        local.fact_links("fact_publisher", vec![local.source_link(&document.publisher)]),
        local.fact_text("fact_authors", Some(local.list(&document.authors))),
        document.date.map(|date| Fact {
            label: local.say("fact_date"),
            links: Vec::new(),
            text: Some(local.time(date)),
        }),
        local.fact_text("fact_date_basis", document.date_basis.as_ref().map(|text| local.text(text))),
        local.fact_text("fact_language", Some(local.language(&document.language))),
        local.fact_text("fact_consulted", consulted),
        document.consulted_date.map(|date| Fact {
            label: local.say("fact_consulted_date"),
            links: Vec::new(),
            text: Some(local.time(date)),
        }),
        local.fact_links("fact_copy_of", copy_of.into_iter().collect()),
        local.fact_links("fact_copies", of(|other| other.copy_of.as_ref()?.document.as_ref())),
        local.fact_links("fact_translation_of", lines(document.translation_of.iter().collect())),
        local.fact_links("fact_translations", of(|other| other.translation_of.as_ref())),
        local.fact_links("fact_version_of", lines(document.version_of.iter().collect())),
        local.fact_links("fact_versions", of(|other| other.version_of.as_ref())),
    ];
    let captures = document.captures.iter().map(|capture| {
        let access = local.say_word("capture", capture.access.word());
        let text = format!("<code>{}</code> ({})", escape_text(&capture.sha256), escape_text(&access));
        Fact { label: local.say("fact_capture"), links: Vec::new(), text: Some(Html::from_markup(text)) }
    });
    let has_file = !document.captures.is_empty() && corpus.site.has_data_files();
    let quotations = has_file.then(|| {
        let href = local.context.map.dataset_path(Dataset::Quotations);
        Link::to(local.say("document_quotations"), href)
    });
    let quotations = local.fact_links("fact_quotations", quotations.into_iter().collect());
    facts.into_iter().flatten().chain(captures).chain(quotations).collect()
}
