//! The verdict scale.

use super::claim::Layer;
use super::field::Field;
use super::node::Node;
use super::reader::{Reader, record, words};
use super::rules;
use super::shape::Shape;
use super::short_text::ShortText;

record! {
    /// A conclusion that the desk can come to, and the rule that it must satisfy.
    Verdict {
        /// Its name for readers.
        "label" label: ShortText,
        /// The layer that it is about.
        "about" about: Layer,
        /// Its place on the truth scale, from 1 (false) to 5 (true); left out where it has none.
        "rating" rating: Option<Rating>,
        /// The mark that goes with its name; a disc if left out.
        "mark" mark: Option<Mark>,
        /// What it means and what it does not, for readers.
        "description" description: Option<ShortText>,
        /// The minima of the evidence: unmet is an error.
        "requires" requires: Option<Clauses>,
        /// When the evidence would carry more: met is a warning.
        "unless" unless: Option<Clauses>,
    }
}

/// A place on the truth scale, from 1 (false) to 5 (true).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating(u8);

impl Rating {
    /// The false end of the scale.
    pub const WORST: u8 = 1;

    /// The true end.
    pub const BEST: u8 = 5;

    /// The number.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl Field for Rating {
    fn shape() -> Shape {
        Shape::Integer
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let number = u32::read(node, reader)?;
        match u8::try_from(number) {
            Ok(number @ Self::WORST..=Self::BEST) => Some(Self(number)),
            _ => {
                let help = "leave it out for a verdict that has no place on the truth scale";
                reader.report(&rules::BAD_RANGE, format!("a rating is from 1 to 5, not {number}"), &[help]);
                None
            }
        }
    }
}

words! {
    /// A mark of the default theme.
    Mark {
        /// Two discs that overlap.
        Independent = "independent",
        /// A disc.
        Corroborated = "corroborated",
        /// A square of two lines.
        Words = "words",
        /// A ring.
        Attributed = "attributed",
        /// Two half discs apart.
        Disputed = "disputed",
        /// An unequal sign.
        Contradicted = "contradicted",
        /// Empty square brackets.
        Unverifiable = "unverifiable",
    }
}

record! {
    /// What evidence must amount to; all clauses together.
    Clauses {
        /// Origins that do not depend on one another, the claimant among them.
        "independent_origins" independent_origins: Option<u32>,
        /// Parties, or sources of none, that say the same.
        "camps" camps: Option<u32>,
        /// Witnesses with different owners.
        "witnesses" witnesses: Option<u32>,
        /// A record of the act, published by the speaker, its owner or its organ.
        "primary_document" primary_document: bool,
        /// Documents that support or refine, copies counted once; unknown origins, the claimant's own word again and its own side do not count.
        "evidence" evidence: Option<u32>,
        /// Every contradiction has its resolution.
        "no_unresolved_contradiction" no_unresolved_contradiction: bool,
        /// A second person has read it.
        "reviewed" reviewed: bool,
        /// A reply was asked for.
        "reply_asked" reply_asked: bool,
        /// Something that undermines was looked for and is cited.
        "evidence_against" evidence_against: bool,
        /// One of these is enough.
        "any" any: Alternatives,
    }
}

/// Clauses of which one set is enough.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alternatives(Vec<Clauses>);

impl Alternatives {
    /// The sets; none if there is no alternative.
    pub fn sets(&self) -> &[Clauses] {
        &self.0
    }
}

// Named here instead of `Vec<Clauses>`, whose shape would hold itself without end.
impl Field for Alternatives {
    fn shape() -> Shape {
        Shape::List(Box::new(Shape::Again("Clauses")))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Vec::read(node, reader).map(Self)
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}
