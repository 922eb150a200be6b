//! How a site is to be served.

use super::ViewContext;
use crate::model::Host;
use crate::site::{Route, Subject, serving};
use crate::view::{Hosting, Moved};

/// How a site is to be served, of whose files those of `fingerprinted` tell their bytes by their names.
pub fn hosting(context: &ViewContext<'_>, fingerprinted: &[String]) -> Hosting {
    let map = &context.map;
    let corpus = context.shown.corpus();
    let policy = corpus.site.hosting.as_ref().and_then(|hosting| hosting.policy.as_deref());
    let first = &map.languages()[0];
    let retracted = corpus.claims.iter().filter(|entry| entry.record.is_retracted() && !entry.record.draft);
    let pages = |subject: Subject| map.languages().iter().map(move |lang| map.path(&Route::new(lang, subject.clone())));
    Hosting {
        url: map.url(&Route::new(first, Subject::Home)),
        root: map.root(),
        not_found: map.path(&Route::new(first, Subject::NotFound)),
        rules: serving::rules(policy.map(one_line).as_deref(), fingerprinted, map.embed_folders().as_ref()),
        moved: map.redirects().into_iter().map(|moved| Moved { to: map.path(&moved.to), from: moved.from }).collect(),
        gone: retracted.flat_map(|entry| pages(Subject::Claim(entry.id.clone()))).collect(),
        precompressed: map.precompressed(),
        overrides_pages: map.hosts().contains(&Host::Netlify) && !map.hosts().contains(&Host::Cloudflare),
    }
}

/// A text that cannot begin a line of its own, end the quotation marks it is put in, or name a variable there; a
/// policy has no use for such characters.
fn one_line(text: &str) -> String {
    text.replace(['"', '\\', '$'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}
