//! From a checked corpus and a route to a page: one file for each kind of page.

mod basis;
mod chart;
mod citation;
mod claim;
mod company;
mod context;
mod contradictions;
mod corrections;
mod coverage;
mod dataset;
mod document;
mod embed;
mod event;
mod evidence;
mod figures;
mod frame;
mod graph;
mod home;
mod hosting;
mod index;
mod layout;
mod list;
mod local;
mod media;
mod names;
mod not_found;
mod place;
mod prose;
mod quotation;
mod reconciled;
mod related;
mod search;
mod signpost;
mod source;
mod structured;
mod text;
mod timeline;
mod transparency;
mod verdict;

pub use context::{Rows, ViewContext};
pub use dataset::{dataset, record};
pub use embed::oembed;
pub use hosting::hosting;
pub use search::{found, sought};
pub use signpost::signpost;

use super::{Body, Page};
use crate::site::{Route, Subject};

/// The page of a route; none if the site has no such page.
///
/// The work depends on what the page shows, not on how large the corpus is.
pub fn page(context: &ViewContext<'_>, rows: &Rows<'_>, route: &Route) -> Option<Page> {
    let local = context.local(&route.lang);
    let corpus = local.corpus();
    if !context.map().holds(&route.subject) {
        return None;
    }
    let body = match &route.subject {
        Subject::Home => Body::Home(home::page(local, rows)),
        Subject::Claim(id) => Body::Claim(claim::page(local, corpus.claims.get(id)?)),
        Subject::Embed(id) => Body::Embed(embed::page(local, corpus.claims.get(id)?)),
        Subject::Source(id) => Body::Source(source::page(local, rows, corpus.sources.get(id)?)),
        Subject::Document(id) => Body::Document(document::page(local, rows, corpus.documents.get(id)?)),
        Subject::Coverage(id) => Body::Coverage(coverage::page(local, corpus.documents.get(id)?)),
        Subject::Event(id) => Body::Event(event::page(local, rows, corpus.events.get(id)?)),
        Subject::Place(id) => Body::Place(place::page(local, rows, corpus.places.get(id)?)),
        Subject::Verdict(id) => Body::Verdict(verdict::page(local, rows, id)?),
        Subject::Text(id) => Body::Text(text::page(local, corpus.pages.get(id)?)),
        Subject::Claims(list, leaf) => Body::List(list::page(local, rows, list, *leaf)?),
        Subject::Sources => Body::Index(index::sources(local)),
        Subject::Documents(leaf) => Body::Index(index::documents(local, *leaf)?),
        Subject::Events(leaf) => Body::Index(index::events(local, *leaf)?),
        Subject::Places => Body::Index(index::places(local)),
        Subject::Verdicts => Body::Index(index::verdicts(local)),
        Subject::Timeline(leaf) => Body::Timeline(timeline::page(local, *leaf)?),
        Subject::Corrections(leaf) => Body::Corrections(corrections::page(local, *leaf)?),
        Subject::Transparency => Body::Transparency(transparency::page(local)),
        Subject::Search => Body::Search(search::page(local)),
        Subject::NotFound => Body::NotFound(not_found::page(local)),
    };
    let frame = frame::frame(local, route, &body);
    Some(Page { structured: structured::blocks(local, route, &frame), frame, body })
}
