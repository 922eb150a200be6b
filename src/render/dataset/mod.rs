//! The bytes of files for machines.

mod citation;
mod csv;
mod turtle;
#[cfg(feature = "tables")]
mod typed;
#[cfg(not(feature = "tables"))]
#[path = "untyped.rs"]
mod typed;

use serde::Serialize;

use crate::citation::CitationFormat;
use crate::site::{self, Table};
use crate::view::{ClaimRecord, Dataset, OEmbed, headings, source_row, table_rows};

pub use typed::{TypedFile, TypedRows};

/// What the file of a claim holds, as a JSON Schema.
const CLAIM_SCHEMA: &str = include_str!("claim.schema.json");

/// A file for machines without its claims: what stands before them, between two of them, and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framed {
    /// The beginning; of a file that is written at once, all of it.
    pub opening: Vec<u8>,
    /// What stands between two entries.
    pub between: &'static str,
    /// The end.
    pub closing: &'static str,
}

impl Framed {
    fn whole(opening: Vec<u8>) -> Self {
        Self { opening, between: "", closing: "" }
    }
}

/// What oEmbed says of a claim.
pub fn oembed(answer: &OEmbed) -> Vec<u8> {
    pretty(answer)
}

/// A file for machines without its claims; all of it if it has none.
pub fn dataset(dataset: &Dataset) -> Framed {
    match dataset {
        Dataset::Claims => Framed::whole(Vec::new()),
        Dataset::ClaimTable => header(Table::Claims),
        Dataset::EvidenceTable => header(Table::Evidence),
        Dataset::FigureTable => header(Table::Figures),
        Dataset::SourceTable(sources) => {
            let mut framed = header(Table::Sources);
            for source in sources {
                csv::row(&mut framed.opening, source_row(source));
            }
            framed
        }
        // It is made of rows and has no beginning of its own.
        Dataset::Typed(_) => Framed::whole(Vec::new()),
        Dataset::Places(places) => Framed::whole(pretty(places)),
        Dataset::Quotations(page) => list(page),
        Dataset::Reviews(feed) => list(feed),
        Dataset::ClaimSearch(answer) => list(answer),
        Dataset::Provenance(nodes) => Framed::whole(turtle::opening(nodes)),
        Dataset::Citations(CitationFormat::Csl) => {
            Framed { opening: b"[\n".to_vec(), between: BETWEEN, closing: "\n]\n" }
        }
        Dataset::Citations(CitationFormat::Bibtex | CitationFormat::Ris) => Framed::whole(Vec::new()),
        Dataset::Documents(items) => Framed::whole(pretty(items)),
        Dataset::CitationFile(file) => Framed::whole(citation::file(file)),
        Dataset::ClaimSchema => Framed::whole(CLAIM_SCHEMA.as_bytes().to_vec()),
        Dataset::Package(package) => Framed::whole(pretty(package)),
    }
}

/// What a claim adds to a file for machines that is written claim by claim; nothing to the others.
pub fn entry(dataset: site::Dataset, record: &ClaimRecord, out: &mut Vec<u8>) {
    match dataset {
        site::Dataset::Claims => out.extend(self::record(record)),
        site::Dataset::ClaimTable => rows(Table::Claims, record, out),
        site::Dataset::EvidenceTable => rows(Table::Evidence, record, out),
        site::Dataset::FigureTable => rows(Table::Figures, record, out),
        site::Dataset::Quotations => record.annotations.iter().for_each(|found| item(out, &compact(found))),
        site::Dataset::Reviews => record.feed_item().iter().for_each(|found| item(out, &compact(found))),
        site::Dataset::ClaimSearch => record.found_claim().iter().for_each(|found| item(out, &compact(found))),
        site::Dataset::Provenance => turtle::nodes(&record.provenance, out),
        site::Dataset::Citations => cite(CitationFormat::Csl, record, out),
        site::Dataset::CitationsBibtex => cite(CitationFormat::Bibtex, record, out),
        site::Dataset::CitationsRis => cite(CitationFormat::Ris, record, out),
        site::Dataset::SourceTable
        | site::Dataset::Parquet(_)
        | site::Dataset::Database
        | site::Dataset::Places
        | site::Dataset::Documents
        | site::Dataset::CitationFile
        | site::Dataset::ClaimSchema
        | site::Dataset::Package => {}
    }
}

fn header(table: Table) -> Framed {
    Framed::whole(csv::header(&headings(table)))
}

fn rows(table: Table, record: &ClaimRecord, out: &mut Vec<u8>) {
    table_rows(table, record, |cells| csv::row(out, cells));
}

fn cite(format: CitationFormat, record: &ClaimRecord, out: &mut Vec<u8>) {
    let Some(work) = &record.citation else { return };
    let entry = format.entry(work);
    match format {
        CitationFormat::Csl => item(out, entry.as_bytes()),
        CitationFormat::Bibtex | CitationFormat::Ris => out.extend(entry.into_bytes()),
    }
}

/// An item of a list in JSON, behind those of the same claim.
fn item(out: &mut Vec<u8>, bytes: &[u8]) {
    if !out.is_empty() {
        out.extend(BETWEEN.as_bytes());
    }
    out.extend(bytes);
}

/// The file of one claim in one language: a line.
pub fn record(record: &ClaimRecord) -> Vec<u8> {
    let mut bytes = compact(record);
    bytes.push(b'\n');
    bytes
}

/// What stands between two items of a list in JSON, one a line.
const BETWEEN: &str = ",\n";

/// An object whose last field is a list without items, open where they come later.
fn list(object: &impl Serialize) -> Framed {
    let mut opening = compact(object);
    let items = opening.len().saturating_sub("]}".len());
    opening.truncate(items);
    opening.push(b'\n');
    Framed { opening, between: BETWEEN, closing: "\n]}\n" }
}

fn compact(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("views have text as keys, and a Vec takes everything")
}

fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("views have text as keys, and a Vec takes everything");
    bytes.push(b'\n');
    bytes
}
