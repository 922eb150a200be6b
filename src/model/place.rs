//! Places.

use super::field::Field;
use super::id::{FormerId, PlaceId};
use super::node::Node;
use super::reader::{Reader, record, words};
use super::rules;
use super::shape::Shape;
use super::short_text::ShortText;

record! {
    /// A named place.
    Place {
        /// Its name, by language.
        "name" name: ShortText,
        /// Other names and spellings.
        "aliases" aliases: Vec<String>,
        /// What sort of place it is.
        "kind" kind: Option<PlaceKind>,
        /// The place that contains it.
        "within" within: Option<PlaceId>,
        /// How precisely its name says where; after the classes of the UCDP's `where_prec`.
        "precision" precision: Precision,
        /// A point for maps, where one is supported.
        "point" point: Option<Point>,
        /// Where the point comes from, or why there is none.
        "basis" basis: Option<ShortText>,
        /// Earlier ids, which become redirects.
        "former" former: Vec<FormerId>,
    }
}

words! {
    /// What sort of place it is.
    PlaceKind {
        /// A village.
        Village = "village",
        /// A town.
        Town = "town",
        /// A city.
        City = "city",
        /// A district or another part of a province.
        District = "district",
        /// A province.
        Province = "province",
        /// A region without borders of its own in law.
        Region = "region",
        /// A country.
        Country = "country",
        /// A border.
        Border = "border",
    }
}

words! {
    /// How precisely a name says where.
    Precision {
        /// The place itself.
        Exact = "exact",
        /// Within a few kilometres.
        Near = "near",
        /// A district.
        District = "district",
        /// A province.
        Province = "province",
        /// A region.
        Region = "region",
        /// A country.
        Country = "country",
        /// Along a line, such as a border or a road.
        Line = "line",
    }
}

record! {
    /// A point on the map, in degrees (WGS 84).
    Point {
        /// The latitude, from -90 to 90.
        "lat" lat: Latitude,
        /// The longitude, from -180 to 180.
        "lon" lon: Longitude,
        /// The radius in kilometres within which the place lies.
        "radius-km" radius_km: Option<f64>,
    }
}

macro_rules! degrees {
    ($(#[doc = $meaning:literal])+ $name:ident, $limit:literal) => {
        $(#[doc = $meaning])+
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name(f64);

        impl $name {
            /// The degrees.
            pub fn degrees(self) -> f64 {
                self.0
            }
        }

        impl Field for $name {
            fn shape() -> Shape {
                Shape::Number
            }

            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                let degrees = f64::read(node, reader)?;
                if degrees.abs() > $limit {
                    let message = format!("{degrees} degrees is outside -{0} to {0}", $limit);
                    let help = "write degrees with decimals; south and west are negative";
                    reader.report(&rules::BAD_RANGE, message, &[help]);
                    return None;
                }
                Some(Self(degrees))
            }
        }
    };
}

degrees! {
    /// Degrees north of the equator.
    Latitude, 90.0
}

degrees! {
    /// Degrees east of Greenwich.
    Longitude, 180.0
}
