//! How a field is read from a node.

use super::node::Node;
use super::reader::Reader;
use super::rules;
use super::shape::Shape;
use super::visit::{Trail, Visitor};
use crate::diagnostic::{Diagnostic, Part};
use crate::text::{DateError, Lang, PartialDate};

/// Something that an author can write as the value of a field.
pub trait Field: Sized {
    /// What may be written.
    fn shape() -> Shape;

    /// The value, or none with the finding that says why in the reader.
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self>;

    /// The value of a field that is not written; none if it must be.
    fn absent() -> Option<Self> {
        None
    }

    /// Shows a visitor everything that the value is made of.
    fn visit<'a>(&'a self, at: &Trail<'_>, visitor: &mut dyn Visitor<'a>) {
        let _ = (at, visitor);
    }
}

impl Field for String {
    fn shape() -> Shape {
        Shape::Text
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node {
            Node::Text(text) if text.trim().is_empty() => {
                reader.report(&rules::EMPTY_TEXT, "this text is empty", &["write the text, or remove the field"]);
                None
            }
            Node::Text(text) => {
                reader.refuse_bare_word(text, &format!("write `\"{text}\"`"))?;
                Some(text.clone())
            }
            Node::Null => {
                reader.report(&rules::EMPTY_TEXT, "nothing is written here", &["write the text, or remove the field"]);
                None
            }
            Node::Bool(_) | Node::Integer(_) | Node::Number(_) => {
                let message = format!("expected a text, found {}", node.description());
                reader.report(
                    &rules::WRONG_TYPE,
                    message,
                    &["put it in quotation marks: YAML reads it as something else"],
                );
                None
            }
            Node::List(_) | Node::Map(_) => reader.wrong_type::<Self>(node),
        }
    }

    fn visit<'a>(&'a self, at: &Trail<'_>, visitor: &mut dyn Visitor<'a>) {
        visitor.text(at, self);
    }
}

impl Field for bool {
    fn shape() -> Shape {
        Shape::Bool
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node {
            Node::Bool(value) => Some(*value),
            Node::Text(text) => {
                reader.refuse_bare_word(text, "write `true` or `false`")?;
                reader.wrong_type::<Self>(node)
            }
            _ => reader.wrong_type::<Self>(node),
        }
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

impl Field for u32 {
    fn shape() -> Shape {
        Shape::Integer
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node {
            Node::Integer(value) => match Self::try_from(*value) {
                Ok(value) => Some(value),
                Err(_) => {
                    let message = format!("`{value}` is not a number that can stand here");
                    reader.report(&rules::WRONG_TYPE, message, &["write a whole number from 0 up"]);
                    None
                }
            },
            _ => reader.wrong_type::<Self>(node),
        }
    }
}

impl Field for f64 {
    fn shape() -> Shape {
        Shape::Number
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node {
            // Coordinates and tolerances are far below 2^53, so no digit is lost.
            #[expect(clippy::cast_precision_loss, reason = "see above")]
            Node::Integer(value) => Some(*value as Self),
            Node::Number(value) if value.is_finite() => Some(*value),
            _ => reader.wrong_type::<Self>(node),
        }
    }
}

impl Field for PartialDate {
    fn shape() -> Shape {
        Shape::Date
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let read = match node {
            Node::Text(text) => Self::parse(text).map_err(|error| (error, text.clone())),
            // `24` is half a date, not the year 24, which would be written `"0024"`.
            Node::Integer(year) => match i32::try_from(*year) {
                Ok(number @ 1000..=9999) => Self::year(number).map_err(|error| (error, year.to_string())),
                _ => Err((DateError::Form, year.to_string())),
            },
            _ => return reader.wrong_type::<Self>(node),
        };
        match read {
            Ok(date) => Some(date),
            Err((error, text)) => {
                let (message, help) = match error {
                    DateError::Form => (format!("`{text}` is not a date"), "write `2019`, `2019-12` or `2019-12-24`"),
                    DateError::NotInCalendar => {
                        (format!("no calendar has the date `{text}`"), "mend the year, the month or the day")
                    }
                };
                reader.report(&rules::BAD_DATE, message, &[help]);
                None
            }
        }
    }

    fn visit<'a>(&'a self, at: &Trail<'_>, visitor: &mut dyn Visitor<'a>) {
        visitor.date(at, *self);
    }
}

impl Field for Lang {
    fn shape() -> Shape {
        Shape::Lang
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Node::Text(text) = node else { return reader.wrong_type::<Self>(node) };
        let lang = Self::parse(text);
        if lang.is_none() {
            let message = format!("`{text}` is not a language tag");
            reader.report(&rules::WRONG_TYPE, message, &["write two or three letters, such as `fr` or `ar`"]);
        }
        lang
    }
}

impl<T: Field> Field for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        T::read(node, reader).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn visit<'a>(&'a self, at: &Trail<'_>, visitor: &mut dyn Visitor<'a>) {
        if let Some(value) = self {
            value.visit(at, visitor);
        }
    }
}

/// One or several; one may be written without its list.
impl<T: Field> Field for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Node::List(items) = node else { return T::read(node, reader).map(|one| vec![one]) };
        let read = |(i, item)| reader.at_index(i, |reader| T::read(item, reader));
        Some(items.iter().enumerate().filter_map(read).collect())
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    fn visit<'a>(&'a self, at: &Trail<'_>, visitor: &mut dyn Visitor<'a>) {
        for (i, value) in self.iter().enumerate() {
            value.visit(&Trail::Index(at, i), visitor);
        }
    }
}

/// One or several, never none; one may be written without its list.
#[derive(Clone, Debug, PartialEq)]
pub struct OneOrMore<T>(Vec<T>);

impl<T> OneOrMore<T> {
    /// A list of one.
    pub fn one(value: T) -> Self {
        Self(vec![value])
    }

    /// The first.
    pub fn first(&self) -> &T {
        &self.0[0]
    }
}

impl<T> std::ops::Deref for OneOrMore<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a OneOrMore<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T: Field> Field for OneOrMore<T> {
    fn shape() -> Shape {
        Vec::<T>::shape()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if matches!(node, Node::List(items) if items.is_empty()) {
            reader.report(&rules::EMPTY_TEXT, "this list is empty", &["write at least one element"]);
            return None;
        }
        let list = Vec::read(node, reader)?;
        (!list.is_empty()).then_some(Self(list))
    }

    fn visit<'a>(&'a self, at: &Trail<'_>, visitor: &mut dyn Visitor<'a>) {
        self.0.visit(at, visitor);
    }
}

impl Reader<'_> {
    /// Reports that a node is not of a field's type; always none.
    pub fn wrong_type<T: Field>(&mut self, node: &Node) -> Option<T> {
        self.wrong_shape(&T::shape(), node);
        None
    }

    /// Reports that a node does not have a shape.
    pub fn wrong_shape(&mut self, shape: &Shape, node: &Node) {
        let message = format!("expected {}, found {}", shape.expectation(), node.description());
        let help = match (shape, node) {
            (_, Node::Null) => Some("write it, or remove the field"),
            (Shape::Bool, Node::Text(text)) if matches!(text.as_str(), "true" | "false") => {
                Some("remove the quotation marks")
            }
            (Shape::Integer | Shape::Number, Node::Text(text)) if text.parse::<f64>().is_ok() => {
                Some("remove the quotation marks")
            }
            (Shape::Id(_), Node::Bool(_) | Node::Integer(_) | Node::Number(_)) => {
                Some("put it in quotation marks: YAML reads it as something else")
            }
            _ => None,
        };
        let finding = Diagnostic::new(&rules::WRONG_TYPE, self.place(Part::Value), message);
        self.push(finding.with_optional_help(help.map(str::to_owned)));
    }
}
