//! The tables: their columns, each with what stands in it.

use std::borrow::Cow;

use super::record::{ClaimRecord, EvidenceFacts, FigureFacts, Named, OriginFacts};

/// A column; `cell` gives its text, empty where there is none. The words of each language say what it means.
#[derive(Clone, Copy, Debug)]
pub struct Column<F> {
    /// Its name.
    pub name: &'static str,
    /// What its values are.
    pub kind: ColumnKind,
    /// The text of a row.
    pub cell: F,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text; a date that may be known only to its month or year is text too.
    Text,
    /// A whole number.
    Count,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
}

impl ColumnKind {
    /// The word for it, as data packages have it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Count => "integer",
            Self::Number => "number",
            Self::Flag => "boolean",
        }
    }
}

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

type Cell<'r> = Cow<'r, str>;

const fn column<F>(name: &'static str, kind: ColumnKind, cell: F) -> Column<F> {
    Column { name, kind, cell }
}

use ColumnKind::{Count, Flag, Number, Text};

type ClaimCell = for<'r> fn(&'r ClaimRecord) -> Cell<'r>;

/// The columns of the table of claims: a row a claim and language.
pub const CLAIM_COLUMNS: &[Column<ClaimCell>] = &[
    column("id", Text, |r| (&r.id).into()),
    column("language", Text, |r| (&r.language).into()),
    column("title", Text, |r| text(&r.title)),
    column("claim", Text, |r| text(&r.claim)),
    column("summary", Text, |r| text(&r.summary)),
    column("verdict", Text, |r| (&r.verdict.id).into()),
    column("verdict_label", Text, |r| (&r.verdict.label).into()),
    column("layer", Text, |r| r.verdict.layer.into()),
    column("rating", Count, |r| r.verdict.rating.map_or_else(Cell::default, |rating| rating.to_string().into())),
    column("substance", Text, |r| r.substance.as_ref().map_or_else(Cell::default, |verdict| (&verdict.id).into())),
    column("said_by", Text, |r| {
        let by = r.said.iter().flat_map(|said| &said.by).map(named);
        joined(by.collect())
    }),
    column("said_in", Text, |r| joined(r.said.iter().filter_map(|said| said.document.id.as_deref()).collect())),
    column("said_on", Text, |r| text(&r.said[0].date)),
    column("date", Text, |r| text(&r.date)),
    column("event", Text, |r| r.event.as_ref().and_then(|event| event.id.as_deref()).unwrap_or_default().into()),
    column("places", Text, |r| joined(r.places.iter().filter_map(|place| place.id.as_deref()).collect())),
    column("independent_origins", Count, |r| r.basis.independent_origins.to_string().into()),
    column("camps", Count, |r| r.basis.camps.to_string().into()),
    column("publications", Count, |r| r.basis.publications.to_string().into()),
    column("unknown_publications", Count, |r| r.basis.unknown_publications.to_string().into()),
    column("evidence_against", Flag, |r| r.basis.evidence_against.to_string().into()),
    column("evidence", Count, |r| r.evidence.len().to_string().into()),
    column("published", Text, |r| text(&r.published)),
    column("modified", Text, |r| text(&r.modified)),
    column("retracted", Flag, |r| r.revisions.iter().any(|change| change.kind == "retraction").to_string().into()),
    column("url", Text, |r| (&r.url).into()),
];

type EvidenceCell = for<'r> fn(&'r ClaimRecord, usize, &'r EvidenceFacts) -> Cell<'r>;

/// The columns of the table of evidence: a row a piece, counted from 1 within its claim.
pub const EVIDENCE_COLUMNS: &[Column<EvidenceCell>] = &[
    column("claim", Text, |r, _, _| (&r.id).into()),
    column("position", Count, |_, at, _| at.to_string().into()),
    column("document", Text, |_, _, e| text(&e.document.id)),
    column("publisher", Text, |_, _, e| named(&e.document.publisher).into()),
    column("document_kind", Text, |_, _, e| e.document.kind.into()),
    column("document_language", Text, |_, _, e| (&e.document.language).into()),
    column("document_date", Text, |_, _, e| text(&e.document.date)),
    column("stance", Text, |_, _, e| e.stance.into()),
    column("layer", Text, |_, _, e| e.layer.into()),
    column("sees", Text, |_, _, e| e.sees.into()),
    column("origins", Text, |_, _, e| joined(e.origins.iter().map(origin).collect())),
    column("quotations", Count, |_, _, e| e.quotations.len().to_string().into()),
    column("url", Text, |_, _, e| text(&e.document.url)),
];

type FigureCell = for<'r> fn(&'r ClaimRecord, Option<(usize, &'r EvidenceFacts)>, &'r FigureFacts) -> Cell<'r>;

/// The columns of the table of figures: a row a figure of a claim or of its evidence.
pub const FIGURE_COLUMNS: &[Column<FigureCell>] = &[
    column("claim", Text, |r, _, _| (&r.id).into()),
    column("evidence", Count, |_, e, _| e.map_or_else(Cell::default, |(at, _)| at.to_string().into())),
    column("document", Text, |r, e, _| text(e.map_or(&r.said[0].document.id, |(_, evidence)| &evidence.document.id))),
    column("measure", Text, |_, _, f| (&f.measure).into()),
    column("of", Text, |_, _, f| text(&f.of)),
    column("qualifier", Text, |_, _, f| f.qualifier.into()),
    column("stated", Number, |_, _, f| f.stated.map_or_else(Cell::default, |number| number.to_string().into())),
    column("low", Number, |_, _, f| f.low.map_or_else(Cell::default, |number| number.to_string().into())),
    column("high", Number, |_, _, f| f.high.map_or_else(Cell::default, |number| number.to_string().into())),
    column("unit", Text, |_, _, f| f.unit.unwrap_or_default().into()),
    column("from", Text, |_, _, f| text(&f.from)),
    column("to", Text, |_, _, f| text(&f.to)),
    column("window", Text, |_, _, f| f.window.into()),
    column("place", Text, |_, _, f| text(&f.place)),
    column("derived", Flag, |_, _, f| f.derived.to_string().into()),
];

type SourceCell = for<'r> fn(&'r SourceFacts) -> Cell<'r>;

/// The columns of the table of sources: a row a source and language; private persons have none.
pub const SOURCE_COLUMNS: &[Column<SourceCell>] = &[
    column("id", Text, |s| (&s.id).into()),
    column("language", Text, |s| (&s.language).into()),
    column("name", Text, |s| (&s.name).into()),
    column("short_name", Text, |s| (&s.short_name).into()),
    column("kind", Text, |s| s.kind.into()),
    column("country", Text, |s| (&s.country).into()),
    column("owner", Text, |s| (&s.owner).into()),
    column("member_of", Text, |s| (&s.member_of).into()),
    column("party", Text, |s| (&s.party).into()),
    column("alignment", Text, |s| (&s.alignment).into()),
    column("claims", Count, |s| s.claims.to_string().into()),
    column("homepage", Text, |s| (&s.homepage).into()),
    column("url", Text, |s| (&s.url).into()),
];

fn text(value: &Option<String>) -> Cell<'_> {
    value.as_deref().unwrap_or_default().into()
}

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
    seen.join(";").into()
}
