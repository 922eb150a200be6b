//! The page of one event.

use serde::Serialize;

use super::parts::{EventLine, Fact, FigureTable, Html, Link, Listing, Reference, Tally};
use super::timeline::TimelineDay;

/// The page of one event; templates see it as `event`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct EventPage {
    /// Its name.
    pub name: String,
    /// What happened, in a sentence or two.
    pub sentence: String,
    /// When, as HTML with `time` elements: a day or a span of days.
    pub when: Option<Html>,
    /// Where.
    pub places: Vec<Link>,
    /// What kind of event, and what else is known of it.
    pub facts: Vec<Fact>,
    /// The figures that sources gave, one table a measure.
    pub figures: Vec<FigureTable>,
    /// How contradictions between them were resolved, as HTML.
    pub resolution: Option<Html>,
    /// What the desk says about it, as HTML.
    pub body: Html,
    /// The documents that this text cites, by number.
    pub references: Vec<Reference>,
    /// What was said when.
    pub timeline: Vec<TimelineDay>,
    /// The claims about it by verdict.
    pub tally: Tally,
    /// The claims about it.
    pub claims: Listing,
    /// Events of the same days or places.
    pub near: Vec<EventLine>,
}
