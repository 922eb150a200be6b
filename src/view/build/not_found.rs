//! What a host shows for an address that does not exist.

use super::local::Local;
use crate::site::{ClaimList, Leaf, Route, Subject};
use crate::view::{Link, NotFoundPage, Wording};

/// The page for an address that does not exist.
pub(super) fn page(local: Local<'_, '_>) -> NotFoundPage {
    let map = &local.context.map;
    let search = local.edition.site.search.clone().map(|href| Link::to(local.say("search"), href));
    let others = map.languages().iter().filter(|lang| *lang != local.edition.lang);
    let other = |lang: &crate::text::Lang| {
        let there = local.context.local(lang);
        let words = format!("{} · {}", there.say("language_name"), there.say("not_found_title"));
        let name = Wording::new(words, lang.as_str(), local.lang());
        let href = Some(map.path(&Route::new(lang, Subject::Home)));
        Link { text: name.text, href, lang: name.lang, dir: name.dir }
    };
    NotFoundPage {
        title: local.say("not_found_title"),
        sentence: local.say("not_found_sentence"),
        links: search.into_iter().chain(lists(local)).collect(),
        others: others.map(other).collect(),
    }
}

/// The lists of the site, for whoever does not know where to look.
pub(super) fn lists(local: Local<'_, '_>) -> Vec<Link> {
    let lists = [
        ("list_all", Subject::Claims(ClaimList::All, Leaf::Newest)),
        ("sources", Subject::Sources),
        ("documents", Subject::Documents(Leaf::Newest)),
        ("events", Subject::Events(Leaf::Newest)),
        ("places", Subject::Places),
    ];
    lists.map(|(words, subject)| Link::to(local.say(words), local.href(subject))).to_vec()
}
