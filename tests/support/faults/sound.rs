//! What must hold of a place at any time, and once a publication has succeeded.

use super::places::{At, Place};
use super::reader::{Files, dead_ends};

/// What is wrong with a place.
#[derive(Clone, Debug)]
pub enum Wrong {
    /// Readers of a place that is switched at once see two releases, or a page names what is not there.
    Mixed(String),
    /// A file that is of neither release, one of both that is missing, or a publication that cannot be completed.
    Lost(String),
}

impl Wrong {
    /// With what went wrong, and what the program said then.
    pub fn of(self, what: &str, words: &str) -> Wrong {
        let told = |wrong: String| format!("{what}: {wrong} (after: {words})");
        match self {
            Wrong::Mixed(wrong) => Wrong::Mixed(told(wrong)),
            Wrong::Lost(wrong) => Wrong::Lost(told(wrong)),
        }
    }
}

/// Whether the place may look like this between the releases.
pub fn between(place: &dyn Place, at: &At, old: &Files, new: &Files) -> Result<(), Wrong> {
    let mut now = place.files(at);
    now.retain(|path, _| !place.is_aside(path));
    for (path, bytes) in &now {
        if ![old, new].iter().any(|release| release.get(path) == Some(bytes)) {
            return Err(Wrong::Lost(format!("{path} is neither old nor new")));
        }
    }
    if let Some(path) = old.keys().find(|path| new.contains_key(*path) && !now.contains_key(*path)) {
        return Err(Wrong::Lost(format!("{path} is of both releases, and missing")));
    }
    if place.at_once() && now != *old && now != *new {
        return Err(Wrong::Mixed("two releases at the same time".into()));
    }
    match dead_ends(&now).first() {
        Some((page, address)) => Err(Wrong::Mixed(format!("{page} names {address}, which is not there"))),
        None => Ok(()),
    }
}

/// Whether the place holds exactly the new release.
pub fn after(place: &dyn Place, at: &At, old: &Files, new: &Files) -> Result<(), Wrong> {
    let now = place.files(at);
    for (path, bytes) in new {
        match now.get(path) {
            None => return Err(Wrong::Lost(format!("{path} is missing in the end"))),
            Some(there) if there != bytes => return Err(Wrong::Lost(format!("{path} is another in the end"))),
            Some(_) => {}
        }
    }
    if let Some(path) = now.keys().find(|path| !new.contains_key(*path) && !place.stays(path, &now, old)) {
        return Err(Wrong::Lost(format!("{path} is left")));
    }
    let wrong = place.left_over(at, &now).or_else(|| place.lost(&now, old));
    wrong.map_or(Ok(()), |wrong| Err(Wrong::Lost(wrong)))
}
