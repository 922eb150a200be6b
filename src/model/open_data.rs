//! What a site's data is written as, beside what is always there.

use super::reader::{record, words};
use super::site::Site;

record! {
    /// What a site's data is written as, beside what is always there.
    OpenData {
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
    /// The forms in which the tables are to be written beside CSV.
    pub fn table_forms(&self) -> &[TableForm] {
        self.data.as_ref().map_or(&[], |data| &data.tables)
    }
}
