//! The page of one source.

use super::company;
use super::context::Rows;
use super::list::listing;
use super::local::Local;
use super::prose::Prose;
use crate::corpus::Entry;
use crate::model::{DocumentId, Source, SourceId};
use crate::site::ClaimList;
use crate::view::{Fact, Link, SourcePage};

/// Documents named on the page of their publisher.
const DOCUMENTS: usize = 50;

/// The page of one source.
pub(super) fn page(local: Local<'_, '_>, rows: &Rows<'_>, entry: &Entry<Source>) -> SourcePage {
    let list = |list: fn(SourceId) -> ClaimList| list(entry.id.clone());
    let made = local.context.map.claims(&list(ClaimList::Made));
    let mut prose = Prose::new(local);
    let body = prose.body(entry);
    let documents = documents(local, &entry.id);
    let more = documents.len() > DOCUMENTS;
    SourcePage {
        name: local.text(&entry.record.name),
        names: local.other_names(&entry.record.name, &entry.record.aliases),
        sentence: local.count("source_sentence", made.len()),
        tally: local.tally(made),
        claims: listing(local, rows, &list(ClaimList::Made)),
        resting: company::resting(local, entry),
        company: company::company(local, entry),
        relayed: listing(local, rows, &list(ClaimList::Relayed)),
        facts: facts(local, entry),
        body,
        references: prose.references(),
        supports: listing(local, rows, &list(ClaimList::Supported)),
        undermines: listing(local, rows, &list(ClaimList::Undermined)),
        more_documents: more.then(|| local.count("more_documents", documents.len())),
        documents: documents.iter().take(DOCUMENTS).map(|id| local.document_line(id)).collect(),
    }
}

/// What a source published, the newest first.
fn documents<'c>(local: Local<'c, '_>, id: &SourceId) -> Vec<&'c DocumentId> {
    let corpus = local.corpus();
    let Some(at) = corpus.sources.position(id) else { return Vec::new() };
    let mut documents: Vec<_> = corpus.backlinks.source(at).documents.iter().collect();
    let date = |id: &DocumentId| corpus.documents.get(id).and_then(|entry| entry.record.date);
    documents.sort_by_cached_key(|id| std::cmp::Reverse((date(id), *id)));
    documents
}

fn facts(local: Local<'_, '_>, entry: &Entry<Source>) -> Vec<Fact> {
    let source = &entry.record;
    let corpus = local.corpus();
    let dependants = corpus.sources.position(&entry.id).map(|at| &corpus.backlinks.source(at).dependants);
    let public = |id: &&SourceId| corpus.sources.get(id).is_some_and(|entry| !entry.record.is_private());
    let (owned, members): (Vec<&SourceId>, Vec<&SourceId>) = dependants
        .into_iter()
        .flatten()
        .filter(public)
        .partition(|id| corpus.sources.get(id).is_some_and(|other| other.record.owner.as_ref() == Some(&entry.id)));
    let country = source.country.as_ref().map(|code| {
        let name = local.words().find(&format!("country_{}", code.to_lowercase()));
        name.unwrap_or(code).to_owned()
    });
    let named = |id: &Option<SourceId>| id.iter().map(|id| local.source_link(id)).collect();
    let all = |ids: Vec<&SourceId>| ids.into_iter().map(|id| local.source_link(id)).collect();
    let facts = [
        local.fact_text("fact_kind", Some(local.say_word("source", source.kind.word()))),
        local.fact_text("fact_country", country),
        local.fact_links("fact_owner", named(&source.owner)),
        local.fact_links("fact_member_of", named(&source.member_of)),
        local.fact_links("fact_party", named(&source.party)),
        local.fact_links("fact_alignment", named(&source.alignment)),
        local.fact_links("fact_owns", all(owned)),
        local.fact_links("fact_members", all(members)),
        local.fact_text("fact_interests", source.interests.as_ref().map(|text| local.text(text))),
        local.fact_text("fact_reliability", source.reliability.as_ref().map(|text| local.text(text))),
        local.fact_links("fact_homepage", source.homepage.iter().map(|url| Link::to(host(url), url)).collect()),
    ];
    facts.into_iter().flatten().collect()
}

/// The host of an address, which is what readers know it by.
pub(super) fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

impl Local<'_, '_> {
    /// A line of a list of facts that says something; none if there is nothing to say.
    pub fn fact_text(self, label: &str, text: Option<String>) -> Option<Fact> {
        let text = text.filter(|text| !text.is_empty())?;
        Some(Fact { label: self.say(label), links: Vec::new(), text: Some(self.plain_html(&text)) })
    }

    /// A line of a list of facts that names something; none if there is nothing to name.
    pub fn fact_links(self, label: &str, links: Vec<Link>) -> Option<Fact> {
        (!links.is_empty()).then(|| Fact { label: self.say(label), links, text: None })
    }
}
