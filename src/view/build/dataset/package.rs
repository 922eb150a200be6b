//! What the files for machines are.

use super::super::ViewContext;
use super::super::local::Local;
use super::vocabulary;
use crate::site::{Dataset, Subject, Table, serving};
use crate::view::{
    ColumnKind, Constraints, DataPackage, Field, ForeignKey, Heading, KeyReference, LicenceLine, Resource, TableSchema,
    headings,
};

/// The package of all files that hold data, in the words of the first language.
pub(super) fn package(context: &ViewContext<'_>) -> DataPackage {
    let local = context.local(context.shown.corpus().first_lang());
    let site = &local.corpus().site;
    let id = context.map.dataset_url(Dataset::Package);
    let files = context.map.datasets().into_iter().filter(|dataset| holds_data(*dataset));
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

/// Whether a file holds data, and not what is to be known of them.
pub(super) fn holds_data(dataset: Dataset) -> bool {
    !matches!(dataset, Dataset::Package | Dataset::ClaimSchema | Dataset::CitationFile)
}

/// The licence of the site.
pub(super) fn licence(local: Local<'_, '_>) -> Option<LicenceLine> {
    let licence = local.corpus().site.licence.as_ref()?;
    let name = licence.name.split_whitespace().collect::<Vec<_>>().join("-");
    Some(LicenceLine { name, title: licence.name.clone(), path: licence.url.clone() })
}

fn resource(local: Local<'_, '_>, dataset: Dataset) -> Resource {
    let fields = columns(local, dataset);
    let path = dataset.out_path();
    Resource {
        name: dataset.name(),
        path: path.strip_prefix("data/").unwrap_or(path).to_owned(),
        profile: if fields.is_empty() { "data-resource" } else { "tabular-data-resource" },
        title: local.say_word("dataset", dataset.name()),
        description: local.say_word("dataset_text", dataset.name()),
        format: path.rsplit('.').next().unwrap_or_default().to_owned(),
        mediatype: bare_media_type(path),
        encoding: (!dataset.is_binary()).then_some("utf-8"),
        schema: (!fields.is_empty()).then(|| schema(dataset, fields)),
        licenses: licence(local).into_iter().collect(),
    }
}

/// The media type of a file, without its parameters.
pub(super) fn bare_media_type(path: &str) -> &'static str {
    serving::media_type(path).split(';').next().unwrap_or_default()
}

/// What a column of a table means.
pub(super) fn meaning(local: Local<'_, '_>, table: Table, heading: Heading) -> String {
    local.say(&format!("column_{}_{}", table.name(), heading.name))
}

/// The columns of a file that is a table as text; none of others.
pub(super) fn columns(local: Local<'_, '_>, dataset: Dataset) -> Vec<Field> {
    let Some(table) = dataset.csv() else { return Vec::new() };
    let field = |heading: Heading| Field {
        name: heading.name,
        kind: match heading.kind {
            // A date that is known to its month alone is none to Frictionless.
            ColumnKind::Text | ColumnKind::Date => "string",
            ColumnKind::Count => "integer",
            ColumnKind::Number => "number",
            ColumnKind::Flag => "boolean",
        },
        description: meaning(local, table, heading),
        constraints: Constraints { values: vocabulary::values(local, table, heading.name) },
    };
    headings(table).into_iter().map(field).collect()
}

/// What tells the rows of a table apart.
pub(super) fn primary_key(dataset: Dataset) -> &'static [&'static str] {
    match dataset {
        Dataset::ClaimTable | Dataset::SourceTable => &["id", "language"],
        Dataset::EvidenceTable => &["claim", "position"],
        // A document may give the same figure twice.
        _ => &[],
    }
}

/// The columns of a table whose values stand in a column of another.
pub(super) fn foreign_keys(dataset: Dataset) -> &'static [(&'static str, Dataset, &'static str)] {
    match dataset {
        Dataset::EvidenceTable | Dataset::FigureTable => &[("claim", Dataset::ClaimTable, "id")],
        _ => &[],
    }
}

fn schema(dataset: Dataset, fields: Vec<Field>) -> TableSchema {
    let foreign = |(column, resource, field): &(&'static str, Dataset, &'static str)| ForeignKey {
        fields: [*column],
        reference: KeyReference { resource: resource.name(), fields: [*field] },
    };
    TableSchema {
        fields,
        missing: [""],
        primary_key: primary_key(dataset),
        foreign_keys: foreign_keys(dataset).iter().map(foreign).collect(),
    }
}

/// The host and the path of an address as the name of a package: `example.org-checks`.
fn name(base_url: &str) -> String {
    let address = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let allowed = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c.to_ascii_lowercase() } else { '-' };
    address.trim_end_matches('/').chars().map(allowed).collect()
}
