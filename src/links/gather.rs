//! Every link of a site that leads out of it.

use std::ops::Range;

use crate::check::{TextOf, each_text};
use crate::corpus::Corpus;
use crate::diagnostic::{At, Place, Step};
use crate::markdown;
use crate::model::RecordKind;

use super::Link;

/// Fields of `site.yaml` whose addresses are no links: its own, and those where it is published.
const NO_LINKS: [&str; 3] = ["base_url", "publish", "hosting"];

/// The links of all records, translations and of the site, in the order of the corpus.
///
/// The address of a document with `link: false` is none, and neither is one of the site itself.
pub fn of(corpus: &Corpus) -> Vec<Link> {
    let mut found = Vec::new();
    each_text(corpus, &mut |text| of_text(corpus, text, &mut found));
    let records = found.chunk_by(|a, b| a.owner == b.owner);
    let links = records.flat_map(|record| record.iter().filter_map(|one| one.link(record)));
    let own = corpus.site.base_url.trim_end_matches('/');
    let leads_out = |link: &Link| {
        let below = link.url.strip_prefix(own);
        own.is_empty() || !below.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    };
    links.filter(leads_out).collect()
}

struct Found {
    owner: Option<(RecordKind, String)>,
    /// The field of the record in which it stands; empty in a text with links of its own.
    field: String,
    place: Place,
    url: String,
    is_link: bool,
}

impl Found {
    fn link(&self, record: &[Found]) -> Option<Link> {
        // A web archive ends its address of a copy with that of the original.
        let is_copy = |other: &&Found| {
            let named = self.field == "url" && other.field == "archived";
            !other.field.is_empty() && other.url != self.url && (named || other.url.ends_with(&self.url))
        };
        let archived = self.owner.as_ref().and_then(|_| record.iter().find(is_copy)).map(|other| other.url.clone());
        let is_document = self.field == "url" && matches!(self.owner, Some((RecordKind::Document, _)));
        self.is_link.then(|| Link { place: self.place.clone(), url: self.url.clone(), archived, is_document })
    }
}

fn of_text(corpus: &Corpus, text: &TextOf<'_>, found: &mut Vec<Found>) {
    let is_body = text.field.is_empty();
    let links: Vec<(Range<usize>, String)> = if is_body {
        markdown::links(text.text)
    } else if text.is_short {
        // Most short texts are plain.
        if text.text.contains(['<', '[']) { markdown::inline_links(text.text) } else { Vec::new() }
    } else if markdown::is_web_address(text.text) {
        vec![(0..text.text.len(), text.text.to_owned())]
    } else {
        Vec::new()
    };
    for (range, url) in links {
        let place = text.place(range);
        let steps = match &place.at {
            At::Field(path, _) => path.steps(),
            At::File | At::Bytes(..) => &[],
        };
        let is_link = match (text.owner, steps) {
            (None, [Step::Key(first, _), ..]) => !NO_LINKS.contains(&&**first),
            (Some((RecordKind::Document, id)), [Step::Key(only, _)]) if **only == *"url" => {
                corpus.documents.find(id).is_none_or(|entry| entry.record.link)
            }
            _ => true,
        };
        let field = match steps {
            [Step::Key(first, _), ..] if !text.is_short => first.to_string(),
            _ => String::new(),
        };
        let owner = text.owner.map(|(kind, id)| (kind, id.to_owned()));
        found.push(Found { owner, field, place, url, is_link });
    }
}
