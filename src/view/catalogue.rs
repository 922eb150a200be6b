//! The files for machines, for readers.

use serde::Serialize;

use super::claim::StyledReference;
use super::parts::Link;

/// All files for machines of the site.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Catalogue {
    /// The files.
    pub files: Vec<DataFile>,
    /// Under which licence they may be reused.
    pub licence: Option<Link>,
    /// How to cite them, by style.
    pub references: Vec<StyledReference>,
    /// The same for programs.
    pub citation_file: Link,
}

/// A file for machines.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DataFile {
    /// The id of its section.
    pub anchor: String,
    /// What it is called.
    pub title: String,
    /// Its path, as a link.
    pub link: Link,
    /// Its media type.
    pub media: String,
    /// What it holds.
    pub text: String,
    /// What tells its rows apart, and in which other files their values stand, in sentences.
    pub keys: Vec<String>,
    /// What stands above its columns.
    pub caption: String,
    /// Its columns, if it is a table.
    pub columns: Vec<DataColumn>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DataColumn {
    /// Its name.
    pub name: String,
    /// What its values are.
    pub kind: String,
    /// What it means.
    pub meaning: String,
    /// All values that it can have; nothing where anything can stand.
    pub values: Vec<DataValue>,
}

/// A value of a column.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DataValue {
    /// What stands in the table.
    pub word: String,
    /// What it means.
    pub meaning: String,
}
