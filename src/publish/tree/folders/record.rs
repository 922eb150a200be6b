//! What is known of the releases beside a link.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::emit::OutPath;

/// The name of the record among the releases.
pub(super) const RECORD: &str = "recoupe-releases.json";

const FORMAT: &str = "recoupe-releases/1";

/// Every release that may be there, whole or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    format: String,
    /// The number of the last one, so that none is given twice.
    pub(super) last: u64,
    /// Those that are whole, oldest first.
    pub(super) kept: Vec<String>,
    /// Those of them that a rollback left behind.
    #[serde(default)]
    pub(super) withdrawn: Vec<String>,
    /// The one that is on its way, with all that may be in it.
    #[serde(default)]
    pub(super) unfinished: Option<Unfinished>,
    /// Those that are being removed.
    #[serde(default)]
    pub(super) leaving: Vec<String>,
}

/// A release that is not whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Unfinished {
    pub(super) name: String,
    pub(super) files: BTreeSet<OutPath>,
}

impl Default for Record {
    fn default() -> Record {
        Record {
            format: FORMAT.to_owned(),
            last: 0,
            kept: Vec::new(),
            withdrawn: Vec::new(),
            unfinished: None,
            leaving: Vec::new(),
        }
    }
}

impl Record {
    /// The record that `bytes` spell. Names that could lead elsewhere are refused.
    pub(super) fn from_json(bytes: &[u8]) -> Result<Record, String> {
        let record: Record = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if record.format != FORMAT {
            return Err(format!("its format is `{}`, this recoupe knows `{FORMAT}`", record.format));
        }
        let unfinished = record.unfinished.iter().map(|unfinished| &unfinished.name);
        let mut names = record.kept.iter().chain(&record.leaving).chain(unfinished);
        match names.find(|name| !is_release(name)) {
            Some(name) => Err(format!("`{name}` is no name of a release")),
            None => Ok(record),
        }
    }

    pub(super) fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec(self).expect("lists of texts and numbers are JSON");
        json.push(b'\n');
        json
    }

    /// Takes the oldest releases off the list until `keep` are left: first those that were withdrawn, and never the
    /// one that is served.
    pub(super) fn retire(&mut self, keep: usize, served: &str) {
        let mut others: Vec<String> = self.kept.iter().filter(|name| *name != served).cloned().collect();
        others.sort_by_key(|name| !self.withdrawn.contains(name));
        let too_many = (others.len() + 1).saturating_sub(keep).min(others.len());
        self.leaving.extend(others.drain(..too_many));
        self.kept.retain(|name| !self.leaving.contains(name));
        self.withdrawn.retain(|name| self.kept.contains(name));
    }
}

/// Whether this is what releases are called: `000001`.
pub(super) fn is_release(name: &str) -> bool {
    name.len() >= 6 && name.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kept: &[&str], withdrawn: &[&str]) -> Record {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Record { kept: names(kept), withdrawn: names(withdrawn), ..Record::default() }
    }

    #[test]
    fn what_was_withdrawn_goes_first_and_what_is_served_stays() {
        let mut old = record(&["000001", "000002", "000003"], &["000002"]);
        old.retire(2, "000003");
        assert_eq!((old.kept, old.leaving), (vec!["000001".into(), "000003".into()], vec!["000002".to_owned()]));
        let mut back = record(&["000001", "000002", "000003"], &[]);
        back.retire(1, "000001");
        assert_eq!(back.kept, ["000001"]);
    }

    #[test]
    fn a_record_leads_nowhere_else() {
        for name in ["../000001", "", "1", "000001/.."] {
            assert!(Record::from_json(&record(&[name], &[]).to_json()).is_err(), "{name}");
        }
        let good = record(&["000001"], &[]);
        assert_eq!(Record::from_json(&good.to_json()), Ok(good));
    }
}
