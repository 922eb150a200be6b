//! The picture, video or recording that a claim is about.

use super::local::Local;
use super::prose::Prose;
use super::source::host;
use crate::model::Media;
use crate::view::{ClaimMedia, Fact, Link};

/// What the page of a claim says of it.
pub(super) fn section(local: Local<'_, '_>, prose: &mut Prose<'_, '_>, media: &Media) -> ClaimMedia {
    let document = media.document.iter().map(|id| local.document_link(id));
    let shown = document.chain(media.url.iter().map(|url| Link::to(host(url), url.as_str()))).collect();
    let found: Vec<String> =
        media.authenticity.iter().map(|found| local.say_word("authenticity", found.word())).collect();
    let original = media.original.iter().map(|id| local.document_link(id)).collect();
    let context = media.context.as_ref().map(|context| Fact {
        label: local.say("media_context"),
        links: Vec::new(),
        text: Some(prose.short(context)),
    });
    let facts = [
        local.fact_links("media_shown", shown),
        local.fact_text("media_authenticity", Some(local.list(&found))),
        local.fact_links("media_original", original),
        context,
    ];
    ClaimMedia { heading: local.say_word("media", media.kind.word()), facts: facts.into_iter().flatten().collect() }
}
