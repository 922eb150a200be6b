//! Cells as values of types that databases know.

use std::borrow::Cow;

use crate::site::Table;
use crate::text::PartialDate;
use crate::view::{Cell, ColumnKind, ColumnMeaning, DescribedTable, headings};

/// A value of a column.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// None.
    Null,
    /// Text.
    Text(String),
    /// A day.
    Day(PartialDate),
    /// A whole number.
    Count(i64),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueKind {
    Text,
    Day,
    Count,
    Number,
    Flag,
}

/// A column with one type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypedColumn {
    pub(super) name: Cow<'static, str>,
    pub(super) kind: ValueKind,
}

/// The columns of a table. A date that may be known to its month alone is text, as in the other forms of the table, and
/// two days: the first and the last that it can mean.
pub(super) fn columns(table: Table) -> Vec<TypedColumn> {
    let mut columns = Vec::new();
    for heading in headings(table) {
        let kind = match heading.kind {
            ColumnKind::Text | ColumnKind::Date => ValueKind::Text,
            ColumnKind::Count => ValueKind::Count,
            ColumnKind::Number => ValueKind::Number,
            ColumnKind::Flag => ValueKind::Flag,
        };
        columns.push(TypedColumn { name: heading.name.into(), kind });
        if heading.kind == ColumnKind::Date {
            columns.extend(
                ["first", "last"]
                    .map(|end| TypedColumn { name: format!("{}_{end}", heading.name).into(), kind: ValueKind::Day }),
            );
        }
    }
    columns
}

/// What each of [`columns`] means.
pub(super) fn meanings(table: &DescribedTable) -> impl Iterator<Item = &str> {
    let each = table.meanings.iter().flat_map(|ColumnMeaning { column, days }| {
        let days = days.iter().flatten();
        std::iter::once(column).chain(days)
    });
    each.map(String::as_str)
}

/// A row as values of [`columns`].
pub(super) fn values<'r>(table: Table, cells: impl Iterator<Item = Cell<'r>>) -> Vec<Value> {
    let mut values = Vec::new();
    for (heading, cell) in headings(table).iter().zip(cells) {
        let days = cell.days();
        values.push(match cell {
            Cell::Nothing => Value::Null,
            Cell::Text(text) => Value::Text(text.into_owned()),
            Cell::Date(date) => Value::Text(date.to_owned()),
            Cell::Count(count) => Value::Count(i64::try_from(count).expect("nobody counts beyond 2^63")),
            Cell::Number(number) => Value::Number(number.number()),
            Cell::Flag(flag) => Value::Flag(flag),
        });
        if heading.kind == ColumnKind::Date {
            values.extend(days.map_or([Value::Null, Value::Null], |days| days.map(Value::Day)));
        }
    }
    values
}
