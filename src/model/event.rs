//! Events.

use super::id::{DocumentId, FormerId, MeasureId, PlaceId, PopulationId};
use super::reader::{record, words};
use super::short_text::ShortText;
use crate::text::PartialDate;

record! {
    /// Something that happened, which several claims are about.
    Event {
        /// Its name, by language.
        "name" name: ShortText,
        /// What sort of event it is.
        "kind" kind: EventKind,
        /// When it began.
        "from" from: Option<PartialDate>,
        /// When it ended.
        "to" to: Option<PartialDate>,
        /// Where it happened.
        "places" places: Vec<PlaceId>,
        /// What it was, in a sentence or two.
        "summary" summary: Option<ShortText>,
        /// Values of one quantity in the order they were reported.
        "series" series: Vec<Series>,
        /// What of its figures could not be reconciled, and why.
        "resolution" resolution: Option<ShortText>,
        /// Earlier ids, which become redirects.
        "former" former: Vec<FormerId>,
    }
}

record! {
    /// Values of one quantity in the order they were reported.
    Series {
        /// What is counted.
        "measure" measure: MeasureId,
        /// Of whom.
        "of" of: Option<PopulationId>,
        /// The documents that gave the values, oldest first.
        "documents" documents: Vec<DocumentId>,
    }
}

words! {
    /// What sort of event it is.
    EventKind {
        /// One strike.
        Strike = "strike",
        /// A period of strikes and shelling.
        Bombing = "bombing",
        /// An offensive.
        Offensive = "offensive",
        /// Fighting on the ground.
        GroundFighting = "ground-fighting",
        /// People leaving their homes.
        Displacement = "displacement",
        /// Something that was said in public.
        Statement = "statement",
        /// A vote.
        Vote = "vote",
        /// A siege or an encirclement.
        Siege = "siege",
        /// A truce.
        Ceasefire = "ceasefire",
        /// A war or another long conflict.
        Conflict = "conflict",
        /// A state of things that lasted.
        Background = "background",
    }
}
