//! What a site's data is written as, beside what is always there.

use super::reader::{record, words};
use super::site::Site;

record! {
    /// What a site's data is written as, beside what is always there.
    OpenData {
        /// Whether files for machines are written under `/data/`; by default `true`. Without them a site is nearly
        /// a third smaller; JSON-LD in pages, feeds and sitemaps stay, and `tables` says nothing.
        "files" files: bool = true,
        /// Forms in which the tables are written beside CSV, with typed columns.
        "tables" tables: Vec<TableForm>,
    }
}

words! {
    /// A form of tables with typed columns.
    TableForm {
        /// Parquet, a file a table; needs the feature `tables`.
        Parquet = "parquet",
        /// A database of SQLite with all tables; needs the feature `tables`.
        Sqlite = "sqlite",
    }
}

impl Site {
    /// Whether files for machines are to be written.
    pub fn has_data_files(&self) -> bool {
        self.data.as_ref().is_none_or(|data| data.files)
    }

    /// The forms in which the tables are to be written beside CSV.
    pub fn table_forms(&self) -> &[TableForm] {
        self.data.as_ref().filter(|data| data.files).map_or(&[], |data| &data.tables)
    }
}
