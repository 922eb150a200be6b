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
    column("id", Text, |r| (&*r.id).into()),
    column("language", Text, |r| (&*r.language).into()),
    column("title", Text, |r| r.title.as_deref().into()),
    column("claim", Text, |r| r.claim.as_deref().into()),
    column("summary", Text, |r| r.summary.as_deref().into()),
    column("verdict", Text, |r| (&*r.verdict.id).into()),
    column("verdict_label", Text, |r| (&*r.verdict.label).into()),
    column("layer", Text, |r| r.verdict.layer.into()),
    column("rating", Count, |r| r.verdict.rating.map(usize::from).into()),
    column("substance", Text, |r| r.substance.as_ref().map(|verdict| &*verdict.id).into()),
    column("said_by", Text, |r| {
        let by = r.said.iter().flat_map(|said| &said.by).map(named);
        joined(by.collect())
    }),
    column("said_in", Text, |r| joined(r.said.iter().filter_map(|said| said.document.id.as_deref()).collect())),
    column("said_on", Date, |r| Cell::date(&r.said[0].date)),
    column("date", Date, |r| Cell::date(&r.date)),
    column("event", Text, |r| r.event.as_ref().and_then(|event| event.id.as_deref()).into()),
    column("places", Text, |r| joined(r.places.iter().filter_map(|place| place.id.as_deref()).collect())),
    column("independent_origins", Count, |r| r.basis.independent_origins.into()),
    column("camps", Count, |r| r.basis.camps.into()),
    column("publications", Count, |r| r.basis.publications.into()),
    column("unknown_publications", Count, |r| r.basis.unknown_publications.into()),
    column("evidence_against", Flag, |r| r.basis.evidence_against.into()),
    column("evidence", Count, |r| r.evidence.len().into()),
    column("published", Date, |r| Cell::date(&r.published)),
    column("modified", Date, |r| Cell::date(&r.modified)),
    column("retracted", Flag, |r| r.revisions.iter().any(|change| change.kind == "retraction").into()),
    column("url", Text, |r| (&*r.url).into()),
];

type EvidenceCell = for<'r> fn(&'r ClaimRecord, usize, &'r EvidenceFacts) -> Cell<'r>;

/// The columns of the table of evidence: a row a piece, counted from 1 within its claim.
pub const EVIDENCE_COLUMNS: &[Column<EvidenceCell>] = &[
    column("claim", Text, |r, _, _| (&*r.id).into()),
    column("position", Count, |_, at, _| at.into()),
    column("document", Text, |_, _, e| e.document.id.as_deref().into()),
    column("publisher", Text, |_, _, e| named(&e.document.publisher).into()),
    column("document_kind", Text, |_, _, e| e.document.kind.into()),
    column("document_language", Text, |_, _, e| (&*e.document.language).into()),
    column("document_date", Date, |_, _, e| Cell::date(&e.document.date)),
    column("stance", Text, |_, _, e| e.stance.into()),
    column("layer", Text, |_, _, e| e.layer.into()),
    column("sees", Text, |_, _, e| e.sees.into()),
    column("origins", Text, |_, _, e| joined(e.origins.iter().map(origin).collect())),
    column("quotations", Count, |_, _, e| e.quotations.len().into()),
    column("url", Text, |_, _, e| e.document.url.as_deref().into()),
    column("archived", Text, |_, _, e| e.document.archived.as_ref().map(|archived| &*archived.url).into()),
];

type FigureCell = for<'r> fn(&'r ClaimRecord, Option<(usize, &'r EvidenceFacts)>, &'r FigureFacts) -> Cell<'r>;

/// The columns of the table of figures: a row a figure of a claim or of its evidence.
pub const FIGURE_COLUMNS: &[Column<FigureCell>] = &[
    column("claim", Text, |r, _, _| (&*r.id).into()),
    column("evidence", Count, |_, e, _| e.map(|(at, _)| at).into()),
    column("document", Text, |r, e, _| {
        e.map_or(&r.said[0].document.id, |(_, evidence)| &evidence.document.id).as_deref().into()
    }),
    column("measure", Text, |_, _, f| (&*f.measure).into()),
    column("of", Text, |_, _, f| f.of.as_deref().into()),
    column("qualifier", Text, |_, _, f| f.qualifier.into()),
    column("stated", Number, |_, _, f| f.stated.into()),
    column("low", Number, |_, _, f| f.low.into()),
    column("high", Number, |_, _, f| f.high.into()),
    column("unit", Text, |_, _, f| f.unit.into()),
    column("from", Date, |_, _, f| Cell::date(&f.from)),
    column("to", Date, |_, _, f| Cell::date(&f.to)),
    column("window", Text, |_, _, f| f.window.into()),
    column("place", Text, |_, _, f| f.place.as_deref().into()),
    column("derived", Flag, |_, _, f| f.derived.into()),
];

type SourceCell = for<'r> fn(&'r SourceFacts) -> Cell<'r>;

/// The columns of the table of sources: a row a source and language; private persons have none.
pub const SOURCE_COLUMNS: &[Column<SourceCell>] = &[
    column("id", Text, |s| (&*s.id).into()),
    column("language", Text, |s| (&*s.language).into()),
    column("name", Text, |s| (&*s.name).into()),
    column("short_name", Text, |s| (&*s.short_name).into()),
    column("kind", Text, |s| s.kind.into()),
    column("country", Text, |s| (&*s.country).into()),
    column("owner", Text, |s| (&*s.owner).into()),
    column("member_of", Text, |s| (&*s.member_of).into()),
    column("party", Text, |s| (&*s.party).into()),
    column("alignment", Text, |s| (&*s.alignment).into()),
    column("claims", Count, |s| s.claims.into()),
    column("homepage", Text, |s| (&*s.homepage).into()),
    column("url", Text, |s| (&*s.url).into()),
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
