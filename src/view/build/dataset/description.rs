//! The files for machines as one `Dataset` of schema.org.

use super::super::local::Local;
use super::super::structured;
use super::{citation, package};
use crate::site::{Dataset, Subject};
use crate::view::{DataDescription, DataDownload, NodeId, SpatialPlace};

/// The data of the site, on the page that `subject` is.
pub(in crate::view::build) fn description(local: Local<'_, '_>, subject: Subject) -> DataDescription {
    let corpus = local.corpus();
    let title = local.text(&corpus.site.title);
    let files = local.context.map.datasets().into_iter().filter(|dataset| package::holds_data(*dataset));
    let outermost = corpus.places.iter().filter(|entry| entry.record.within.is_none());
    DataDescription {
        kind: "Dataset",
        id: format!("{}#data", local.context.map.permanent_url(&Subject::Home)),
        url: local.url(subject),
        name: local.say_with("data_title", &[("site", (&title).into())]),
        description: local.say_with("data_description", &[("site", (&title).into())]),
        in_language: corpus.site.languages.iter().map(ToString::to_string).collect(),
        creator: structured::author(local),
        publisher: NodeId { id: structured::publisher_id(local) },
        license: corpus.site.licence.as_ref().and_then(|licence| licence.url.clone()),
        is_accessible_for_free: true,
        date_modified: citation::released(local).map(|day| day.to_string()),
        temporal_coverage: period(local),
        spatial_coverage: outermost
            .map(|entry| SpatialPlace {
                kind: "Place",
                name: local.text(&entry.record.name),
                url: local.url(Subject::Place(entry.id.clone())),
            })
            .collect(),
        variable_measured: corpus.site.measures.iter().map(|(_, measure)| local.text(&measure.label)).collect(),
        distribution: files.map(|dataset| download(local, dataset)).collect(),
    }
}

fn download(local: Local<'_, '_>, dataset: Dataset) -> DataDownload {
    DataDownload {
        kind: "DataDownload",
        name: local.say_word("dataset", dataset.name()),
        description: local.say_word("dataset_text", dataset.name()),
        content_url: local.context.map.dataset_url(dataset),
        encoding_format: package::bare_media_type(dataset.out_path()),
    }
}

/// From the first day to the last on which something happened that a claim is about: `2019-12-16/2020-01-12`.
fn period(local: Local<'_, '_>) -> Option<String> {
    let claims = local.corpus().claims.iter().filter(|entry| !entry.record.draft);
    let dates: Vec<_> = claims.filter_map(|entry| entry.record.date).collect();
    let first = dates.iter().map(|date| date.first_day()).min()?;
    let last = dates.iter().map(|date| date.last_day()).max()?;
    Some(format!("{first}/{last}"))
}
