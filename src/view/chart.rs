//! Values drawn beside their words; all numbers are places on the drawing, and no text is in it.

use serde::Serialize;

/// The scale that the values of a table are drawn on, from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// From where to where, in words: “0 to 15”.
    pub span: String,
    /// Where the lines of the grid stand, such as `49%`.
    pub grid: Vec<String>,
}

/// One value on the scale of its table; the words beside it say the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Track {
    /// The number that was given, if it was one.
    pub dot: Option<Dot>,
    /// The numbers that it may be, if they are many.
    pub line: Option<Span>,
}

/// A number on a scale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dot {
    /// Where it stands, such as `49%`.
    pub at: String,
    /// Whether it is drawn hollow: the number itself is not meant, or not exactly.
    pub hollow: bool,
}

/// A span of numbers on a scale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Span {
    /// Where it begins.
    pub from: String,
    /// Where it ends; the edge of the drawing where nothing bounds it.
    pub to: String,
    /// Whether it is dotted: it runs on from a number that it holds.
    pub dotted: bool,
    /// Whether both ends are closed by a cap.
    pub capped: bool,
}
