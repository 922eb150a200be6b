//! A table as a Parquet file.

use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use super::values::{TypedColumn, Value, ValueKind, columns, meanings};
use crate::site::Table;
use crate::view::DescribedTable;

/// How many rows stand together: as many as fit well into memory.
const ROWS_A_GROUP: usize = 65_536;

/// Why no column can refuse what it is given.
const FITS: &str = "memory takes every byte, and the columns are those of the schema";

/// A file that takes up rows.
pub(super) struct File {
    columns: Vec<TypedColumn>,
    writer: SerializedFileWriter<Vec<u8>>,
    waiting: Vec<Vec<Value>>,
}

impl File {
    pub(super) fn new(described: &DescribedTable, about: &[(&'static str, String)]) -> Self {
        let table = described.table;
        let columns = columns(table);
        let meanings = columns.iter().zip(meanings(described));
        let meanings = meanings.map(|(column, meaning)| (format!("column.{}", column.name), meaning.to_owned()));
        let about = about.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let metadata = about.chain(meanings).map(|(name, value)| KeyValue::new(name, value)).collect();
        let properties = WriterProperties::builder()
            .set_created_by("recoupe".to_owned())
            .set_compression(Compression::SNAPPY)
            .set_key_value_metadata(Some(metadata))
            .build();
        let schema = schema(table, &columns).expect("every name is given once, with a type that it may have");
        let writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties)).expect(FITS);
        Self { columns, writer, waiting: Vec::new() }
    }

    pub(super) fn add<'v>(&mut self, rows: impl Iterator<Item = &'v Vec<Value>>) {
        for row in rows {
            self.waiting.push(row.clone());
            if self.waiting.len() == ROWS_A_GROUP {
                self.write_group().expect(FITS);
            }
        }
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        if !self.waiting.is_empty() {
            self.write_group().expect(FITS);
        }
        self.writer.into_inner().expect(FITS)
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let rows = std::mem::take(&mut self.waiting);
        let mut group = self.writer.next_row_group()?;
        for (at, column) in self.columns.iter().enumerate() {
            let mut writer = group.next_column()?.expect("there are as many as in the schema");
            let values = rows.iter().map(|row| &row[at]);
            match column.kind {
                ValueKind::Text => write::<ByteArrayType>(&mut writer, values, |value| match value {
                    Value::Text(text) => Some(ByteArray::from(text.as_str())),
                    _ => None,
                })?,
                ValueKind::Day => write::<Int32Type>(&mut writer, values, |value| match value {
                    Value::Day(day) => Some(day.first_day().to_epoch_days()),
                    _ => None,
                })?,
                ValueKind::Count => write::<Int64Type>(&mut writer, values, |value| match value {
                    Value::Count(count) => Some(*count),
                    _ => None,
                })?,
                ValueKind::Number => write::<DoubleType>(&mut writer, values, |value| match value {
                    Value::Number(number) => Some(*number),
                    _ => None,
                })?,
                ValueKind::Flag => write::<BoolType>(&mut writer, values, |value| match value {
                    Value::Flag(flag) => Some(*flag),
                    _ => None,
                })?,
            }
            writer.close()?;
        }
        group.close().map(drop)
    }
}

/// Writes a column: which rows have a value, and these values.
fn write<'v, T: DataType>(
    writer: &mut SerializedColumnWriter<'_>,
    values: impl Iterator<Item = &'v Value>,
    typed: impl Fn(&Value) -> Option<T::T>,
) -> Result<(), ParquetError> {
    let (mut present, mut there) = (Vec::new(), Vec::new());
    for value in values {
        let value = typed(value);
        there.push(i16::from(value.is_some()));
        present.extend(value);
    }
    writer.typed::<T>().write_batch(&present, Some(&there), None).map(drop)
}

fn schema(table: Table, columns: &[TypedColumn]) -> Result<Type, ParquetError> {
    let fields: Result<Vec<_>, _> = columns.iter().map(|column| field(column).map(Arc::new)).collect();
    Type::group_type_builder(table.name()).with_fields(fields?).build()
}

fn field(column: &TypedColumn) -> Result<Type, ParquetError> {
    let (physical, logical) = match column.kind {
        ValueKind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        ValueKind::Day => (Physical::INT32, Some(LogicalType::Date)),
        ValueKind::Count => (Physical::INT64, None),
        ValueKind::Number => (Physical::DOUBLE, None),
        ValueKind::Flag => (Physical::BOOLEAN, None),
    };
    Type::primitive_type_builder(&column.name, physical)
        .with_logical_type(logical)
        .with_repetition(Repetition::OPTIONAL)
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_rows_stand_in_groups() {
        let row = vec![Value::Null; columns(Table::Sources).len()];
        let mut file = File::new(&DescribedTable { table: Table::Sources, meanings: Vec::new() }, &[]);
        file.add(std::iter::repeat_n(&row, ROWS_A_GROUP + 1));
        let written: Vec<i64> = file.writer.flushed_row_groups().iter().map(|group| group.num_rows()).collect();
        assert_eq!((written, file.waiting.len()), (vec![65_536], 1));
    }
}
