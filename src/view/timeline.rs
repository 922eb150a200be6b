//! What happened, day by day.

use serde::Serialize;

use super::parts::{ClaimLink, Date, Link, Pager, Shared};

/// The timeline of the site; templates see it as `timeline`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimelinePage {
    /// The heading.
    pub title: String,
    /// What is shown, in a sentence.
    pub sentence: Option<String>,
    /// The days, oldest first.
    pub days: Vec<TimelineDay>,
    /// The neighbours of this page, if the timeline has several.
    pub pager: Option<Pager>,
}

/// One day, or one month or year if no day is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimelineDay {
    /// When; absent for what has no date.
    pub date: Option<Date>,
    /// What.
    pub entries: Vec<TimelineEntry>,
}

/// One thing that happened or was said.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TimelineEntry {
    /// What, and its page: an event, a statement, a document.
    pub link: Link,
    /// What kind of thing, in words: “Strike”, “Statement”.
    pub kind: Option<String>,
    /// The hour, or that it is not known.
    pub hour: Option<String>,
    /// Until when, if it lasted.
    pub until: Option<Date>,
    /// The claims about it.
    pub claims: Vec<Shared<ClaimLink>>,
}
