//! Names, documents, verdicts and figures as data.

use super::super::local::Local;
use crate::model::{Document, DocumentId, EventId, Figure, Layer, PlaceId, SourceId, VerdictId};
use crate::site::Subject;
use crate::view::{ArchivedFacts, DocumentFacts, Exact, FigureFacts, Named, VerdictFacts};
use crate::weigh;

impl Local<'_, '_> {
    /// A source by id and name; of a private person only that it is one.
    pub fn named_source(self, id: &SourceId) -> Named {
        if !self.context.map.holds(&Subject::Source(id.clone())) {
            return Named { private: true, ..Named::default() };
        }
        let url = self.url(Subject::Source(id.clone()));
        Named { id: Some(id.to_string()), name: Some(self.source_name(id).text), url: Some(url), private: false }
    }

    /// An event by id and name.
    pub fn named_event(self, id: &EventId) -> Named {
        let url = self.url(Subject::Event(id.clone()));
        Named { id: Some(id.to_string()), name: Some(self.event_link(id).text), url: Some(url), private: false }
    }

    /// A place by id and name.
    pub fn named_place(self, id: &PlaceId) -> Named {
        let url = self.url(Subject::Place(id.clone()));
        Named { id: Some(id.to_string()), name: Some(self.place_link(id).text), url: Some(url), private: false }
    }

    /// A verdict with its layer and its place on the truth scale.
    pub fn verdict_facts(self, id: &VerdictId) -> VerdictFacts {
        let verdict = self.corpus().site.verdicts.get(id);
        VerdictFacts {
            id: id.to_string(),
            label: self.verdict(id).label,
            layer: verdict.map_or(Layer::Proposition, |verdict| verdict.about).word(),
            rating: verdict.and_then(|verdict| verdict.rating).map(|rating| rating.number()),
        }
    }

    /// A document; of one that a private person published no address and no id, which may hold the name.
    pub fn document_facts(self, id: &DocumentId) -> DocumentFacts {
        let Some(entry) = self.corpus().documents.get(id) else { return DocumentFacts::default() };
        let document: &Document = &entry.record;
        let publisher = self.named_source(&document.publisher);
        let public = !publisher.private;
        DocumentFacts {
            id: public.then(|| id.to_string()),
            title: document.title.as_ref().filter(|_| public).map(|title| title.trim().to_owned()),
            kind: document.kind.word(),
            language: document.language.to_string(),
            date: document.date.map(|date| date.to_string()),
            url: document.url.clone().filter(|_| public && document.link),
            archived: document.archived.as_ref().filter(|_| public).map(|archived| ArchivedFacts {
                url: archived.url.clone(),
                date: archived.date.map(|date| date.to_string()),
            }),
            page: public.then(|| self.url(Subject::Document(id.clone()))),
            publisher,
        }
    }

    /// A figure with what it allows.
    pub fn figure_facts(self, figure: &Figure) -> FigureFacts {
        let site = &self.corpus().site;
        let interval = weigh::interval(site, figure);
        let (from, to) = figure.period();
        FigureFacts {
            measure: figure.measure.to_string(),
            of: figure.of.as_ref().map(ToString::to_string),
            text: self.quantity(&figure.value),
            qualifier: figure.value.qualifier.as_str(),
            stated: figure.value.stated().and_then(Exact::new),
            low: Exact::new(interval.low),
            high: Exact::new(interval.high),
            unit: weigh::unit(site, figure).map(|unit| unit.word()),
            from: from.map(|date| date.to_string()),
            to: to.map(|date| date.to_string()),
            window: figure.window.word(),
            place: figure.place.as_ref().map(ToString::to_string),
            derived: figure.derived,
        }
    }
}
