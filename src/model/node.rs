//! YAML as we see it: no types yet, keys in order, equal keys kept.

/// A value as it stands in the front matter.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Nothing written, or `null`, or `~`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction, or too large for a whole one.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the author's order; equal keys are kept for the finding about them.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// What it is, for a message: “a number”.
    pub fn description(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "true or false",
            Self::Integer(_) => "a whole number",
            Self::Number(_) => "a number with decimals",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "a map",
        }
    }
}
