//! The parts that several kinds of page share.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::chart::{Chart, Track};
use crate::text::Lang;
use crate::text::html::escape_attr;

/// A fragment of HTML that we made, escaped where it had to be: the only text templates print as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// Vouches that `markup` is well-formed HTML and that whatever authors wrote in it is escaped.
    pub fn from_markup(markup: impl Into<String>) -> Self {
        Self(markup.into())
    }

    /// The fragment that shows `text` as it is.
    pub fn from_text(text: &str) -> Self {
        Self(escape_attr(text).into_owned())
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Html {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What many pages show, in memory once.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shared<T>(Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Clone> Shared<T> {
    /// What is shared, to be changed.
    pub fn unwrap_or_clone(self) -> T {
        Arc::unwrap_or_clone(self.0)
    }
}

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// The way a script runs, as the `dir` attribute wants it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The direction of the script that `lang` is usually written in.
    pub fn of(lang: &str) -> Self {
        match Lang::parse(lang).as_ref().map(Lang::direction) {
            Some("rtl") => Self::Rtl,
            _ => Self::Ltr,
        }
    }
}

/// A text that may be in another language than its page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Wording {
    /// The words.
    pub text: String,
    /// Their language, if it is not the page's.
    pub lang: Option<String>,
    /// The direction of that language; absent with it.
    pub dir: Option<Direction>,
}

impl Wording {
    /// Words in the language of the page.
    pub fn here(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None, dir: None }
    }

    /// Words in `lang`, on a page in `page_lang`.
    pub fn new(text: impl Into<String>, lang: &str, page_lang: &str) -> Self {
        if lang == page_lang {
            return Self::here(text);
        }
        Self { text: text.into(), lang: Some(lang.to_owned()), dir: Some(Direction::of(lang)) }
    }
}

/// A name, and where it leads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The words of the link.
    pub text: String,
    /// Where it leads; absent for what has no page, such as a private person.
    pub href: Option<String>,
    /// The language of the words, if it is not the page's.
    pub lang: Option<String>,
    /// The direction of that language; absent with it.
    pub dir: Option<Direction>,
}

impl Link {
    /// Words in the language of the page that lead to `href`.
    pub fn to(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), lang: None, dir: None }
    }

    /// Words that lead nowhere.
    pub fn unlinked(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// A date, to the day, the month or the year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Date {
    /// For machines: `2019-12-24`, `2019-12` or `2019`.
    pub iso: String,
    /// For readers, as HTML: `24 décembre 2019`, `1<sup>er</sup> mai 2019`.
    pub text: Html,
}

/// The sign of a verdict: one of the seven of the theme, or a disc in ink.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Two discs that overlap: independent sources agree.
    Independent,
    /// A disc: other evidence agrees.
    Corroborated,
    /// A square with lines: the words were said.
    Words,
    /// A ring: only the one who said it stands for it.
    Attributed,
    /// Two half discs apart: sources disagree.
    Disputed,
    /// Not equal: the evidence says otherwise.
    Contradicted,
    /// Empty brackets: it cannot be known.
    Unverifiable,
    /// A disc in ink, for a verdict that names no mark.
    #[default]
    Plain,
}

/// A verdict as a reader meets it: its word and its mark, never one alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Its name.
    pub label: String,
    /// Its sign, and its colour with it.
    pub mark: Mark,
    /// The page of the verdict.
    pub href: String,
}

/// A claim in a few words, inside another page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ClaimLink {
    /// The title of the claim.
    pub title: String,
    /// Its page.
    pub href: String,
    /// What the desk concluded.
    pub verdict: Verdict,
}

/// A claim as a row of a list; `row.html` makes it once, and every list takes the result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ClaimRow {
    /// The title of the claim.
    pub title: String,
    /// Its page.
    pub href: String,
    /// What the desk concluded.
    pub verdict: Verdict,
    /// The second verdict, on the other layer, if there is one.
    pub substance: Option<Verdict>,
    /// Who said it, by short name; private persons left out.
    pub sources: Vec<String>,
    /// When it was said.
    pub said: Option<Date>,
}

/// Rows of claims, and the way to the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// The rows, each rendered once by `Engine::row`.
    pub rows: Vec<Html>,
    /// The way to the rest, if there is more than stands here: “All 214 claims”.
    pub more: Option<Link>,
}

/// The neighbours of one page of a list. No total: older pages never change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pager {
    /// The page with what came after.
    pub newer: Option<String>,
    /// The page with what came before.
    pub older: Option<String>,
    /// The first page, if this is not it.
    pub newest: Option<String>,
    /// The last page, if this is not it.
    pub oldest: Option<String>,
}

/// How many claims have which verdict; also the key to the marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// One row a verdict, in the order of the scale, zeros included.
    pub rows: Vec<TallyRow>,
}

/// One verdict of a tally.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TallyRow {
    /// The verdict; its address may be the list of these claims.
    pub verdict: Verdict,
    /// How many claims.
    pub count: usize,
    /// The same for readers: `1 204`.
    pub count_text: String,
    /// Above 60 claims in some row: the length of the bar in percent of the longest (`37.5`); marks otherwise.
    pub bar: Option<String>,
}

impl Tally {
    /// A tally of verdicts, their counts and how these are written.
    pub fn new(counts: impl IntoIterator<Item = (Verdict, usize, String)>) -> Self {
        let counts: Vec<_> = counts.into_iter().collect();
        let longest = counts.iter().map(|(_, count, _)| *count).max().unwrap_or(0);
        let bar = |count: usize| {
            // In tenths of a percent, so that no floating point reaches a page.
            let tenths = count * 1000 / longest;
            format!("{}.{}", tenths / 10, tenths % 10)
        };
        let rows = counts
            .into_iter()
            .map(|(verdict, count, count_text)| {
                let bar = (longest > 60).then(|| bar(count));
                TallyRow { verdict, count, count_text, bar }
            })
            .collect();
        Self { rows }
    }
}

/// The claims of a document as one line: a column a paragraph, a mark a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Spine {
    /// One column a paragraph.
    pub columns: Vec<SpineColumn>,
}

/// One paragraph of a spine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SpineColumn {
    /// The number of the paragraph.
    pub number: u32,
    /// The marks of its claims, in the order of the page.
    pub marks: Vec<Mark>,
}

/// A line of a list of facts: “Owner: …”.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// The names it gives, if it gives names.
    pub links: Vec<Link>,
    /// What it says, as HTML, if it says more or gives no names.
    pub text: Option<Html>,
}

/// A document in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DocumentLine {
    /// The page of the document.
    pub href: String,
    /// Who published it, by short name.
    pub publisher: Link,
    /// Its title, as seen.
    pub title: Option<Wording>,
    /// What it is, in words, if its title was not seen: “news agency dispatch”.
    pub described: String,
    /// Its language, in words.
    pub language: String,
    /// When it was published.
    pub date: Option<Date>,
    /// The original elsewhere, if it may be linked.
    pub url: Option<String>,
    /// The copy that a web archive keeps.
    pub archived: Option<String>,
}

/// An event in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EventLine {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// When, in words, as HTML with `time` elements: a day or a span of days.
    pub when: Option<Html>,
    /// How many claims are about it, in words: “6 claims”.
    pub claims: Option<String>,
}

/// Words of someone else, as they stand, and what they mean here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Quotation {
    /// The words, without quotation marks.
    pub words: Wording,
    /// The same in the language of the page, if they are in another.
    pub translation: Option<String>,
    /// Who translated, in words: “Our translation”; stands beside the translation.
    pub translated_by: Option<String>,
    /// That the words were compared with no capture, and why: “read in an excerpt …”.
    pub caution: Option<String>,
    /// How far the words agree with the capture, in words: “word for word but for typography”.
    pub verified: Option<String>,
    /// The level of that: `exact`, `typographic` or `elided`.
    pub level: Option<String>,
    /// The SHA-256 sum of the capture.
    pub capture: Option<String>,
    /// Where the words stand, for machines; none of a private capture.
    pub selector: Option<TextQuoteSelector>,
    /// The way to the passage in the original.
    pub passage: Option<Link>,
}

/// A W3C `TextQuoteSelector`: a passage and what stands around it in the capture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TextQuoteSelector {
    /// The passage.
    pub exact: String,
    /// What stands right before it.
    pub prefix: String,
    /// What stands right behind it.
    pub suffix: String,
}

/// What evidence does to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// It says the same.
    Supports,
    /// It says the same, more exactly.
    Refines,
    /// It says otherwise.
    Undermines,
    /// It helps to understand.
    Context,
}

/// Figures that belong together, as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FigureTable {
    /// What is counted: “Killed, civilians”.
    pub caption: String,
    /// The unit, as the head of the column of values: “people”.
    pub unit: String,
    /// The days that all rows are about, as HTML, where the table is drawn and they are the same.
    pub period: Option<Html>,
    /// The figures by the date they were given, undated last.
    pub rows: Vec<FigureRow>,
    /// The scale that the values are drawn on; none if the table is not drawn.
    pub chart: Option<Chart>,
    /// What comes of comparing them, in sentences.
    pub conclusions: Vec<String>,
}

/// One figure, and who gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FigureRow {
    /// Who gives it.
    pub who: Link,
    /// Where it stands: the page of the document or of the claim.
    pub href: Option<String>,
    /// When it was given.
    pub date: Option<Date>,
    /// The value in words: “at least 8”.
    pub value: String,
    /// What exactly it counts, where rows of one table differ: “children”.
    pub of: Option<String>,
    /// Where it counts, where rows of one table differ.
    pub place: Option<Link>,
    /// For which days, as HTML with `time` elements; absent if it is not said.
    pub window: Option<Html>,
    /// That the desk worked it out, in words, if it did.
    pub derived: Option<String>,
    /// Whether it is the figure under examination: the claim's, or the dispatch's own.
    pub own: bool,
    /// The value as it is drawn, where the table is.
    pub track: Option<Track>,
}

/// A source cited by number in the text of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// The name of its place on the page: `ref-3`.
    pub anchor: String,
    /// The document.
    pub document: Shared<DocumentLine>,
    /// The names of the places that cite it: `cite-3-1`.
    pub cited_at: Vec<String>,
}

/// A change after publication.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// When.
    pub date: Date,
    /// What kind of change, in words: “Correction”.
    pub kind: String,
    /// What changed and why.
    pub text: Wording,
}
