//! What the files for machines are.

use super::super::ViewContext;
use super::super::local::Local;
use crate::site::{Dataset, Subject};
use crate::view::{
    CLAIM_COLUMNS, Column, ColumnKind, DataPackage, EVIDENCE_COLUMNS, FIGURE_COLUMNS, Field, LicenceLine, Resource,
    SOURCE_COLUMNS, TableSchema,
};

/// The package of all files that hold data, in the words of the first language.
pub(super) fn package(context: &ViewContext<'_>) -> DataPackage {
    let local = context.local(context.shown.corpus().first_lang());
    let site = &local.corpus().site;
    let id = context.map.dataset_url(Dataset::Package);
    let about = |dataset: &Dataset| matches!(dataset, Dataset::Package | Dataset::ClaimSchema | Dataset::CitationFile);
    let files = Dataset::ALL.into_iter().filter(|dataset| !about(dataset));
    DataPackage {
        profile: "data-package",
        name: name(&site.base_url),
        id,
        title: local.text(&site.title),
        description: local.text(&site.description),
        homepage: local.url(Subject::Home),
        licenses: licence(local).into_iter().collect(),
        resources: files.map(|dataset| resource(local, dataset)).collect(),
    }
}

/// The licence of the site.
pub(super) fn licence(local: Local<'_, '_>) -> Option<LicenceLine> {
    let licence = local.corpus().site.licence.as_ref()?;
    let name = licence.name.split_whitespace().collect::<Vec<_>>().join("-");
    Some(LicenceLine { name, title: licence.name.clone(), path: licence.url.clone() })
}

fn resource(local: Local<'_, '_>, dataset: Dataset) -> Resource {
    let fields = columns(dataset);
    let path = dataset.out_path();
    let (format, mediatype) = match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "csv" => ("csv", "text/csv"),
        "jsonl" => ("jsonl", "application/x-ndjson"),
        "geojson" => ("geojson", "application/geo+json"),
        "bib" => ("bib", "application/x-bibtex"),
        "ris" => ("ris", "application/x-research-info-systems"),
        _ => ("json", "application/json"),
    };
    Resource {
        name: dataset.name(),
        path: path.strip_prefix("data/").unwrap_or(path).to_owned(),
        profile: if fields.is_empty() { "data-resource" } else { "tabular-data-resource" },
        title: local.say_word("dataset", dataset.name()),
        description: local.say_word("dataset_text", dataset.name()),
        format: format.to_owned(),
        mediatype,
        encoding: "utf-8",
        schema: (!fields.is_empty()).then_some(TableSchema { fields, missing: [""] }),
        licenses: licence(local).into_iter().collect(),
    }
}

fn columns(dataset: Dataset) -> Vec<Field> {
    match dataset {
        Dataset::ClaimTable => fields(CLAIM_COLUMNS),
        Dataset::EvidenceTable => fields(EVIDENCE_COLUMNS),
        Dataset::FigureTable => fields(FIGURE_COLUMNS),
        Dataset::SourceTable => fields(SOURCE_COLUMNS),
        Dataset::Claims
        | Dataset::Places
        | Dataset::Quotations
        | Dataset::Citations
        | Dataset::CitationsBibtex
        | Dataset::CitationsRis
        | Dataset::Documents
        | Dataset::CitationFile
        | Dataset::ClaimSchema
        | Dataset::Package => Vec::new(),
    }
}

fn fields<F>(columns: &[Column<F>]) -> Vec<Field> {
    let field = |column: &Column<F>| Field {
        name: column.name,
        kind: match column.kind {
            ColumnKind::Text => "string",
            ColumnKind::Count => "integer",
            ColumnKind::Number => "number",
            ColumnKind::Flag => "boolean",
        },
        description: column.meaning,
    };
    columns.iter().map(field).collect()
}

/// The host and the path of an address as the name of a package: `example.org-checks`.
fn name(base_url: &str) -> String {
    let address = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let allowed = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c.to_ascii_lowercase() } else { '-' };
    address.trim_end_matches('/').chars().map(allowed).collect()
}
