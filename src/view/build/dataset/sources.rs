//! The sources as a table.

use super::super::ViewContext;
use super::super::local::Local;
use crate::corpus::Entry;
use crate::model::{Source, SourceId};
use crate::site::{ClaimList, Subject};
use crate::view::SourceFacts;

/// The sources that are no private persons, each in every language.
pub(super) fn table(context: &ViewContext<'_>) -> Vec<SourceFacts> {
    let public = context.shown.corpus().sources.iter().filter(|entry| !entry.record.is_private());
    let editions = |entry| context.map.languages().iter().map(move |lang| facts(context.local(lang), entry));
    public.flat_map(editions).collect()
}

fn facts(local: Local<'_, '_>, entry: &Entry<Source>) -> SourceFacts {
    let source = &entry.record;
    // What belongs to a private person says who that is.
    let public = |id: &Option<SourceId>| {
        let id = id.as_ref().filter(|id| !local.context.private.holds(id));
        id.map(ToString::to_string).unwrap_or_default()
    };
    SourceFacts {
        id: entry.id.to_string(),
        language: local.lang().to_owned(),
        name: local.text(&source.name),
        short_name: source.short_name.as_ref().map(|name| local.text(name)).unwrap_or_default(),
        kind: source.kind.word(),
        country: source.country.clone().unwrap_or_default(),
        homepage: source.homepage.clone().unwrap_or_default(),
        owner: public(&source.owner),
        member_of: public(&source.member_of),
        party: public(&source.party),
        alignment: public(&source.alignment),
        claims: local.context.map.claims(&ClaimList::Made(entry.id.clone())).len(),
        url: local.url(Subject::Source(entry.id.clone())),
    }
}
