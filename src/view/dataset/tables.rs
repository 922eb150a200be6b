//! The tables: their columns, each with what stands in it.

use std::borrow::Cow;

use super::cell::ColumnKind::{Count, Date, Flag, Number, Text};
use super::cell::{Cell, Column, column};
use super::record::{ClaimRecord, EvidenceFacts, FigureFacts, Named, OriginFacts};

/// A source in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceFacts {
    /// The id.
    pub id: String,
    /// The language of its names.
    pub language: String,
    /// Its name.
    pub name: String,
    /// A shorter name.
    pub short_name: String,
    /// What it is.
    pub kind: &'static str,
    /// The country that it works from.
    pub country: String,
    /// Its website.
    pub homepage: String,
    /// Who decides what it says.
    pub owner: String,
    /// What it belongs to.
    pub member_of: String,
    /// The party to the conflict that it is or belongs to.
    pub party: String,
    /// The party that it leans to.
    pub alignment: String,
    /// How many claims it made.
    pub claims: usize,
    /// Its page.
    pub url: String,
}

type ClaimCell = for<'r> fn(&'r ClaimRecord) -> Cell<'r>;

/// The columns of the table of claims: a row a claim and language.
pub const CLAIM_COLUMNS: &[Column<ClaimCell>] = &[
    column("id", Text, "The claim", |r| (&*r.id).into()),
    column("language", Text, "The language of the texts of the row", |r| (&*r.language).into()),
    column("title", Text, "The title", |r| r.title.as_deref().into()),
    column("claim", Text, "The proposition that was checked, in the desk's words", |r| r.claim.as_deref().into()),
    column("summary", Text, "What a reader should know first", |r| r.summary.as_deref().into()),
    column("verdict", Text, "The verdict by id", |r| (&*r.verdict.id).into()),
    column("verdict_label", Text, "The verdict by name", |r| (&*r.verdict.label).into()),
    column("layer", Text, "What the verdict is about: utterance or proposition", |r| r.verdict.layer.into()),
    column("rating", Count, "The place of the verdict on the scale from 1 (false) to 5 (true); most have none", |r| {
        r.verdict.rating.map(usize::from).into()
    }),
    column("substance", Text, "The second verdict, on the other layer, by id", |r| {
        r.substance.as_ref().map(|verdict| &*verdict.id).into()
    }),
    column("said_by", Text, "Who said it, by id, joined by semicolons; private for a private person", |r| {
        let by = r.said.iter().flat_map(|said| &said.by).map(named);
        joined(by.collect())
    }),
    column("said_in", Text, "The documents that carry it, by id", |r| {
        joined(r.said.iter().filter_map(|said| said.document.id.as_deref()).collect())
    }),
    column("said_on", Date, "When it was first said, to the day, the month or the year", |r| {
        Cell::date(&r.said[0].date)
    }),
    column("date", Date, "When it happened", |r| Cell::date(&r.date)),
    column("event", Text, "The event by id", |r| r.event.as_ref().and_then(|event| event.id.as_deref()).into()),
    column("places", Text, "The places by id", |r| {
        joined(r.places.iter().filter_map(|place| place.id.as_deref()).collect())
    }),
    column("independent_origins", Count, "Origins of the verdict that do not depend on one another", |r| {
        r.basis.independent_origins.into()
    }),
    column("camps", Count, "Camps among these origins", |r| r.basis.camps.into()),
    column("publications", Count, "Publications of known origin, copies of one counted once", |r| {
        r.basis.publications.into()
    }),
    column("unknown_publications", Count, "Publications that do not say where they have it from", |r| {
        r.basis.unknown_publications.into()
    }),
    column("evidence_against", Flag, "Whether something that undermines it is cited", |r| {
        r.basis.evidence_against.into()
    }),
    column("evidence", Count, "Rows of the claim in the table of evidence", |r| r.evidence.len().into()),
    column("published", Date, "When the check was published", |r| Cell::date(&r.published)),
    column("modified", Date, "The latest change that is not a typo, else the publication", |r| Cell::date(&r.modified)),
    column("retracted", Flag, "Whether it no longer stands", |r| {
        r.revisions.iter().any(|change| change.kind == "retraction").into()
    }),
    column("url", Text, "Its page", |r| (&*r.url).into()),
];

type EvidenceCell = for<'r> fn(&'r ClaimRecord, usize, &'r EvidenceFacts) -> Cell<'r>;

/// The columns of the table of evidence: a row a piece, counted from 1 within its claim.
pub const EVIDENCE_COLUMNS: &[Column<EvidenceCell>] = &[
    column("claim", Text, "The claim", |r, _, _| (&*r.id).into()),
    column("position", Count, "Its place in the list of the claim, from 1", |_, at, _| at.into()),
    column("document", Text, "The document by id; nothing if a private person published it", |_, _, e| {
        e.document.id.as_deref().into()
    }),
    column("publisher", Text, "Who published it, by id", |_, _, e| named(&e.document.publisher).into()),
    column("document_kind", Text, "What sort of document it is", |_, _, e| e.document.kind.into()),
    column("document_language", Text, "Its language", |_, _, e| (&*e.document.language).into()),
    column("document_date", Date, "The date it bears", |_, _, e| Cell::date(&e.document.date)),
    column("stance", Text, "How it bears on the claim: supports, refines, undermines or context", |_, _, e| {
        e.stance.into()
    }),
    column("layer", Text, "The layer that it bears on: utterance or proposition", |_, _, e| e.layer.into()),
    column("sees", Text, "How its origin knows: witness, record or report", |_, _, e| e.sees.into()),
    column("origins", Text, "Where its information first came from, by id; self, unknown or private", |_, _, e| {
        joined(e.origins.iter().map(origin).collect())
    }),
    column("quotations", Count, "How many of its words are quoted, by fragment", |_, _, e| e.quotations.len().into()),
    column("url", Text, "Its address, if it may be linked", |_, _, e| e.document.url.as_deref().into()),
];

type FigureCell = for<'r> fn(&'r ClaimRecord, Option<(usize, &'r EvidenceFacts)>, &'r FigureFacts) -> Cell<'r>;

/// The columns of the table of figures: a row a figure of a claim or of its evidence.
pub const FIGURE_COLUMNS: &[Column<FigureCell>] = &[
    column("claim", Text, "The claim", |r, _, _| (&*r.id).into()),
    column("evidence", Count, "The position of the evidence that gives it; nothing for the claim's own", |_, e, _| {
        e.map(|(at, _)| at).into()
    }),
    column("document", Text, "The document that gives it, by id", |r, e, _| {
        e.map_or(&r.said[0].document.id, |(_, evidence)| &evidence.document.id).as_deref().into()
    }),
    column("measure", Text, "What is counted or measured", |_, _, f| (&*f.measure).into()),
    column("of", Text, "Of whom", |_, _, f| f.of.as_deref().into()),
    column("qualifier", Text, "How the number is meant", |_, _, f| f.qualifier.into()),
    column("stated", Number, "The one number that was given", |_, _, f| f.stated.into()),
    column("low", Number, "The least that it allows", |_, _, f| f.low.into()),
    column("high", Number, "The most that it allows; nothing where nothing bounds it", |_, _, f| f.high.into()),
    column("unit", Text, "The unit", |_, _, f| f.unit.into()),
    column("from", Date, "The first day that it covers, to the day, the month or the year", |_, _, f| {
        Cell::date(&f.from)
    }),
    column("to", Date, "The last day that it covers", |_, _, f| Cell::date(&f.to)),
    column("window", Text, "How these days are known: stated, inferred or unstated", |_, _, f| f.window.into()),
    column("place", Text, "The place that it covers, by id", |_, _, f| f.place.as_deref().into()),
    column("derived", Flag, "Whether the desk worked it out from other figures", |_, _, f| f.derived.into()),
];

type SourceCell = for<'r> fn(&'r SourceFacts) -> Cell<'r>;

/// The columns of the table of sources: a row a source and language; private persons have none.
pub const SOURCE_COLUMNS: &[Column<SourceCell>] = &[
    column("id", Text, "The source", |s| (&*s.id).into()),
    column("language", Text, "The language of its names", |s| (&*s.language).into()),
    column("name", Text, "Its name", |s| (&*s.name).into()),
    column("short_name", Text, "A shorter name", |s| (&*s.short_name).into()),
    column("kind", Text, "What it is", |s| s.kind.into()),
    column("country", Text, "The country that it works from (ISO 3166-1)", |s| (&*s.country).into()),
    column("owner", Text, "The source that decides what it says; the two count as one", |s| (&*s.owner).into()),
    column("member_of", Text, "What it belongs to without being one with it", |s| (&*s.member_of).into()),
    column("party", Text, "The party to the conflict that it is or belongs to", |s| (&*s.party).into()),
    column("alignment", Text, "The party that it leans to without belonging to it", |s| (&*s.alignment).into()),
    column("claims", Count, "How many claims it made", |s| s.claims.into()),
    column("homepage", Text, "Its website", |s| (&*s.homepage).into()),
    column("url", Text, "Its page", |s| (&*s.url).into()),
];

fn named(source: &Named) -> &str {
    match &source.id {
        Some(id) => id,
        None if source.private => "private",
        None => "",
    }
}

fn origin(origin: &OriginFacts) -> &str {
    origin.source.as_ref().map_or(origin.kind, named)
}

fn joined(ids: Vec<&str>) -> Cell<'_> {
    let mut seen: Vec<&str> = Vec::with_capacity(ids.len());
    for id in ids {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    Cow::Owned::<str>(seen.join(";")).into()
}
