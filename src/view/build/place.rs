//! The page of one place.

use super::context::Rows;
use super::list::listing;
use super::local::Local;
use super::prose::Prose;
use crate::corpus::Entry;
use crate::model::{EventId, Place, PlaceId, Point};
use crate::site::ClaimList;
use crate::text::format;
use crate::view::{EventLine, Fact, PlacePage};

/// Places lie in one another a few levels deep; a circle is reported when records are joined.
const DEEPEST: usize = 16;

/// Events named on the page of a place.
const EVENTS: usize = 50;

/// The page of one place.
pub(super) fn page(local: Local<'_, '_>, rows: &Rows<'_>, entry: &Entry<Place>) -> PlacePage {
    let place = &entry.record;
    let corpus = local.corpus();
    let links = corpus.places.position(&entry.id).map(|at| corpus.backlinks.place(at));
    let mut prose = Prose::new(local);
    let body = prose.body(entry);
    PlacePage {
        name: local.text(&place.name),
        names: local.other_names(&place.name, &place.aliases),
        sentence: local.place_sentence(&entry.id, place),
        facts: facts(local, entry),
        inner: links.into_iter().flat_map(|links| &links.parts).map(|id| local.place_link(id)).collect(),
        body,
        references: prose.references(),
        events: events(local, links.into_iter().flat_map(|links| &links.events).collect()),
        claims: listing(local, rows, &ClaimList::Place(entry.id.clone())),
    }
}

/// Events, the newest first.
fn events(local: Local<'_, '_>, mut ids: Vec<&EventId>) -> Vec<EventLine> {
    let events = &local.corpus().events;
    ids.sort_by_cached_key(|id| std::cmp::Reverse((events.get(id).and_then(|entry| entry.record.from), *id)));
    ids.into_iter().take(EVENTS).filter_map(|id| local.event_line(id)).collect()
}

fn facts(local: Local<'_, '_>, entry: &Entry<Place>) -> Vec<Fact> {
    let place = &entry.record;
    let within = local.around(&entry.id).into_iter().map(|id| local.place_link(id)).collect();
    let facts = [
        local.fact_links("fact_within", within),
        local.fact_text("fact_precision", Some(local.say_word("precision", place.precision.word()))),
        local.fact_text("fact_point", place.point.as_ref().map(|point| coordinates(local, point))),
        local.fact_text("fact_basis", place.basis.as_ref().map(|text| local.text(text))),
    ];
    facts.into_iter().flatten().collect()
}

/// A point in words: “35.807° N, 36.767° E, to within 1.5 km”.
fn coordinates(local: Local<'_, '_>, point: &Point) -> String {
    let degrees = |degrees: f64, [positive, negative]: [&str; 2]| {
        // Three decimals are some hundred metres; a place is not known better than that.
        let digits = format!("{:.3}", degrees.abs());
        let mark = format::number(0.5, local.lang());
        let digits = digits.replace('.', mark.trim_matches(|c: char| c.is_ascii_digit()));
        local.say_with(if degrees < 0.0 { negative } else { positive }, &[("n", (&digits).into())])
    };
    let lat = degrees(point.lat.degrees(), ["degrees_north", "degrees_south"]);
    let lon = degrees(point.lon.degrees(), ["degrees_east", "degrees_west"]);
    match point.radius_km {
        Some(radius) => {
            let radius = format::number(radius, local.lang());
            let named = [("lat", (&lat).into()), ("lon", (&lon).into()), ("radius", (&radius).into())];
            local.say_with("point_radius", &named)
        }
        None => local.say_with("point", &[("lat", (&lat).into()), ("lon", (&lon).into())]),
    }
}

impl<'c> Local<'c, '_> {
    /// The places that contain a place, the smallest first.
    pub fn around(self, id: &PlaceId) -> Vec<&'c PlaceId> {
        let within = |id: &PlaceId| self.corpus().places.get(id).and_then(|entry| entry.record.within.as_ref());
        std::iter::successors(within(id), |id| within(id)).take(DEEPEST).collect()
    }

    /// What and where a place is: “Village: canton of Saraqib, Idlib province, Syria”.
    pub fn place_sentence(self, id: &PlaceId, place: &Place) -> String {
        let kind =
            place.kind.map_or_else(|| self.say("place_kind_place"), |kind| self.say_word("place_kind", kind.word()));
        let around: Vec<String> = self.around(id).into_iter().map(|id| self.place_link(id).text).collect();
        if around.is_empty() {
            return self.say_with("place_sentence_alone", &[("kind", (&kind).into())]);
        }
        let within = around.join(", ");
        self.say_with("place_sentence", &[("kind", (&kind).into()), ("within", (&within).into())])
    }
}
