//! The first page.

use super::context::Rows;
use super::local::Local;
use super::{corrections, coverage};
use crate::site::{ClaimList, Leaf, Subject};
use crate::view::{Beginning, CoverageGlance, HomePage, Link};

const NEWEST: usize = 10;
const EVENTS: usize = 6;
const CORRECTIONS: usize = 4;

/// The first page.
pub(super) fn page(local: Local<'_, '_>, rows: &Rows<'_>) -> HomePage {
    let map = &local.context.map;
    let corpus = local.corpus();
    let events = corpus.events.as_slice();
    let claims = map.claims(&ClaimList::All);
    let coverage = local.featured().and_then(|id| corpus.documents.get(id)).map(|entry| {
        let spine = coverage::spine(local, entry);
        CoverageGlance {
            sentence: coverage::glance(local, &entry.id, spine.columns.len()),
            spine,
            link: Link::to(local.say("glance_link"), local.href(Subject::Coverage(entry.id.clone()))),
        }
    });
    let all = local.href(Subject::Claims(ClaimList::All, Leaf::Newest));
    let more_events = map.events().len() > EVENTS;
    let beginning = |id| {
        let at = corpus.claims.position(id)?;
        Some(Beginning { claim: local.claim_link(at), summary: local.claim_summary(&corpus.claims.as_slice()[at]) })
    };
    HomePage {
        title: local.edition.site.title.clone(),
        question: local.edition.site.description.clone(),
        coverage,
        tally: local.edition.tally().clone(),
        read_first: corpus.site.read_first.iter().filter_map(beginning).collect(),
        newest: claims.iter().take(NEWEST).map(|&claim| rows.get(local, claim)).collect(),
        all: Link::to(local.say("list_all"), all),
        events: map.events().iter().take(EVENTS).filter_map(|&at| local.event_line(&events[at].id)).collect(),
        all_events: more_events.then(|| Link::to(local.say("all_events"), local.href(Subject::Events(Leaf::Newest)))),
        corrections: map.changes().iter().take(CORRECTIONS).map(|change| corrections::entry(local, change)).collect(),
        all_corrections: Link::to(local.say("all_corrections"), local.href(Subject::Corrections(Leaf::Newest))),
    }
}
