//! The inventory that the claims were made from, in the ids of this site.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// What was found before a claim was written.
pub struct Inventory {
    /// The text that is checked.
    pub dispatch: String,
    pub evidence: Vec<Item>,
}

/// A piece of evidence.
#[derive(Deserialize)]
pub struct Item {
    #[serde(rename = "id")]
    pub document: String,
    pub quote: Option<String>,
    pub bears_on: Vec<Bearing>,
}

/// A claim that a piece of evidence bears on.
#[derive(Deserialize)]
pub struct Bearing {
    pub claim: String,
    pub how: How,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum How {
    Supports,
    Refines,
    Contradicts,
    Context,
}

#[derive(Deserialize)]
struct File {
    evidence: Vec<Item>,
}

/// The inventory of this machine; without one the test is left out, aloud.
pub fn inventory() -> Option<Inventory> {
    let Some(folder) = std::env::var_os("RECOUPE_NEWSROOM").map(PathBuf::from) else {
        eprintln!("LEFT OUT: RECOUPE_NEWSROOM names no inventory, so the content was compared with nothing");
        return None;
    };
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let File { mut evidence } = serde_yaml::from_str(&read("evidence.yaml")).unwrap();
    let (claims, documents) = (ids("Claims"), ids("Documents"));
    let ours = |ids: &BTreeMap<String, String>, id: &str| {
        ids.get(id).cloned().unwrap_or_else(|| panic!("no table of content/README.md has `{id}`"))
    };
    for item in &mut evidence {
        item.document = ours(&documents, &item.document);
        for bearing in &mut item.bears_on {
            bearing.claim = ours(&claims, &bearing.claim);
        }
    }
    Some(Inventory { dispatch: read("afp-2019-12-24-idleb.fr.txt"), evidence })
}

/// Our ids by those of the inventory: the first two columns of a table at the end of `content/README.md`.
pub fn ids(heading: &str) -> BTreeMap<String, String> {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/README.md")).unwrap();
    let (_, tables) = readme.split_once("\n## From the inventory\n").expect("the tables of the inventory");
    let (_, table) = tables.split_once(&format!("\n### {heading}\n")).expect("a table of that heading");
    let table = table.split("\n### ").next().unwrap_or(table);
    table.lines().filter_map(|row| Some((cell(row, 1)?, cell(row, 2)?))).collect()
}

/// An id in a row of a table.
fn cell(row: &str, column: usize) -> Option<String> {
    let cell = row.split('|').nth(column)?.trim();
    Some(cell.strip_prefix('`')?.strip_suffix('`')?.to_owned())
}
