//! Records in a few words: names, links and lines.

use super::context::mark;
use super::local::{Local, unlinked};
use crate::corpus::{Entry, Record, people_of};
use crate::model::{self, Claim, ClaimId, Document, DocumentId, EventId, PlaceId, ShortText, SourceId, VerdictId};
use crate::site::{ClaimList, Subject};
use crate::text::Lang;
use crate::text::typography;
use crate::view::{ClaimLink, ClaimRow, DocumentLine, EventLine, Html, Link, Shared, Tally, Verdict, Wording};

impl<'c, 'a> Local<'c, 'a> {
    /// The verdicts in the order of the scale.
    pub fn verdict_scale(self) -> Vec<(&'a VerdictId, Verdict)> {
        let scale = self.context.map.corpus().site.verdicts.iter();
        let verdict = |(id, verdict): (&'a VerdictId, &model::Verdict)| {
            let label = self.text(&verdict.label);
            let href = self.href(Subject::Verdict(id.clone()));
            (id, Verdict { label, mark: mark(verdict.mark), href })
        };
        scale.map(verdict).collect()
    }

    /// A verdict of the scale.
    pub fn verdict(self, id: &VerdictId) -> Verdict {
        let found = self.edition.verdicts.iter().find(|(key, _)| *key == id);
        found.map_or_else(Verdict::default, |(_, verdict)| verdict.clone())
    }

    /// Claims by verdict, zeros included; `claims` are positions in their table.
    pub fn tally(self, claims: &[usize]) -> Tally {
        let table = &self.corpus().claims;
        let scale = &self.edition.verdicts;
        let mut counts = vec![0; scale.len()];
        for &claim in claims {
            if let Some(at) = scale.iter().position(|(id, _)| **id == table.at(claim).record.verdict) {
                counts[at] += 1;
            }
        }
        let rows = scale.iter().zip(counts);
        Tally::new(rows.map(|((_, verdict), count)| (verdict.clone(), count, self.words().number(count))))
    }

    /// The title of a claim.
    pub fn claim_title(self, entry: &Entry<Claim>) -> String {
        let translated = self.translated(entry).and_then(|translated| translated.texts.title.as_ref());
        self.typeset(translated.unwrap_or(&entry.record.title))
    }

    /// The proposition of a claim.
    pub fn claim_text(self, entry: &Entry<Claim>) -> String {
        let translated = self.translated(entry).and_then(|translated| translated.texts.claim.as_ref());
        self.typeset(translated.unwrap_or(&entry.record.claim))
    }

    /// A claim by title and verdict, by its position in the table.
    pub fn claim_link(self, claim: usize) -> Shared<ClaimLink> {
        self.edition.claim_links.get(claim, || {
            let entry = self.corpus().claims.at(claim);
            let (title, verdict) = (self.claim_title(entry), self.verdict(&entry.record.verdict));
            ClaimLink { title, href: self.href(Subject::Claim(entry.id.clone())), verdict }.into()
        })
    }

    /// What a reader should know of a claim before anything else.
    pub fn claim_summary(self, entry: &Entry<Claim>) -> Option<String> {
        self.summary(entry, entry.record.summary.as_ref())
    }

    /// The summary of a record in the language of the page; `original` is that of the record itself.
    pub fn summary<R: Record>(self, entry: &Entry<R>, original: Option<&String>) -> Option<String> {
        let translated = self.translated(entry).and_then(|translated| translated.texts.summary.as_ref());
        translated.or(original).map(|text| self.typeset(text))
    }

    /// Whether a source is a private person.
    pub fn is_private(self, id: &SourceId) -> bool {
        self.corpus().sources.get(id).is_some_and(|entry| entry.record.is_private())
    }

    /// Whether a private person has to do with a claim: what names them stands on its page alone.
    pub fn concerns_private_person(self, claim: &Claim) -> bool {
        people_of(claim).any(|source| self.is_private(source))
    }

    /// What the desk concluded and why, in a few sentences, as it may stand away from the page of the claim.
    pub fn claim_answer(self, entry: &Entry<Claim>) -> String {
        let verdict = self.verdict(&entry.record.verdict).label;
        let text = match self.concerns_private_person(&entry.record) {
            true => self.claim_title(entry),
            false => self.claim_summary(entry).unwrap_or_else(|| self.claim_text(entry)),
        };
        self.say_with("feed_text", &[("verdict", (&verdict).into()), ("text", (&text).into())])
    }

    /// What was changed after publication, as it may stand away from the page of the claim.
    pub fn revision_text(self, claim: &Claim, revision: &model::Revision) -> String {
        match self.concerns_private_person(claim) {
            true => self.say("transparency_reason_there"),
            false => self.text(&revision.text),
        }
    }

    /// Claims by title and verdict; those that the corpus lacks are passed over.
    pub fn claim_links<'i>(self, ids: impl IntoIterator<Item = &'i ClaimId>) -> Vec<Shared<ClaimLink>> {
        let claims = ids.into_iter().filter_map(|id| self.corpus().claims.position(id));
        claims.map(|claim| self.claim_link(claim)).collect()
    }

    /// The row of the claim at a position of its table.
    pub fn claim_row(self, claim: usize) -> ClaimRow {
        let entry = self.corpus().claims.at(claim);
        let ClaimLink { title, href, verdict } = self.claim_link(claim).unwrap_or_clone();
        let record = &entry.record;
        let mut sources: Vec<String> = Vec::new();
        for id in record.said.iter().flat_map(|said| said.by.sources()) {
            let public = self.corpus().sources.get(id).is_some_and(|source| !source.record.is_private());
            let name = self.source_name(id).text;
            if public && !sources.contains(&name) {
                sources.push(name);
            }
        }
        let said = record.said.first().date.map(|date| self.date(date));
        let substance = record.substance.as_ref().map(|id| self.verdict(id));
        ClaimRow { title, href, verdict, substance, sources, said }
    }

    /// The short name of a source, or its name if it has none.
    pub fn source_name(self, id: &SourceId) -> Wording {
        let entry = self.corpus().sources.get(id);
        let name = entry.map(|entry| entry.record.short_name.as_ref().unwrap_or(&entry.record.name));
        name.map_or_else(|| Wording::here(id.as_str()), |name| self.wording(name))
    }

    /// A source by its short name, linked unless it is a private person.
    pub fn source_link(self, id: &SourceId) -> Link {
        let name = self.source_name(id);
        let subject = Subject::Source(id.clone());
        if self.context.map.holds(&subject) { self.link(name, subject) } else { unlinked(name) }
    }

    /// A place by its name.
    pub fn place_link(self, id: &PlaceId) -> Link {
        let place = self.corpus().places.get(id);
        let name = place.map_or_else(|| Wording::here(id.as_str()), |entry| self.wording(&entry.record.name));
        self.link(name, Subject::Place(id.clone()))
    }

    /// An event by its name.
    pub fn event_link(self, id: &EventId) -> Link {
        let event = self.corpus().events.get(id);
        let name = event.map_or_else(|| Wording::here(id.as_str()), |entry| self.wording(&entry.record.name));
        self.link(name, Subject::Event(id.clone()))
    }

    /// An event in one line.
    pub fn event_line(self, id: &EventId) -> Option<EventLine> {
        let event = &self.corpus().events.get(id)?.record;
        let claims = self.context.map.claims(&ClaimList::Event(id.clone())).len();
        Some(EventLine {
            name: self.text(&event.name),
            href: self.href(Subject::Event(id.clone())),
            when: self.period(event.from, event.to),
            claims: (claims > 0).then(|| self.count("n_claims", claims)),
        })
    }

    /// The title of a document in its own words, if it was seen.
    pub fn document_title(self, document: &Document) -> Option<Wording> {
        let lang = document.language.as_str();
        let title = document.title.as_ref()?;
        Some(Wording::new(typography::apply(title.trim(), lang), lang, self.lang()))
    }

    /// A document as who published it and when: “AFP, 24 December 2019”; what it is where the day is unknown.
    pub fn document_name(self, document: &Document) -> String {
        let publisher = self.source_name(&document.publisher).text;
        let date = match document.date {
            Some(date) => self.date_words(date),
            None => self.document_described(document),
        };
        self.say_with("document_untitled", &[("publisher", (&publisher).into()), ("date", (&date).into())])
    }

    /// A document by who published it and when, linked to its page.
    pub fn document_link(self, id: &DocumentId) -> Link {
        let document = self.corpus().documents.get(id);
        let name = document.map_or_else(|| id.to_string(), |entry| self.document_name(&entry.record));
        Link::to(name, self.href(Subject::Document(id.clone())))
    }

    /// What a document is, in words, without its title.
    pub fn document_described(self, document: &Document) -> String {
        let described = document.described_as.as_ref().map(|text| self.text(text));
        described.unwrap_or_else(|| self.say_word("document_kind", document.kind.word()))
    }

    /// A document in one line.
    pub fn document_line(self, id: &DocumentId) -> Shared<DocumentLine> {
        let Some(at) = self.corpus().documents.position(id) else {
            let href = self.href(Subject::Document(id.clone()));
            return DocumentLine { href, described: id.to_string(), ..DocumentLine::default() }.into();
        };
        self.edition.document_lines.get(at, || {
            let document = &self.corpus().documents.at(at).record;
            DocumentLine {
                href: self.href(Subject::Document(id.clone())),
                publisher: self.source_link(&document.publisher),
                title: self.document_title(document),
                described: self.document_described(document),
                language: self.language(&document.language),
                date: document.date.map(|date| self.date(date)),
                url: document.url.clone().filter(|_| document.link),
                archived: document.archived.as_ref().map(|archived| archived.url.clone()),
            }
            .into()
        })
    }

    /// The name of a language; its tag where the interface has no word for it.
    pub fn language(self, lang: &Lang) -> String {
        let primary = lang.as_str().split('-').next().unwrap_or_default();
        let name = self.words().find(&format!("language_{primary}"));
        name.unwrap_or(lang.as_str()).to_owned()
    }

    /// A name in the languages other than that of the page, and other spellings.
    pub fn other_names(self, name: &ShortText, aliases: &[String]) -> Vec<Wording> {
        let here = self.text(name);
        let mut names: Vec<Wording> = Vec::new();
        for (lang, text) in name.texts(self.corpus().first_lang()) {
            let text = typography::apply(text.trim(), lang.as_str());
            if text != here && !names.iter().any(|name| name.text == text) {
                names.push(Wording::new(text, lang.as_str(), self.lang()));
            }
        }
        for alias in aliases {
            if *alias != here && !names.iter().any(|name| name.text == *alias) {
                names.push(Wording::here(alias.as_str()));
            }
        }
        names
    }

    /// A text that is shown as it is.
    pub fn plain_html(self, text: &str) -> Html {
        Html::from_text(&self.typeset(text))
    }
}
