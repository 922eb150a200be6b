//! The corpus as one language shows it: texts, dates and addresses.

use super::context::{Edition, ViewContext};
use crate::corpus::{Corpus, Entry, Record, Translated};
use crate::model::ShortText;
use crate::site::{Route, Subject};
use crate::text::{PartialDate, format, html, typography};
use crate::view::{Argument, Date, Html, Link, Wording, Words};

/// The corpus as one language shows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Local<'c, 'a> {
    pub context: &'c ViewContext<'a>,
    pub edition: &'c Edition<'a>,
}

impl<'c, 'a> Local<'c, 'a> {
    pub fn corpus(self) -> &'c Corpus {
        self.context.shown.corpus()
    }

    pub fn lang(self) -> &'c str {
        self.edition.lang.as_str()
    }

    pub fn words(self) -> &'c Words {
        self.edition.words
    }

    /// A message of the interface.
    pub fn say(self, key: &str) -> String {
        self.words().get(key)
    }

    /// A message of the interface with its arguments.
    pub fn say_with(self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.words().with(key, arguments)
    }

    /// A message of the interface whose arguments are HTML.
    pub fn say_html(self, key: &str, arguments: &[(&str, &Html)]) -> Html {
        // Placeholders of the private use area stand for the arguments while the message is escaped.
        let places: Vec<String> = ('\u{e000}'..).take(arguments.len()).map(String::from).collect();
        let named: Vec<(&str, Argument<'_>)> =
            arguments.iter().zip(&places).map(|((name, _), place)| (*name, place.into())).collect();
        let mut markup = html::escape_text(&self.say_with(key, &named)).into_owned();
        for ((_, value), place) in arguments.iter().zip(&places) {
            markup = markup.replace(place.as_str(), value.as_str());
        }
        Html::from_markup(markup)
    }

    /// The message for a word of the vocabulary: `source_news_agency` for `news-agency`.
    pub fn say_word(self, prefix: &str, word: &str) -> String {
        self.say(&format!("{prefix}_{}", word.replace('-', "_")))
    }

    /// A text in the language of the page, with its punctuation put right.
    pub fn typeset(self, text: &str) -> String {
        typography::apply(text.trim(), self.lang()).into_owned()
    }

    /// A short text; in the language that it has, said to be so, where it lacks that of the page.
    pub fn wording(self, text: &ShortText) -> Wording {
        let first = self.corpus().first_lang();
        if let Some(words) = text.get(self.edition.lang, first) {
            return Wording::here(self.typeset(words));
        }
        let texts = text.texts(first);
        let other = texts.iter().find(|(lang, _)| *lang == first).or(texts.first());
        other.map_or_else(Wording::default, |(lang, words)| {
            let words = typography::apply(words.trim(), lang.as_str());
            Wording::new(words, lang.as_str(), self.lang())
        })
    }

    /// The words of a short text, where a page has no place for another language.
    pub fn text(self, text: &ShortText) -> String {
        self.wording(text).text
    }

    /// The translation of a record into the language of the page; none if this is the original's.
    pub fn translated<R: Record>(self, entry: &Entry<R>) -> Option<&Translated> {
        entry.translations.get(self.edition.lang)
    }

    /// The body of a record in the language of the page, else in that of the original, and which language that is.
    pub fn body<R: Record>(self, entry: &'c Entry<R>) -> (&'c str, &'c str) {
        let translated = self.translated(entry).map(|translated| translated.body());
        match translated.filter(|body| !body.trim().is_empty()) {
            Some(body) => (self.lang(), body),
            None => (self.corpus().first_lang().as_str(), entry.body()),
        }
    }

    /// The address of a page in the language of this one.
    pub fn href(self, subject: Subject) -> String {
        self.context.map.path(&Route { lang: self.edition.lang.clone(), subject })
    }

    /// The full address of a page in the language of this one.
    pub fn url(self, subject: Subject) -> String {
        self.context.map.url(&Route { lang: self.edition.lang.clone(), subject })
    }

    /// A link to a page in the language of this one.
    pub fn link(self, name: Wording, subject: Subject) -> Link {
        Link { text: name.text, href: Some(self.href(subject)), lang: name.lang, dir: name.dir }
    }

    /// A date for machines and for readers.
    pub fn date(self, date: PartialDate) -> Date {
        Date { iso: date.to_string(), text: Html::from_markup(format::date_html(date.parts(), self.lang())) }
    }

    /// A date in plain words.
    pub fn date_words(self, date: PartialDate) -> String {
        format::date(date.parts(), self.lang())
    }

    /// A date as HTML.
    pub fn time(self, date: PartialDate) -> Html {
        let Date { iso, text } = self.date(date);
        Html::from_markup(format!("<time datetime=\"{iso}\">{text}</time>"))
    }

    /// A day or a span of days as HTML; none if neither end is known.
    pub fn period(self, from: Option<PartialDate>, to: Option<PartialDate>) -> Option<Html> {
        let period = match (from, to) {
            (Some(from), Some(to)) if from == to => self.time(from),
            (Some(from), Some(to)) => {
                let span = format::date_range_html(from.parts(), to.parts(), self.lang());
                Html::from_markup(format!("<span class=\"span\">{span}</span>"))
            }
            (Some(from), None) => self.say_html("date_since", &[("from", &self.time(from))]),
            (None, Some(to)) => self.say_html("date_until", &[("to", &self.time(to))]),
            (None, None) => return None,
        };
        Some(period)
    }

    /// A count in words: `n_claims`, `n_documents`.
    pub fn count(self, key: &str, count: usize) -> String {
        self.say_with(key, &[("n", count.into())])
    }

    /// Words in a row: “a, b and c”.
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        format::list(items, self.lang())
    }
}

/// A link whose words are a wording and which leads nowhere.
pub(super) fn unlinked(name: Wording) -> Link {
    Link { text: name.text, href: None, lang: name.lang, dir: name.dir }
}
