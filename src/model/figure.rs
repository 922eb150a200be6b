//! Figures: typed quantities.

use std::hash::{Hash, Hasher};

use super::field::Field;
use super::id::{MeasureId, PlaceId, PopulationId};
use super::node::Node;
use super::reader::{Reader, record, words};
use super::rules;
use super::shape::Shape;
use super::short_text::ShortText;
use crate::text::PartialDate;
use crate::text::quantity::Quantity;

record! {
    /// A quantity with everything that is needed to compare it.
    Figure {
        /// What is counted or measured: a measure of `site.yaml`.
        "measure" measure: MeasureId,
        /// Of whom: a population of `site.yaml`.
        "of" of: Option<PopulationId>,
        /// The quantity as said: a number, or words such as “au moins 8”.
        "value" value: Quantity,
        /// The unit, if not the measure's own.
        "unit" unit: Option<Unit>,
        /// The first day of the period it covers.
        "from" from: Option<PartialDate>,
        /// The last day of the period it covers.
        "to" to: Option<PartialDate>,
        /// The day it covers, instead of `from` and `to`.
        "date" date: Option<PartialDate>,
        /// How the period is known; by default `stated`.
        "window" window: Window = Window::Stated,
        /// The place it covers.
        "place" place: Option<PlaceId>,
        /// Whether the desk worked it out from other figures.
        "derived" derived: bool,
    }
}

impl Hash for Figure {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { measure, of, value, unit, from, to, date, window, place, derived } = self;
        (measure, of, value, unit, from, to, date, window, place, derived).hash(state);
    }
}

impl Figure {
    /// The period it covers: its first and its last date, as far as they are known.
    pub fn period(&self) -> (Option<PartialDate>, Option<PartialDate>) {
        (self.from.or(self.date), self.to.or(self.date))
    }
}

words! {
    /// How the period of a figure is known.
    Window {
        /// The document says it.
        Stated = "stated",
        /// The desk inferred it.
        Inferred = "inferred",
        /// Nobody says it.
        Unstated = "unstated",
    }
}

words! {
    /// A unit.
    Unit {
        /// Persons; whole numbers.
        People = "people",
        /// Towns and villages; whole numbers.
        Localities = "localities",
        /// Square kilometres.
        SquareKilometres = "square-kilometres",
        /// Kilometres.
        Kilometres = "kilometres",
        /// Months.
        Months = "months",
        /// Votes; whole numbers.
        Votes = "votes",
        /// Hundredths.
        Percent = "percent",
        /// Air strikes; whole numbers.
        Strikes = "strikes",
    }
}

impl Unit {
    /// Whether only whole numbers make sense.
    pub fn is_whole(self) -> bool {
        match self {
            Self::People | Self::Localities | Self::Votes | Self::Strikes => true,
            Self::SquareKilometres | Self::Kilometres | Self::Months | Self::Percent => false,
        }
    }
}

record! {
    /// Something that is counted or measured.
    Measure {
        /// Its name for readers.
        "label" label: ShortText,
        /// Its unit.
        "unit" unit: Unit,
        /// Whether it only grows with time, as a number of dead does.
        "accumulates" accumulates: bool,
    }
}

record! {
    /// Who is counted.
    Population {
        /// Its name for readers.
        "label" label: ShortText,
        /// The population that contains it.
        "within" within: Option<PopulationId>,
    }
}

impl Field for Quantity {
    fn shape() -> Shape {
        Shape::Quantity
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = match node {
            Node::Integer(number) => number.to_string(),
            Node::Number(number) => number.to_string(),
            Node::Text(text) if text.trim().is_empty() => {
                reader.report(
                    &rules::EMPTY_TEXT,
                    "this quantity is empty",
                    &["write a number, or words that mean one"],
                );
                return None;
            }
            Node::Text(text) => text.clone(),
            _ => return reader.wrong_type(node),
        };
        match Self::parse(&text) {
            Ok(quantity) => Some(quantity),
            Err(error) => {
                let message = format!("`{text}` is not a quantity: {}", error.message);
                reader.report(&rules::BAD_QUANTITY, message, &[error.help.as_ref()]);
                None
            }
        }
    }
}
