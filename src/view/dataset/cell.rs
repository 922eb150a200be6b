//! Columns of tables, and what stands in them.

use std::borrow::Cow;

use super::record::Exact;
use crate::text::PartialDate;

/// A column of a table, and what finds its cell in a row.
#[derive(Clone, Copy, Debug)]
pub struct Column<F> {
    /// What it is.
    pub heading: Heading,
    /// Its cell.
    pub cell: F,
}

/// What a column is; what it means stands in the words of each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its name.
    pub name: &'static str,
    /// What its values are.
    pub kind: ColumnKind,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text.
    Text,
    /// A date that may be known only to its month or year.
    Date,
    /// A whole number.
    Count,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
}

/// What stands in a column of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'r> {
    /// Nothing is known, or nothing is there.
    Nothing,
    /// Text, never empty.
    Text(Cow<'r, str>),
    /// A date as far as it is known: `2019`, `2019-12` or `2019-12-24`.
    Date(&'r str),
    /// A whole number.
    Count(usize),
    /// A number.
    Number(Exact),
    /// Yes or no.
    Flag(bool),
}

pub(super) const fn column<F>(name: &'static str, kind: ColumnKind, cell: F) -> Column<F> {
    Column { heading: Heading { name, kind }, cell }
}

impl<'r> Cell<'r> {
    pub(super) fn date(date: &'r Option<String>) -> Self {
        date.as_deref().map_or(Self::Nothing, Self::Date)
    }

    /// It as text, empty if there is nothing.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Nothing => Cow::default(),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Date(date) => Cow::Borrowed(date),
            Self::Count(count) => count.to_string().into(),
            Self::Number(number) => number.to_string().into(),
            Self::Flag(flag) => flag.to_string().into(),
        }
    }

    /// The first and the last day that it can mean, if it is a date.
    pub fn days(&self) -> Option<[PartialDate; 2]> {
        let Self::Date(date) = self else { return None };
        let date = PartialDate::parse(date).ok()?;
        Some([PartialDate::Day(date.first_day()), PartialDate::Day(date.last_day())])
    }

    /// Whether it can stand in a column of this kind.
    pub fn is_of(&self, kind: ColumnKind) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(_) => kind == ColumnKind::Text,
            Self::Date(_) => kind == ColumnKind::Date,
            Self::Count(_) => kind == ColumnKind::Count,
            Self::Number(_) => kind == ColumnKind::Number,
            Self::Flag(_) => kind == ColumnKind::Flag,
        }
    }
}

impl<'r> From<Cow<'r, str>> for Cell<'r> {
    fn from(text: Cow<'r, str>) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }
}

impl<'r> From<&'r str> for Cell<'r> {
    fn from(text: &'r str) -> Self {
        Cow::Borrowed(text).into()
    }
}

impl From<usize> for Cell<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Exact> for Cell<'_> {
    fn from(number: Exact) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Cell<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<'r, T: Into<Cell<'r>>> From<Option<T>> for Cell<'r> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}
