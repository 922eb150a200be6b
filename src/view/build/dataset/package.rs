//! What the files for machines are.

use super::super::ViewContext;
use super::super::local::Local;
use crate::site::{Dataset, Subject};
use crate::view::{ColumnKind, DataPackage, Field, Heading, LicenceLine, Resource, TableSchema, headings};

/// The package of all files that hold data, in the words of the first language.
pub(super) fn package(context: &ViewContext<'_>) -> DataPackage {
    let local = context.local(context.shown.corpus().first_lang());
    let site = &local.corpus().site;
    let id = context.map.dataset_url(Dataset::Package);
    let about = |dataset: &Dataset| matches!(dataset, Dataset::Package | Dataset::ClaimSchema | Dataset::CitationFile);
    let files = context.map.datasets().into_iter().filter(|dataset| !about(dataset));
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
    let fields: Vec<Field> = dataset.csv().map(headings).unwrap_or_default().into_iter().map(field).collect();
    let path = dataset.out_path();
    let (format, mediatype) = match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "csv" => ("csv", "text/csv"),
        "jsonl" => ("jsonl", "application/x-ndjson"),
        "geojson" => ("geojson", "application/geo+json"),
        "bib" => ("bib", "application/x-bibtex"),
        "ris" => ("ris", "application/x-research-info-systems"),
        "parquet" => ("parquet", "application/vnd.apache.parquet"),
        "sqlite" => ("sqlite", "application/vnd.sqlite3"),
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
        encoding: (!dataset.is_binary()).then_some("utf-8"),
        schema: (!fields.is_empty()).then_some(TableSchema { fields, missing: [""] }),
        licenses: licence(local).into_iter().collect(),
    }
}

fn field(heading: Heading) -> Field {
    Field {
        name: heading.name,
        kind: match heading.kind {
            // A date that is known to its month alone is none to Frictionless.
            ColumnKind::Text | ColumnKind::Date => "string",
            ColumnKind::Count => "integer",
            ColumnKind::Number => "number",
            ColumnKind::Flag => "boolean",
        },
        description: heading.meaning,
    }
}

/// The host and the path of an address as the name of a package: `example.org-checks`.
fn name(base_url: &str) -> String {
    let address = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let allowed = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c.to_ascii_lowercase() } else { '-' };
    address.trim_end_matches('/').chars().map(allowed).collect()
}
