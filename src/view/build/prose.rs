//! Markdown of a record as HTML, with the references that it cites.

use super::local::Local;
use crate::corpus::{Entry, Record, Target};
use crate::markdown::{self, Citation};
use crate::model::{DocumentId, RecordKind, ShortText};
use crate::site::Subject;
use crate::view::{Direction, Html, Link, Reference};

/// The texts of one page and the documents they cite, numbered in the order of citation.
pub(super) struct Prose<'c, 'a> {
    local: Local<'c, 'a>,
    /// The language of the text that is being written.
    lang: String,
    /// Each document, and how often it was cited.
    cited: Vec<(DocumentId, usize)>,
}

impl<'c, 'a> Prose<'c, 'a> {
    pub fn new(local: Local<'c, 'a>) -> Self {
        Self { local, lang: local.lang().to_owned(), cited: Vec::new() }
    }

    /// The body of a record in the language of the page, else in that of the original, which is then named.
    pub fn body<R: Record>(&mut self, entry: &Entry<R>) -> Html {
        let (lang, body) = self.local.body(entry);
        if body.trim().is_empty() {
            return Html::default();
        }
        self.in_language(lang, body, "div", markdown::html)
    }

    /// A short text as HTML without blocks.
    pub fn short(&mut self, text: &ShortText) -> Html {
        let first = self.local.corpus().first_lang();
        if let Some(words) = text.get(self.local.edition.lang, first) {
            return self.in_language(self.local.lang(), words, "bdi", markdown::inline);
        }
        let texts = text.texts(first);
        match texts.iter().find(|(lang, _)| *lang == first).or(texts.first()) {
            Some((lang, words)) => self.in_language(lang.as_str(), words, "bdi", markdown::inline),
            None => Html::default(),
        }
    }

    fn in_language(
        &mut self,
        lang: &str,
        text: &str,
        element: &str,
        write: fn(&str, &mut dyn markdown::Context, &mut String),
    ) -> Html {
        lang.clone_into(&mut self.lang);
        let mut markup = String::with_capacity(text.len() + text.len() / 2);
        write(text, self, &mut markup);
        if lang == self.local.lang() {
            return Html::from_markup(markup);
        }
        let dir = match Direction::of(lang) {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        };
        Html::from_markup(format!("<{element} lang=\"{lang}\" dir=\"{dir}\">{markup}</{element}>"))
    }

    /// Adds a document to the references without a place that cites it.
    pub fn refer(&mut self, id: &DocumentId) {
        self.number(id);
    }

    /// The references of the page, by number.
    pub fn references(self) -> Vec<Reference> {
        let reference = |(at, (id, cited)): (usize, &(DocumentId, usize))| Reference {
            anchor: format!("ref-{}", at + 1),
            document: self.local.document_line(id),
            cited_at: (1..=*cited).map(|occurrence| format!("cite-{}-{occurrence}", at + 1)).collect(),
        };
        self.cited.iter().enumerate().map(reference).collect()
    }

    fn number(&mut self, id: &DocumentId) -> usize {
        let known = self.cited.iter().position(|(cited, _)| cited == id);
        known.unwrap_or_else(|| {
            self.cited.push((id.clone(), 0));
            self.cited.len() - 1
        })
    }
}

impl markdown::Context for Prose<'_, '_> {
    fn lang(&self) -> &str {
        &self.lang
    }

    fn link(&self, id: &str) -> Option<markdown::Link> {
        let Link { text, href, lang, .. } = self.local.record_link(id)?;
        // The language of the page is not always that of the text.
        let named = lang.unwrap_or_else(|| self.local.lang().to_owned());
        Some(markdown::Link { href, label: text, lang: Some(named).filter(|lang| *lang != self.lang) })
    }

    fn cite(&mut self, id: &str) -> Option<Citation> {
        let id = DocumentId::new(id);
        let document = &self.local.corpus().documents.get(&id)?.record;
        let label = self.local.document_name(document);
        let at = self.number(&id);
        self.cited[at].1 += 1;
        let (number, occurrence) = (at + 1, self.cited[at].1);
        Some(Citation { number, occurrence, href: format!("#ref-{number}"), label })
    }

    fn href(&self, path: &str) -> String {
        format!("{}{path}", self.local.context.map.root().trim_end_matches('/'))
    }
}

impl Local<'_, '_> {
    /// A record of any kind by its name; none if there is no such record.
    pub fn record_link(self, id: &str) -> Option<Link> {
        let corpus = self.corpus();
        let link = match corpus.target(id)? {
            Target::Record(RecordKind::Claim) => {
                let entry = corpus.claims.find(id)?;
                Link::to(self.claim_title(entry), self.href(Subject::Claim(entry.id.clone())))
            }
            Target::Record(RecordKind::Source) => self.source_link(&corpus.sources.find(id)?.id),
            Target::Record(RecordKind::Document) => self.document_link(&corpus.documents.find(id)?.id),
            Target::Record(RecordKind::Event) => self.event_link(&corpus.events.find(id)?.id),
            Target::Record(RecordKind::Place) => self.place_link(&corpus.places.find(id)?.id),
            Target::Record(RecordKind::Page) => {
                let entry = corpus.pages.find(id)?;
                Link::to(self.page_title(entry), self.href(Subject::Text(entry.id.clone())))
            }
            Target::Verdict => {
                let (key, verdict) = self.edition.verdicts.iter().find(|(key, _)| key.as_str() == id)?;
                Link::to(verdict.label.clone(), self.href(Subject::Verdict((*key).clone())))
            }
        };
        Some(link)
    }
}
