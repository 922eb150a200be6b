//! Where readers search, and what a claim is found by.

use super::context::Rows;
use super::local::Local;
use super::{ViewContext, not_found};
use crate::corpus::Entry;
use crate::markdown;
use crate::model::Claim;
use crate::site::{Paging, Signpost};
use crate::text::Lang;
use crate::view::{Html, OpenSearch, SearchPage, Sought};

/// The page.
pub(super) fn page(local: Local<'_, '_>) -> SearchPage {
    let map = &local.context.map;
    SearchPage {
        title: local.say("search"),
        sentence: local.say("search_sentence"),
        folder: map.search_folder(local.edition.lang),
        word_files: map.word_files(),
        claims: map.sought().len(),
        rows: Paging::ROWS,
        links: not_found::lists(local),
    }
}

/// What a claim is found by, by its position in the table.
///
/// Of one that concerns a private person, its title and who said it, as lists show them.
pub fn sought(context: &ViewContext<'_>, lang: &Lang, claim: usize) -> Sought {
    let local = context.local(lang);
    let entry = &local.corpus().claims.as_slice()[claim];
    let row = local.claim_row(claim);
    let mut text = row.sources.join("\n");
    if !local.concerns_private_person(&entry.record) {
        for more in said_of(local, entry) {
            text.push('\n');
            text.push_str(&more);
        }
    }
    Sought { title: row.title, text }
}

/// What a check says, and what it is about.
fn said_of(local: Local<'_, '_>, entry: &Entry<Claim>) -> impl Iterator<Item = String> {
    let claim = &entry.record;
    let (_, body) = local.body(entry);
    let body = markdown::plain_with(body, |id| Some(local.record_link(id)?.text));
    let places = claim.places.iter().map(move |id| local.place_link(id).text);
    let event = claim.event.iter().map(move |id| local.event_link(id).text);
    let documents = claim.evidence.iter().filter_map(move |evidence| local.corpus().documents.get(&evidence.document));
    let publishers = documents.map(|document| &document.record.publisher).filter(move |id| !local.is_private(id));
    let publishers = publishers.map(move |id| local.source_name(id).text);
    let said = [Some(local.claim_text(entry)), local.claim_summary(entry), Some(body)];
    said.into_iter().flatten().chain(places).chain(event).chain(publishers)
}

/// How claims are shown where they are found, by their positions in the table.
pub fn found(
    context: &ViewContext<'_>,
    rows: &Rows<'_>,
    lang: &Lang,
    claims: impl Iterator<Item = usize>,
) -> Vec<Html> {
    let local = context.local(lang);
    claims.map(|claim| rows.get(local, claim)).collect()
}

/// What browsers are told of the search.
pub(super) fn described(local: Local<'_, '_>) -> OpenSearch {
    let map = &local.context.map;
    let lang = local.edition.lang;
    OpenSearch {
        short_name: short(&local.text(&local.corpus().site.title)),
        description: local.say("search_sentence"),
        lang: lang.to_string(),
        template: map.search_template(lang),
        href: map.signpost_url(&Signpost::OpenSearch(lang.clone())),
        image: map.on_host(&format!("{}favicon.svg", map.root())),
    }
}

/// A name in the 16 signs that OpenSearch allows, cut between words where it can be.
fn short(name: &str) -> String {
    const MOST: usize = 16;
    let fits = |words: &str| words.chars().count() <= MOST;
    let ends = name.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).chain([name.len()]);
    let word = |end| name[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    let words = ends.map(word).rfind(|words| fits(words) && !words.is_empty());
    words.map_or_else(|| name.chars().take(MOST).collect(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_long_name_is_cut_between_words() {
        assert_eq!(short("Recoupements"), "Recoupements");
        assert_eq!(short("Idleb, une dépêche vérifiée"), "Idleb, une");
        assert_eq!(short("recoupe · Idleb, 24 décembre"), "recoupe · Idleb");
        assert_eq!(short("Incompréhensiblement"), "Incompréhensible");
    }
}
