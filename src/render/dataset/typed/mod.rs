//! Tables with typed columns: Parquet files and a database.

mod parquet;
mod sqlite;
mod values;

use crate::model::TableForm;
use crate::site::Table;
use crate::view::{ClaimRecord, Dataset, source_row, table_rows};

use values::{Value, values};

/// A file of tables that takes up rows.
pub struct TypedFile {
    tables: Vec<Table>,
    writer: Writer,
}

enum Writer {
    Parquet(Box<parquet::File>),
    Database(sqlite::Database),
}

/// Rows of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedRows {
    table: Table,
    rows: Vec<Vec<Value>>,
}

impl TypedRows {
    /// The rows that a claim adds to a table.
    pub fn of(table: Table, record: &ClaimRecord) -> Self {
        let mut rows = Vec::new();
        table_rows(table, record, |cells| rows.push(values(table, cells)));
        Self { table, rows }
    }
}

impl TypedFile {
    /// A file without its claims; none if it is no file of tables with types.
    pub fn begin(dataset: &Dataset) -> Option<Self> {
        let Dataset::Typed(typed) = dataset else { return None };
        let sources = || typed.sources.iter().map(|source| values(Table::Sources, source_row(source))).collect();
        let writer = match (typed.form, typed.tables.as_slice()) {
            (TableForm::Parquet, [table]) => Writer::Parquet(Box::new(parquet::File::new(table, &typed.about))),
            // A Parquet file has room for one; a database for any.
            (TableForm::Parquet | TableForm::Sqlite, tables) => {
                Writer::Database(sqlite::Database::new(tables, &typed.about))
            }
        };
        let mut file = Self { tables: typed.tables.iter().map(|described| described.table).collect(), writer };
        file.add(&[TypedRows { table: Table::Sources, rows: sources() }]);
        Some(file)
    }

    /// The tables that it takes up.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// Takes up rows, those of its tables alone.
    pub fn add(&mut self, added: &[TypedRows]) {
        for &table in &self.tables {
            let rows = added.iter().filter(|rows| rows.table == table).flat_map(|rows| &rows.rows);
            match &mut self.writer {
                Writer::Parquet(file) => file.add(rows),
                Writer::Database(database) => database.add(table, rows),
            }
        }
    }

    /// Its bytes.
    pub fn finish(self) -> Vec<u8> {
        match self.writer {
            Writer::Parquet(file) => file.finish(),
            Writer::Database(database) => database.finish(),
        }
    }
}
