//! The rows of the tables, the same in each of their forms.

use super::cell::{Cell, Column, Heading};
use super::record::ClaimRecord;
use super::tables::{CLAIM_COLUMNS, EVIDENCE_COLUMNS, FIGURE_COLUMNS, SOURCE_COLUMNS, SourceFacts};
use crate::model::TableForm;
use crate::site::Table;

/// What stands in tables whose columns have types, beside the rows that come claim by claim.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedTables {
    /// What they are written as.
    pub form: TableForm,
    /// Which they are.
    pub tables: Vec<DescribedTable>,
    /// What is to be known of the site, by name: its title, its address, its licence.
    pub about: Vec<(&'static str, String)>,
    /// The sources, if their table is among them.
    pub sources: Vec<SourceFacts>,
}

/// A table, and what its columns mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedTable {
    /// The table.
    pub table: Table,
    /// One for each of its columns.
    pub meanings: Vec<ColumnMeaning>,
}

/// What a column means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnMeaning {
    /// The column.
    pub column: String,
    /// The first and the last day that a date can mean, where it is one.
    pub days: Option<[String; 2]>,
}

/// The columns of a table.
pub fn headings(table: Table) -> Vec<Heading> {
    match table {
        Table::Claims => of(CLAIM_COLUMNS),
        Table::Evidence => of(EVIDENCE_COLUMNS),
        Table::Figures => of(FIGURE_COLUMNS),
        Table::Sources => of(SOURCE_COLUMNS),
    }
}

fn of<F>(columns: &[Column<F>]) -> Vec<Heading> {
    columns.iter().map(|column| column.heading).collect()
}

/// Hands each row that a claim adds to a table to `row`; sources are told by themselves.
pub fn rows<'r>(table: Table, record: &'r ClaimRecord, mut row: impl FnMut(&mut dyn Iterator<Item = Cell<'r>>)) {
    match table {
        Table::Claims => row(&mut cells(CLAIM_COLUMNS, |cell| cell(record))),
        Table::Evidence => {
            for (at, evidence) in (1..).zip(&record.evidence) {
                row(&mut cells(EVIDENCE_COLUMNS, |cell| cell(record, at, evidence)));
            }
        }
        Table::Figures => {
            for figure in &record.figures {
                row(&mut cells(FIGURE_COLUMNS, |cell| cell(record, None, figure)));
            }
            for (at, evidence) in (1..).zip(&record.evidence) {
                for figure in &evidence.figures {
                    row(&mut cells(FIGURE_COLUMNS, |cell| cell(record, Some((at, evidence)), figure)));
                }
            }
        }
        Table::Sources => {}
    }
}

/// The row of a source.
pub fn source_row(source: &SourceFacts) -> impl Iterator<Item = Cell<'_>> {
    cells(SOURCE_COLUMNS, move |cell| cell(source))
}

fn cells<'r, F: Copy>(columns: &'static [Column<F>], cell: impl Fn(F) -> Cell<'r>) -> impl Iterator<Item = Cell<'r>> {
    columns.iter().map(move |column| {
        let cell = cell(column.cell);
        debug_assert!(cell.is_of(column.heading.kind), "`{}` holds {cell:?}", column.heading.name);
        cell
    })
}
