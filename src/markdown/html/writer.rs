//! One text on its way to HTML.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::Context;
use super::footnotes::{Footnotes, definitions};
use super::image::{image_text, words};
use super::slug::Slugs;
use super::table::Table;
use crate::markdown::pieces::{Piece, What};
use crate::text::html::{escape_attr, escape_text};
use crate::text::typography;

/// Whether a text has blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Blocks,
    Inline,
}

pub(super) struct Writer<'a> {
    pub source: &'a str,
    pub context: &'a mut dyn Context,
    pub lang: String,
    pub out: String,
    pub level: Level,
    /// The last visible character of the block, for the typography of what follows.
    pub previous: Option<char>,
    /// The links that are open, and whether each wrote an anchor.
    pub links: Vec<bool>,
    pub footnotes: Footnotes,
    pub tables: usize,
    pub table: Table,
    slugs: Slugs,
    in_code: bool,
}

impl<'a> Writer<'a> {
    pub fn new(source: &'a str, context: &'a mut dyn Context, level: Level) -> Writer<'a> {
        let lang = context.lang().to_owned();
        Writer {
            source,
            context,
            lang,
            out: String::with_capacity(source.len() * 2),
            level,
            previous: None,
            links: Vec::new(),
            footnotes: Footnotes::default(),
            tables: 0,
            table: Table::default(),
            slugs: Slugs::default(),
            in_code: false,
        }
    }

    /// Writes a whole text, its footnotes last.
    pub fn body(&mut self, pieces: &[Piece<'_>]) {
        let definitions = definitions(pieces);
        self.pieces(pieces);
        self.footnote_list(pieces, &definitions);
    }

    /// Writes pieces in order, without the footnotes among them.
    pub fn pieces(&mut self, pieces: &[Piece<'_>]) {
        let mut footnotes_open = 0;
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            at += 1;
            match &piece.what {
                What::Event(Event::Start(Tag::FootnoteDefinition(_))) => footnotes_open += 1,
                What::Event(Event::End(TagEnd::FootnoteDefinition)) => footnotes_open -= 1,
                _ if footnotes_open > 0 => {}
                What::Event(Event::Start(Tag::Image { dest_url, title, .. })) => {
                    let (alt, length) = image_text(&pieces[at..]);
                    self.image(dest_url, title, &alt);
                    at += length;
                }
                What::Event(event) => self.event(event, &pieces[at..]),
                What::Record { id, text } => self.open_record(&self.source[id.clone()], text.is_some()),
                What::RecordEnd => self.close_link(),
                What::Cites(all) => self.cites(all),
                What::Embed => self.text(&self.source[piece.range.clone()], None),
            }
        }
    }

    fn event(&mut self, event: &Event<'_>, rest: &[Piece<'_>]) {
        match event {
            Event::Text(text) => self.text(text, rest.first()),
            Event::Code(code) => {
                self.out.push_str(&format!("<code>{}</code>", escape_text(code)));
                self.previous = code.chars().next_back();
            }
            // Raw HTML is refused by a rule; where it is shown all the same, it is shown as text.
            Event::Html(html) | Event::InlineHtml(html) => {
                self.out.push_str(&escape_text(html));
                self.previous = html.chars().next_back();
            }
            Event::FootnoteReference(label) => self.footnote_mark(label),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Start(Tag::Link { dest_url, title, link_type, .. }) => match link_type {
                LinkType::Email => self.open_link(&format!("mailto:{dest_url}"), title),
                _ => self.open_link(dest_url, title),
            },
            Event::End(TagEnd::Link) => self.close_link(),
            Event::Start(Tag::Emphasis) => self.out.push_str("<em>"),
            Event::End(TagEnd::Emphasis) => self.out.push_str("</em>"),
            Event::Start(Tag::Strong) => self.out.push_str("<strong>"),
            Event::End(TagEnd::Strong) => self.out.push_str("</strong>"),
            Event::Start(Tag::Strikethrough) => self.out.push_str("<del>"),
            Event::End(TagEnd::Strikethrough) => self.out.push_str("</del>"),
            _ if self.level == Level::Inline => {}
            Event::Start(tag) => self.open(tag, rest),
            Event::End(tag) => self.close(*tag),
            Event::Rule => self.out.push_str("<hr>\n"),
            // Not among the options of the parser.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>, rest: &[Piece<'_>]) {
        self.previous = None;
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.out.push_str("<p>"),
            Tag::Heading { level, .. } => {
                let prefix = self.context.id_prefix().to_owned();
                let id = self.slugs.id(&prefix, &heading_text(self.source, rest));
                self.out.push_str(&format!("<{} id=\"{}\">", heading(*level), escape_attr(&id)));
            }
            Tag::BlockQuote(_) => self.out.push_str("<blockquote>\n"),
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info.split_whitespace().next(),
                    CodeBlockKind::Indented => None,
                };
                let class = language.map(|name| format!(" class=\"language-{}\"", escape_attr(name)));
                // Long lines scroll, so the block takes the keyboard's focus.
                self.out.push_str(&format!("<pre tabindex=\"0\"><code{}>", class.unwrap_or_default()));
            }
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(start)) => self.out.push_str(&format!("<ol start=\"{start}\">\n")),
            Tag::Item => self.out.push_str("<li>"),
            Tag::Table(alignments) => self.open_table(alignments),
            Tag::TableHead => self.open_head(),
            Tag::TableRow => self.open_row(),
            Tag::TableCell => self.open_cell(rest.first()),
            // Written above, or not among the options of the parser.
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.out.push_str("</p>\n"),
            TagEnd::Heading(level) => self.out.push_str(&format!("</{}>\n", heading(level))),
            TagEnd::BlockQuote(_) => self.out.push_str("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.out.push_str("</code></pre>\n");
            }
            TagEnd::List(ordered) => self.out.push_str(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::Table => self.close_table(),
            TagEnd::TableHead => self.close_head(),
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => self.close_cell(),
            _ => {}
        }
    }

    /// Writes visible text; `next` is the piece that follows it.
    pub fn text(&mut self, text: &str, next: Option<&Piece<'_>>) {
        if self.in_code {
            self.out.push_str(&escape_text(text));
            return;
        }
        let written = typography::apply_between(self.previous, text, next.and_then(begins_word), &self.lang);
        self.out.push_str(&escape_text(&written));
        self.previous = written.chars().next_back().or(self.previous);
    }

    fn line_break(&mut self, markup: &str) {
        self.out.push_str(markup);
        self.previous = Some('\n');
    }
}

/// A letter, if a word goes on with this piece, as in `l'*armée*` and `d'[[osdh]]`.
fn begins_word(piece: &Piece<'_>) -> Option<char> {
    let goes_on = matches!(
        piece.what,
        What::Record { .. }
            | What::Event(
                Event::Code(_) | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
            )
    );
    goes_on.then_some('x')
}

/// The element of a heading: the page has the only `h1`.
fn heading(level: HeadingLevel) -> HeadingLevel {
    level.max(HeadingLevel::H2)
}

/// The words of a heading that has just begun.
fn heading_text(source: &str, rest: &[Piece<'_>]) -> String {
    words(source, rest.iter().take_while(|piece| !matches!(piece.what, What::Event(Event::End(TagEnd::Heading(_))))))
}
