//! Lists of sources, documents, events, places and verdicts.

use std::collections::BTreeMap;

use super::list::pager;
use super::local::Local;
use crate::model::{Source, SourceKind};
use crate::site::{ClaimList, Leaf, Subject};
use crate::text::html::escape_text;
use crate::view::{Html, IndexGroup, IndexItem, IndexPage, Link, Wording};

/// The sources by kind, private persons left out.
pub(super) fn sources(local: Local<'_, '_>) -> IndexPage {
    let mut kinds: BTreeMap<SourceKind, Vec<IndexItem>> = BTreeMap::new();
    for entry in local.corpus().sources.iter().filter(|entry| !entry.record.is_private()) {
        let name = local.wording(&entry.record.name);
        let item = IndexItem {
            also: also(local, &entry.record),
            link: local.link(name, Subject::Source(entry.id.clone())),
            count: count(local, &ClaimList::Made(entry.id.clone())),
            ..IndexItem::default()
        };
        kinds.entry(entry.record.kind).or_default().push(item);
    }
    let group = |(kind, items): (SourceKind, Vec<IndexItem>)| IndexGroup {
        label: Some(local.say_word("source", kind.word())),
        items: by_name(items),
    };
    let groups = kinds.into_iter().map(group).collect();
    IndexPage { title: local.say("sources"), sentence: Some(local.say("sources_sentence")), groups, pager: None }
}

/// The short name, where texts use it instead of the name.
fn also(local: Local<'_, '_>, source: &Source) -> Option<Wording> {
    let name = local.wording(source.short_name.as_ref()?);
    (name.text != local.text(&source.name)).then_some(name)
}

/// A page of the list of documents, by year.
pub(super) fn documents(local: Local<'_, '_>, leaf: Leaf) -> Option<IndexPage> {
    let map = &local.context.map;
    let paging = map.documents_paging();
    let entries = local.corpus().documents.as_slice();
    let mut groups: Vec<IndexGroup> = Vec::new();
    for &at in &map.documents()[paging.rows(leaf)?] {
        let entry = &entries[at];
        let document = &entry.record;
        let label = Some(match document.date {
            Some(date) => date.parts().0.to_string(),
            None => local.say("date_unknown"),
        });
        let title = local.document_title(document);
        let cited = title.is_some();
        let name =
            title.unwrap_or_else(|| Wording::here(super::figures::capitalised(&local.document_described(document))));
        let kind = local.say_word("document_kind", document.kind.word());
        let publisher = local.source_name(&document.publisher).text;
        let words = [publisher, kind, local.language(&document.language)].join(" · ");
        let date = document.date.map(|date| format!(" · {}", local.time(date))).unwrap_or_default();
        let item = IndexItem {
            link: local.link(name, Subject::Document(entry.id.clone())),
            cited,
            detail: Some(Html::from_markup(format!("{}{date}", escape_text(&words)))),
            ..IndexItem::default()
        };
        match groups.last_mut().filter(|group| group.label == label) {
            Some(group) => group.items.push(item),
            None => groups.push(IndexGroup { label, items: vec![item] }),
        }
    }
    Some(IndexPage {
        title: numbered(local, local.say("documents"), leaf),
        sentence: Some(local.say("documents_sentence")),
        groups,
        pager: pager(local, paging, leaf, Subject::Documents),
    })
}

/// A page of the list of events, the newest first.
pub(super) fn events(local: Local<'_, '_>, leaf: Leaf) -> Option<IndexPage> {
    let map = &local.context.map;
    let paging = map.events_paging();
    let entries = local.corpus().events.as_slice();
    let item = |&at: &usize| {
        let event = &entries[at].record;
        let kind = Html::from_text(&local.say_word("event_kind", event.kind.word()));
        let detail = match local.period(event.from, event.to) {
            Some(when) => Html::from_markup(format!("{kind} · {when}")),
            None => kind,
        };
        IndexItem {
            link: local.event_link(&entries[at].id),
            detail: Some(detail),
            count: count(local, &ClaimList::Event(entries[at].id.clone())),
            ..IndexItem::default()
        }
    };
    let items = map.events()[paging.rows(leaf)?].iter().map(item).collect();
    Some(IndexPage {
        title: numbered(local, local.say("events"), leaf),
        sentence: Some(local.say("events_sentence")),
        groups: vec![IndexGroup { label: None, items }],
        pager: pager(local, paging, leaf, Subject::Events),
    })
}

/// The places by name.
pub(super) fn places(local: Local<'_, '_>) -> IndexPage {
    let items = local.corpus().places.iter().map(|entry| IndexItem {
        link: local.place_link(&entry.id),
        detail: Some(Html::from_text(&local.place_sentence(&entry.id, &entry.record))),
        count: count(local, &ClaimList::Place(entry.id.clone())),
        ..IndexItem::default()
    });
    IndexPage {
        title: local.say("places"),
        sentence: Some(local.say("places_sentence")),
        groups: vec![IndexGroup { label: None, items: by_name(items.collect()) }],
        pager: None,
    }
}

/// The verdict scale, in its order.
pub(super) fn verdicts(local: Local<'_, '_>) -> IndexPage {
    let scale = &local.corpus().site.verdicts;
    let item = |(id, verdict): &(&crate::model::VerdictId, crate::view::Verdict)| {
        let description = scale.get(id).and_then(|verdict| verdict.description.as_ref());
        IndexItem {
            link: Link::to(verdict.label.clone(), verdict.href.clone()),
            verdict: Some(verdict.clone()),
            detail: description.map(|text| Html::from_text(&local.text(text))),
            count: count(local, &ClaimList::Verdict((*id).clone())),
            ..IndexItem::default()
        }
    };
    let items = local.edition.verdicts.iter().map(item).collect();
    IndexPage {
        title: local.say("verdicts"),
        sentence: Some(local.say("verdicts_sentence")),
        groups: vec![IndexGroup { label: None, items }],
        pager: None,
    }
}

fn count(local: Local<'_, '_>, list: &ClaimList) -> Option<String> {
    let claims = local.context.map.claims(list).len();
    (claims > 0).then(|| local.count("n_claims", claims))
}

/// The title of a page of a list that has several.
pub(super) fn numbered(local: Local<'_, '_>, title: String, leaf: Leaf) -> String {
    match leaf {
        Leaf::Newest => title,
        Leaf::Numbered(number) => {
            local.say_with("list_page", &[("title", (&title).into()), ("page", (number as usize).into())])
        }
    }
}

fn by_name(mut items: Vec<IndexItem>) -> Vec<IndexItem> {
    items.sort_by_cached_key(|item| (collation_key(&item.link.text), item.link.text.clone()));
    items
}

/// A name as dictionaries sort it: capitals and accents aside, and without punctuation.
fn collation_key(name: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ğ' => 'g',
        'ş' => 's',
        other => other,
    };
    name.to_lowercase()
        .replace('œ', "oe")
        .replace('æ', "ae")
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == ' ')
        .map(plain)
        .collect()
}
