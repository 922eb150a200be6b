//! What a publication changes.

use std::collections::BTreeMap;

/// The files of a publication, each list in the order of the paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files that are not there yet.
    pub added: Vec<Item>,
    /// Files with other bytes.
    pub changed: Vec<Item>,
    /// Files that go away, with the length they have now.
    pub removed: Vec<Item>,
    /// Files that are there already.
    pub unchanged: Vec<Item>,
    /// Files whose bytes are first copied aside for the releases that a store keeps, with their present length. They do
    /// not travel.
    pub kept: Vec<Item>,
}

/// One file of a plan. Its path may be one that recoupe itself would never write.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// The path below the place of publication, with `/`.
    pub path: String,
    /// Its length.
    pub bytes: u64,
}

impl Plan {
    /// Whether all is there already and nothing is too much.
    pub fn changes_nothing(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    /// How much has to be sent.
    pub fn bytes_to_send(&self) -> u64 {
        self.added.iter().chain(&self.changed).map(|item| item.bytes).sum()
    }

    /// The way from the files that are there to those that shall be; equal sums mean equal bytes.
    pub(super) fn between<S: PartialEq>(
        there: &BTreeMap<String, (S, u64)>,
        wanted: &BTreeMap<String, (S, u64)>,
    ) -> Plan {
        let mut plan = Plan::default();
        for (path, (sum, bytes)) in wanted {
            let list = match there.get(path) {
                None => &mut plan.added,
                Some((old, _)) if old == sum => &mut plan.unchanged,
                Some(_) => &mut plan.changed,
            };
            list.push(Item { path: path.clone(), bytes: *bytes });
        }
        for (path, (_, bytes)) in there {
            if !wanted.contains_key(path) {
                plan.removed.push(Item { path: path.clone(), bytes: *bytes });
            }
        }
        plan
    }
}
