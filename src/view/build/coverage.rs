//! A document, paragraph by paragraph.

use std::collections::BTreeMap;

use super::local::Local;
use super::prose::Prose;
use crate::corpus::Entry;
use crate::model::{Document, DocumentId, OutlineRow, ShortText, VerdictId};
use crate::site::ClaimList;
use crate::text::typography;
use crate::view::{CoveragePage, CoverageParagraph, CoverageSection, Mark, Spine, SpineColumn, Wording};

/// The coverage of one document.
pub(super) fn page(local: Local<'_, '_>, entry: &Entry<Document>) -> CoveragePage {
    let document = &entry.record;
    let paragraphs = paragraphs(local, entry);
    let paragraph = |number, row: Option<&OutlineRow>, claims: &[usize]| CoverageParagraph {
        number,
        text: row.map(|row| local.text(&row.text)).unwrap_or_default(),
        claims: claims.iter().map(|&at| local.claim_link(at)).collect(),
        without: claims.is_empty().then(|| local.say("coverage_pending")),
    };
    let name = match local.document_title(document) {
        Some(title) => title.text,
        None => super::figures::capitalised(&local.document_described(document)),
    };
    let mut sections: Vec<CoverageSection> = Vec::new();
    for (number, claims) in &paragraphs {
        let row = document.outline.iter().find(|row| row.paragraph == *number);
        let heading = row.and_then(|row| row.heading.as_ref());
        if heading.is_some() || sections.is_empty() {
            sections.push(CoverageSection { start: *number, ..section(local, document, heading) });
        }
        if let Some(section) = sections.last_mut() {
            section.paragraphs.push(paragraph(*number, row, claims));
        }
    }
    let mut prose = Prose::new(local);
    CoveragePage {
        title: local.say_with("coverage_title", &[("name", (&name).into())]),
        sentence: glance(local, &entry.id, paragraphs.len()),
        document: local.document_line(&entry.id),
        spine: spine(local, entry),
        tally: local.tally(local.context.map.claims(&ClaimList::Carried(entry.id.clone()))),
        sections,
        body: prose.body(entry),
        references: prose.references(),
    }
}

/// A section without its paragraphs, under the sub-heading that opens it.
fn section(local: Local<'_, '_>, document: &Document, heading: Option<&ShortText>) -> CoverageSection {
    let first = local.corpus().first_lang();
    let lang = &document.language;
    let own = heading.and_then(|heading| heading.get(lang, first));
    let wording = |words| Wording::new(typography::apply(words, lang.as_str()), lang.as_str(), local.lang());
    let here = heading.map(|heading| local.text(heading));
    CoverageSection {
        heading: own.map(wording),
        translation: here.filter(|_| lang != local.edition.lang),
        ..CoverageSection::default()
    }
}

/// How many paragraphs, how many claims.
pub(super) fn glance(local: Local<'_, '_>, id: &DocumentId, paragraphs: usize) -> String {
    let claims = local.context.map.claims(&ClaimList::Carried(id.clone())).len();
    local.say_with("glance", &[("paragraphs", paragraphs.into()), ("claims", claims.into())])
}

/// The claims of a document as one line.
pub(super) fn spine(local: Local<'_, '_>, entry: &Entry<Document>) -> Spine {
    let table = &local.corpus().claims;
    let mark = |id: &VerdictId| {
        let found = local.edition.verdicts.iter().find(|(key, _)| *key == id);
        found.map_or(Mark::Plain, |(_, verdict)| verdict.mark)
    };
    let column = |(number, claims): (u32, Vec<usize>)| SpineColumn {
        number,
        marks: claims.into_iter().map(|at| mark(&table.at(at).record.verdict)).collect(),
    };
    Spine { columns: paragraphs(local, entry).into_iter().map(column).collect() }
}

/// The paragraphs that have an outline or a claim, with the positions of their claims in the order of ids.
fn paragraphs(local: Local<'_, '_>, entry: &Entry<Document>) -> BTreeMap<u32, Vec<usize>> {
    let mut paragraphs: BTreeMap<u32, Vec<usize>> =
        entry.record.outline.iter().map(|row| (row.paragraph, Vec::new())).collect();
    let table = &local.corpus().claims;
    for &at in local.context.map.claims(&ClaimList::Carried(entry.id.clone())) {
        let here = table.at(at).record.said.iter().filter(|said| said.document == entry.id);
        for number in here.flat_map(|said| &said.paragraphs) {
            paragraphs.entry(*number).or_default().push(at);
        }
    }
    for claims in paragraphs.values_mut() {
        claims.sort_unstable();
        claims.dedup();
    }
    paragraphs
}
