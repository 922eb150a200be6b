//! Who has it from whom, drawn; across in percent, down in pixels, so that words keep their size.

use serde::Serialize;

/// The origins of a claim and the publications that have it from them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Graph {
    /// The same in words, for whoever does not see it.
    pub label: String,
    /// How to read it, in sentences.
    pub legend: String,
    /// How high it is.
    pub height: i32,
    /// The origins, as discs.
    pub origins: GraphColumn,
    /// The publications, as squares.
    pub publications: GraphColumn,
    /// From each origin to what was published of it, copies of one text once.
    pub lines: Vec<GraphLine>,
    /// From each publication to the next copy of the same text, upright.
    pub copies: Vec<GraphLine>,
}

/// The discs or the squares, one above the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GraphColumn {
    /// Where they stand, such as `40%`.
    pub x: String,
    /// How far from there their words begin; negative to the left.
    pub dx: i32,
    /// Each of them, from the top.
    pub points: Vec<GraphPoint>,
}

/// A disc or a square, and the words beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GraphPoint {
    /// Where its middle stands.
    pub y: i32,
    /// Whether it stands for what is unknown.
    pub unknown: bool,
    /// Its name, on one line or more.
    pub words: Vec<GraphWords>,
}

/// One line of words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GraphWords {
    /// Where it stands on its line.
    pub y: i32,
    /// The words.
    pub text: String,
}

/// A straight line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GraphLine {
    /// Where it begins.
    pub from: i32,
    /// Where it ends.
    pub to: i32,
    /// Whether it leads from what is unknown.
    pub unknown: bool,
}
