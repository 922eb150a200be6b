//! The files for machines, for readers.

use super::super::citation;
use super::super::local::Local;
use super::package;
use crate::site::{Dataset, Subject};
use crate::view::{Catalogue, DataColumn, DataFile, DataValue, FieldValue, Link};

/// All files, in the words of the page that `subject` is.
pub(in crate::view::build) fn catalogue(local: Local<'_, '_>, subject: Subject) -> Catalogue {
    let licence = local.corpus().site.licence.as_ref();
    let own = Dataset::CitationFile;
    Catalogue {
        files: local.context.map.datasets().into_iter().map(|dataset| file(local, dataset)).collect(),
        licence: licence.map(|licence| Link {
            text: licence.name.clone(),
            href: licence.url.clone(),
            ..Link::default()
        }),
        references: citation::of_data(local, subject),
        citation_file: Link::to(own.out_path(), local.context.map.dataset_path(own)),
    }
}

fn file(local: Local<'_, '_>, dataset: Dataset) -> DataFile {
    let path = dataset.out_path();
    let value = |value: FieldValue| DataValue { word: value.word, meaning: value.meaning };
    let column = |field: crate::view::Field| DataColumn {
        name: field.name.to_owned(),
        kind: local.say_word("column_kind", field.kind),
        meaning: field.description,
        values: field.constraints.values.into_iter().map(value).collect(),
    };
    DataFile {
        anchor: format!("file-{}", dataset.name()),
        title: local.say_word("dataset", dataset.name()),
        link: Link::to(path, local.context.map.dataset_path(dataset)),
        media: package::bare_media_type(path).to_owned(),
        text: local.say_word("dataset_text", dataset.name()),
        keys: keys(local, dataset),
        caption: local.say_with("data_columns", &[("file", path.into())]),
        columns: package::columns(local, dataset).into_iter().map(column).collect(),
    }
}

fn keys(local: Local<'_, '_>, dataset: Dataset) -> Vec<String> {
    let primary = package::primary_key(dataset);
    let apart = local.list(primary);
    let apart = (!primary.is_empty()).then(|| local.say_with("data_key_primary", &[("columns", (&apart).into())]));
    let foreign = package::foreign_keys(dataset).iter().map(|(column, other, target)| {
        let words = [("column", (*column).into()), ("target", (*target).into()), ("file", other.out_path().into())];
        local.say_with("data_key_foreign", &words)
    });
    apart.into_iter().chain(foreign).collect()
}
