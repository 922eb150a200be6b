//! What points at what.

use super::reads::note_links;
use super::sorted::Sorted;
use super::table::Table;
use crate::model::{
    Claim, ClaimId, Document, DocumentId, Event, EventId, Place, PlaceId, RecordKind, Relation, Source, SourceId,
    Stance,
};

/// What points at each record, in the order of the tables.
#[derive(Debug, Default)]
pub struct Backlinks {
    claims: Vec<ClaimLinks>,
    sources: Vec<SourceLinks>,
    documents: Vec<DocumentLinks>,
    events: Vec<EventLinks>,
    places: Vec<PlaceLinks>,
}

/// What points at a claim.
#[derive(Clone, Debug, Default, Hash)]
pub struct ClaimLinks {
    /// Claims that stand in a relation to it.
    pub relations: Sorted<(Relation, ClaimId)>,
    /// Claims whose text links to it.
    pub mentions: Sorted<ClaimId>,
}

/// What points at a source.
#[derive(Clone, Debug, Default, Hash)]
pub struct SourceLinks {
    /// Claims that it made, itself or by a speaker.
    pub made: Sorted<ClaimId>,
    /// Claims of others in a document that it published.
    pub relayed: Sorted<ClaimId>,
    /// Claims that it supports, as publisher or as origin.
    pub supports: Sorted<ClaimId>,
    /// Claims that it undermines, as publisher or as origin.
    pub undermines: Sorted<ClaimId>,
    /// Documents that it published.
    pub documents: Sorted<DocumentId>,
    /// Sources that it owns, or that belong to it.
    pub dependants: Sorted<SourceId>,
    /// Claims whose text links to it.
    pub mentions: Sorted<ClaimId>,
}

/// What points at a document.
#[derive(Clone, Debug, Default, Hash)]
pub struct DocumentLinks {
    /// Claims that it carries.
    pub carries: Sorted<ClaimId>,
    /// Claims that cite it as evidence or in their text, or whose picture, video or recording it shows.
    pub cited_by: Sorted<ClaimId>,
    /// Copies, translations and other versions of it.
    pub versions: Sorted<DocumentId>,
    /// Events that name it in a series or in their text.
    pub events: Sorted<EventId>,
}

/// What points at an event.
#[derive(Clone, Debug, Default, Hash)]
pub struct EventLinks {
    /// Claims that are about it.
    pub claims: Sorted<ClaimId>,
    /// Claims whose text links to it.
    pub mentions: Sorted<ClaimId>,
}

/// What points at a place.
#[derive(Clone, Debug, Default, Hash)]
pub struct PlaceLinks {
    /// Claims that are about it.
    pub claims: Sorted<ClaimId>,
    /// Events that happened there.
    pub events: Sorted<EventId>,
    /// Places inside it.
    pub parts: Sorted<PlaceId>,
    /// Claims whose text links to it.
    pub mentions: Sorted<ClaimId>,
}

/// The tables that backlinks are gathered from.
pub(crate) struct Tables<'a> {
    pub claims: &'a Table<Claim>,
    pub sources: &'a Table<Source>,
    pub documents: &'a Table<Document>,
    pub events: &'a Table<Event>,
    pub places: &'a Table<Place>,
}

/// An id that a text links to or cites, with the record whose text it is.
pub(crate) struct TextLink<'a> {
    /// The record whose text it is.
    pub from: TextOwner<'a>,
    /// The id it names.
    pub to: &'a str,
}

/// The record whose text links.
pub(crate) enum TextOwner<'a> {
    Claim(&'a ClaimId),
    Event(&'a EventId),
}

impl Backlinks {
    /// Gathers what points at what; references that lead nowhere are passed over.
    pub(crate) fn gather<'a>(tables: &Tables<'a>, links: impl Iterator<Item = TextLink<'a>>) -> Self {
        let mut backlinks = Self {
            claims: vec![ClaimLinks::default(); tables.claims.len()],
            sources: vec![SourceLinks::default(); tables.sources.len()],
            documents: vec![DocumentLinks::default(); tables.documents.len()],
            events: vec![EventLinks::default(); tables.events.len()],
            places: vec![PlaceLinks::default(); tables.places.len()],
        };
        for entry in tables.claims {
            backlinks.add_claim(tables, &entry.id, &entry.record);
        }
        for entry in tables.documents {
            backlinks.add_document(tables, &entry.id, &entry.record);
        }
        for entry in tables.sources {
            for whole in [&entry.record.owner, &entry.record.member_of].into_iter().flatten() {
                backlinks.source_mut(tables, whole, |links| &mut links.dependants, &entry.id);
            }
        }
        for entry in tables.events {
            for place in &entry.record.places {
                add(&mut backlinks.places, tables.places.position(place), |links| &mut links.events, &entry.id);
            }
            for document in entry.record.series.iter().flat_map(|series| &series.documents) {
                add(
                    &mut backlinks.documents,
                    tables.documents.position(document),
                    |links| &mut links.events,
                    &entry.id,
                );
            }
        }
        for entry in tables.places {
            if let Some(whole) = &entry.record.within {
                add(&mut backlinks.places, tables.places.position(whole), |links| &mut links.parts, &entry.id);
            }
        }
        for link in links {
            backlinks.add_text_link(tables, &link);
        }
        backlinks
    }

    /// Gathers anew what a claim points at, after it has changed; `links` are those of its text.
    pub(crate) fn amend<'a>(
        &mut self,
        tables: &Tables<'a>,
        id: &ClaimId,
        claim: &Claim,
        links: impl Iterator<Item = TextLink<'a>>,
    ) {
        self.forget(id);
        self.add_claim(tables, id, claim);
        for link in links {
            self.add_text_link(tables, &link);
        }
    }

    /// Takes a claim away from everything that it pointed at.
    fn forget(&mut self, id: &ClaimId) {
        for ClaimLinks { relations, mentions } in &mut self.claims {
            relations.retain(|(_, from)| from != id);
            mentions.remove(id);
        }
        for SourceLinks { made, relayed, supports, undermines, documents: _, dependants: _, mentions } in
            &mut self.sources
        {
            for set in [made, relayed, supports, undermines, mentions] {
                set.remove(id);
            }
        }
        for DocumentLinks { carries, cited_by, versions: _, events: _ } in &mut self.documents {
            carries.remove(id);
            cited_by.remove(id);
        }
        for EventLinks { claims, mentions } in &mut self.events {
            claims.remove(id);
            mentions.remove(id);
        }
        for PlaceLinks { claims, events: _, parts: _, mentions } in &mut self.places {
            claims.remove(id);
            mentions.remove(id);
        }
    }

    fn source_mut<T: Clone + Ord>(
        &mut self,
        tables: &Tables<'_>,
        source: &SourceId,
        set: impl Fn(&mut SourceLinks) -> &mut Sorted<T>,
        from: &T,
    ) {
        add(&mut self.sources, tables.sources.position(source), set, from);
    }

    fn add_claim(&mut self, tables: &Tables<'_>, id: &ClaimId, claim: &Claim) {
        let speakers = claim.said.iter().flat_map(|said| said.by.sources().iter().chain(&said.speaker));
        for source in speakers.clone() {
            self.source_mut(tables, source, |links| &mut links.made, id);
        }
        for said in &claim.said {
            add(&mut self.documents, tables.documents.position(&said.document), |links| &mut links.carries, id);
            if let Some(document) = tables.documents.get(&said.document)
                && !speakers.clone().any(|speaker| *speaker == document.record.publisher)
            {
                self.source_mut(tables, &document.record.publisher, |links| &mut links.relayed, id);
            }
        }
        for evidence in &claim.evidence {
            add(&mut self.documents, tables.documents.position(&evidence.document), |links| &mut links.cited_by, id);
            let publisher = tables.documents.get(&evidence.document).map(|entry| &entry.record.publisher);
            let origins = evidence.origin.iter().filter_map(|origin| match origin {
                crate::model::OriginRef::Source(source) => Some(source),
                crate::model::OriginRef::Own | crate::model::OriginRef::Unknown => None,
            });
            for source in publisher.into_iter().chain(origins) {
                // The claimant's own words do not support it a second time.
                if claim.said.iter().any(|said| said.by.sources().contains(source)) {
                    continue;
                }
                match evidence.stance {
                    Stance::Supports | Stance::Refines => {
                        self.source_mut(tables, source, |links| &mut links.supports, id)
                    }
                    Stance::Undermines => self.source_mut(tables, source, |links| &mut links.undermines, id),
                    Stance::Context => {}
                }
            }
        }
        for document in claim.media.iter().flat_map(|media| media.document.iter().chain(&media.original)) {
            add(&mut self.documents, tables.documents.position(document), |links| &mut links.cited_by, id);
        }
        if let Some(event) = &claim.event {
            add(&mut self.events, tables.events.position(event), |links| &mut links.claims, id);
        }
        for place in &claim.places {
            add(&mut self.places, tables.places.position(place), |links| &mut links.claims, id);
        }
        for (relation, other) in claim.relations.all() {
            let from = (relation, id.clone());
            add(&mut self.claims, tables.claims.position(other), |links| &mut links.relations, &from);
        }
    }

    fn add_document(&mut self, tables: &Tables<'_>, id: &DocumentId, document: &Document) {
        self.source_mut(tables, &document.publisher, |links| &mut links.documents, id);
        let copied = document.copy_of.as_ref().and_then(|copy| copy.document.as_ref());
        for other in copied.into_iter().chain(&document.translation_of).chain(&document.version_of) {
            add(&mut self.documents, tables.documents.position(other), |links| &mut links.versions, id);
        }
    }

    fn add_text_link(&mut self, tables: &Tables<'_>, link: &TextLink<'_>) {
        let Tables { claims, sources, documents, events, places } = tables;
        let to = link.to;
        match link.from {
            TextOwner::Claim(from) => {
                if to != from.as_str() {
                    add(&mut self.claims, claims.position_of(to), |links| &mut links.mentions, from);
                }
                add(&mut self.sources, sources.position_of(to), |links| &mut links.mentions, from);
                add(&mut self.documents, documents.position_of(to), |links| &mut links.cited_by, from);
                add(&mut self.events, events.position_of(to), |links| &mut links.mentions, from);
                add(&mut self.places, places.position_of(to), |links| &mut links.mentions, from);
            }
            TextOwner::Event(from) => {
                add(&mut self.documents, documents.position_of(to), |links| &mut links.events, from);
            }
        }
    }

    /// What points at the claim at a position of its table.
    pub fn claim(&self, position: usize) -> &ClaimLinks {
        note_links(RecordKind::Claim, position);
        &self.claims[position]
    }

    /// What points at the source at a position of its table.
    pub fn source(&self, position: usize) -> &SourceLinks {
        note_links(RecordKind::Source, position);
        &self.sources[position]
    }

    /// What points at the document at a position of its table.
    pub fn document(&self, position: usize) -> &DocumentLinks {
        note_links(RecordKind::Document, position);
        &self.documents[position]
    }

    /// What points at the event at a position of its table.
    pub fn event(&self, position: usize) -> &EventLinks {
        note_links(RecordKind::Event, position);
        &self.events[position]
    }

    /// What points at the place at a position of its table.
    pub fn place(&self, position: usize) -> &PlaceLinks {
        note_links(RecordKind::Place, position);
        &self.places[position]
    }
}

fn add<L, T: Clone + Ord>(all: &mut [L], position: Option<usize>, set: impl Fn(&mut L) -> &mut Sorted<T>, from: &T) {
    if let Some(links) = position.and_then(|position| all.get_mut(position)) {
        set(links).insert(from.clone());
    }
}
