//! All tables as a database of SQLite.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, MAIN_DB, ToSql, params, params_from_iter};

use super::values::{Value, ValueKind, columns, meanings};
use crate::site::Table;
use crate::view::DescribedTable;

/// What tells programs that look at the first bytes of a database that it is one of ours: `RCPE`.
const APPLICATION_ID: i32 = 0x5243_5045;

/// The version of the tables; another one has columns that mean something else.
const VERSION: i32 = 1;

/// Why nothing of it can fail.
const WRITES: &str = "the statements are those of this file, and the database lies in memory";

/// A database in memory.
pub(super) struct Database {
    connection: Connection,
}

impl Database {
    pub(super) fn new(tables: &[DescribedTable], about: &[(&'static str, String)]) -> Self {
        Self { connection: begun(tables, about).expect(WRITES) }
    }

    pub(super) fn add<'v>(&mut self, table: Table, rows: impl Iterator<Item = &'v Vec<Value>>) {
        self.insert(table, rows).expect(WRITES);
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.connection.execute_batch(&format!("{INDEXES} COMMIT;")).expect(WRITES);
        self.connection.serialize(MAIN_DB).expect(WRITES).to_vec()
    }

    fn insert<'v>(&mut self, table: Table, rows: impl Iterator<Item = &'v Vec<Value>>) -> rusqlite::Result<()> {
        let places = vec!["?"; columns(table).len()].join(", ");
        let mut insert = self.connection.prepare(&format!("INSERT INTO {} VALUES ({places})", table.name()))?;
        for row in rows {
            insert.execute(params_from_iter(row))?;
        }
        Ok(())
    }
}

/// What is often looked for; made last, when all rows are there.
const INDEXES: &str = "
CREATE INDEX claims_verdict ON claims (verdict);
CREATE INDEX evidence_document ON evidence (document);
CREATE INDEX evidence_publisher ON evidence (publisher);
CREATE INDEX figures_claim ON figures (claim, evidence);
CREATE INDEX figures_measure ON figures (measure);
";

/// The database with its empty tables, in a transaction that `finish` ends.
fn begun(tables: &[DescribedTable], about: &[(&'static str, String)]) -> rusqlite::Result<Connection> {
    let connection = Connection::open_in_memory()?;
    connection.execute_batch(&format!(
        "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA foreign_keys = OFF;
         PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};
         BEGIN;
         CREATE TABLE about (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
         CREATE TABLE columns (
           \"table\" TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, meaning TEXT NOT NULL,
           PRIMARY KEY (\"table\", name)
         );"
    ))?;
    let mut facts = connection.prepare("INSERT INTO about VALUES (?, ?)")?;
    for (name, value) in about {
        facts.execute(params![name, value])?;
    }
    let mut told = connection.prepare("INSERT INTO columns VALUES (?, ?, ?, ?)")?;
    for described in tables {
        let table = described.table;
        connection.execute_batch(&declaration(table))?;
        for (position, (column, meaning)) in (1..).zip(columns(table).iter().zip(meanings(described))) {
            told.execute(params![table.name(), position, column.name, meaning])?;
        }
    }
    drop((facts, told));
    Ok(connection)
}

/// The statement that makes a table.
fn declaration(table: Table) -> String {
    let key = key(table);
    let mut lines: Vec<String> = columns(table)
        .iter()
        .map(|column| {
            let kind = match column.kind {
                ValueKind::Text => "TEXT",
                ValueKind::Day => "DATE",
                ValueKind::Count => "INTEGER",
                ValueKind::Number => "REAL",
                ValueKind::Flag => "BOOLEAN",
            };
            let must = if key.contains(&&*column.name) { " NOT NULL" } else { "" };
            // Some names are words of SQL: `from`, `to`, `of`.
            format!("\"{}\" {kind}{must}", column.name)
        })
        .collect();
    if !key.is_empty() {
        lines.push(format!("PRIMARY KEY ({})", key.join(", ")));
    }
    if table == Table::Figures {
        lines.push("FOREIGN KEY (claim, evidence) REFERENCES evidence (claim, position)".to_owned());
    }
    format!("CREATE TABLE {} (\n  {}\n);", table.name(), lines.join(",\n  "))
}

/// The columns that tell a row from all others; a claim may give two figures that differ in nothing.
fn key(table: Table) -> &'static [&'static str] {
    match table {
        Table::Claims | Table::Sources => &["id", "language"],
        Table::Evidence => &["claim", "position"],
        Table::Figures => &[],
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Day(day) => ToSqlOutput::from(day.to_string()),
            Self::Count(count) => ToSqlOutput::from(*count),
            Self::Number(number) => ToSqlOutput::from(*number),
            Self::Flag(flag) => ToSqlOutput::from(*flag),
        })
    }
}
