//! What the files for machines are, as a Frictionless data package.

use serde::Serialize;

/// The package.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DataPackage {
    /// `data-package`.
    pub profile: &'static str,
    /// Its name among packages: that of the host.
    pub name: String,
    /// Where it stands.
    pub id: String,
    /// The title of the site.
    pub title: String,
    /// What the site is.
    pub description: String,
    /// The site.
    pub homepage: String,
    /// On what terms it may be reused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub licenses: Vec<LicenceLine>,
    /// The files.
    pub resources: Vec<Resource>,
}

/// A licence, as data packages name it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LicenceLine {
    /// The short name without spaces: `CC-BY-4.0`.
    pub name: String,
    /// The name.
    pub title: String,
    /// Its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Resource {
    /// Its name in the package.
    pub name: &'static str,
    /// Its path beside the package.
    pub path: String,
    /// `tabular-data-resource` or `data-resource`.
    pub profile: &'static str,
    /// What it is called.
    pub title: String,
    /// What it holds.
    pub description: String,
    /// Its format, as the ending of its name.
    pub format: String,
    /// Its media type.
    pub mediatype: &'static str,
    /// `utf-8`, if it is a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<&'static str>,
    /// Its columns, if it is a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<TableSchema>,
    /// Its terms.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub licenses: Vec<LicenceLine>,
}

/// The columns of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableSchema {
    /// The columns in their order.
    pub fields: Vec<Field>,
    /// What stands for a value that is missing.
    #[serde(rename = "missingValues")]
    pub missing: [&'static str; 1],
    /// The columns that tell rows apart.
    #[serde(rename = "primaryKey", skip_serializing_if = "<[_]>::is_empty")]
    pub primary_key: &'static [&'static str],
    /// The columns whose values stand in another table.
    #[serde(rename = "foreignKeys", skip_serializing_if = "Vec::is_empty")]
    pub foreign_keys: Vec<ForeignKey>,
}

/// A column whose values stand in a column of another table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ForeignKey {
    /// The column.
    pub fields: [&'static str; 1],
    /// Where its values stand.
    pub reference: KeyReference,
}

/// Where the values of a column stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KeyReference {
    /// The table, by its name in the package.
    pub resource: &'static str,
    /// Its column.
    pub fields: [&'static str; 1],
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What it means.
    pub description: String,
    /// What can stand in it, if not anything.
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    pub constraints: Constraints,
}

/// What can stand in a column.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Constraints {
    /// All its values; nothing where anything can stand.
    #[serde(rename = "enum")]
    pub values: Vec<FieldValue>,
}

impl Constraints {
    fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

/// A value of a column, which a package names without what it means.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct FieldValue {
    /// The word that stands in the table.
    pub word: String,
    /// What it means.
    #[serde(skip)]
    pub meaning: String,
}

impl FieldValue {
    /// A word, and what it means.
    pub fn new(word: &str, meaning: String) -> Self {
        Self { word: word.to_owned(), meaning }
    }
}
