//! The places on the map.

use super::super::ViewContext;
use crate::corpus::Entry;
use crate::model::{Place, PlaceKind};
use crate::site::{ClaimList, Subject};
use crate::view::{Feature, FeatureCollection, PlaceFacts, Point};

/// All places, by id.
pub(super) fn collection(context: &ViewContext<'_>) -> FeatureCollection {
    let places = &context.shown.corpus().places;
    FeatureCollection {
        kind: "FeatureCollection",
        features: places.iter().map(|entry| feature(context, entry)).collect(),
    }
}

fn feature(context: &ViewContext<'_>, entry: &Entry<Place>) -> Feature {
    let place = &entry.record;
    let names = place.name.texts(context.shown.corpus().first_lang());
    let point = place.point.as_ref();
    Feature {
        kind: "Feature",
        id: entry.id.to_string(),
        geometry: point.map(|point| Point { kind: "Point", coordinates: [point.lon.degrees(), point.lat.degrees()] }),
        properties: PlaceFacts {
            names: names.into_iter().map(|(lang, name)| (lang.to_string(), name.trim().to_owned())).collect(),
            aliases: place.aliases.clone(),
            kind: place.kind.map(PlaceKind::word),
            within: place.within.as_ref().map(ToString::to_string),
            precision: place.precision.word(),
            radius_km: point.and_then(|point| point.radius_km),
            claims: context.map.claims(&ClaimList::Place(entry.id.clone())).len(),
            url: context.local(context.shown.corpus().first_lang()).url(Subject::Place(entry.id.clone())),
        },
    }
}
