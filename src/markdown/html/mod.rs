//! Markdown as HTML.
//!
//! Only the elements written here reach a page: what a body says is text and is escaped.

mod anchor;
mod footnotes;
mod image;
mod phrases;
mod slug;
mod table;
mod writer;

use self::writer::{Level, Writer};
use super::line::{inline_pieces, line};
use super::pieces::pieces;

/// What a text needs to know of the page that it stands on.
pub trait Context {
    /// The language of the text, as a tag.
    fn lang(&self) -> &str;

    /// Where `[[id]]` leads; none if there is no such record.
    fn link(&self, id: &str) -> Option<Link>;

    /// The number of `[@id]` in the references of the page; none if there is no such document.
    ///
    /// Called once for every citation, in the order in which readers meet them, except that
    /// footnotes come last.
    fn cite(&mut self, id: &str) -> Option<Citation>;

    /// The address of `/path` on this site, for sites that do not live at the root of their host.
    fn href(&self, path: &str) -> String {
        path.to_owned()
    }

    /// What begins the ids of headings, footnotes and tables, to tell two texts of a page apart.
    fn id_prefix(&self) -> &str {
        ""
    }
}

/// Where a link to a record leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address of its page; none for what has no page, such as a private person.
    pub href: Option<String>,
    /// Its name, shown where the author wrote no text.
    pub label: String,
    /// The language of the name, if it is not that of the text.
    pub lang: Option<String>,
}

/// A citation among the references of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The number of the document on the page, from 1.
    pub number: usize,
    /// Which citation of this document it is on the page, from 1. The id of the mark is
    /// `cite-NUMBER-OCCURRENCE`, for the way back from the reference.
    pub occurrence: usize,
    /// The reference: `#ref-3`.
    pub href: String,
    /// The document in words, for readers who hear the page.
    pub label: String,
}

/// Appends a body as HTML.
///
/// Headings get ids of their own words with `s-` before them, footnotes `fn-N` and `fnref-N-K`.
pub fn html(body: &str, context: &mut dyn Context, out: &mut String) {
    let pieces = pieces(body);
    let mut writer = Writer::new(body, context, Level::Blocks);
    writer.body(&pieces);
    out.push_str(&writer.out);
}

/// Appends a short text as HTML without blocks: emphasis, code, links, mentions.
pub fn inline(text: &str, context: &mut dyn Context, out: &mut String) {
    let (line, _) = line(text);
    let pieces = inline_pieces(&line);
    let mut writer = Writer::new(&line, context, Level::Inline);
    writer.body(&pieces);
    out.push_str(&writer.out);
}

#[cfg(test)]
mod tests;
