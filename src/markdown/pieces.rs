//! Markdown in pieces: the parser's events, with links to records and citations recognised.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::citation::{Cited, cited};

/// A piece of a text and the bytes that it comes from.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    pub range: Range<usize>,
    pub what: What<'a>,
}

#[derive(Clone, Debug)]
pub(super) enum What<'a> {
    /// Anything that CommonMark has; neighbouring texts are one.
    Event(Event<'a>),
    /// The beginning of `[[id]]` or `[[id|text]]`; only the latter has something before its end.
    Record { id: Range<usize>, text: Option<Range<usize>> },
    /// The end of a link to a record.
    RecordEnd,
    /// `[@a; @b]`.
    Cites(Vec<Cited>),
    /// `![[id]]`, which shows as it is written.
    Embed,
}

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_WIKILINKS);

/// The pieces of a body.
pub(super) fn pieces(body: &str) -> Vec<Piece<'_>> {
    let events = parser(body).into_offset_iter();
    let mut gathering = Gathering { body, pieces: Vec::new(), open: Vec::new(), silent: 0 };
    for (event, range) in events {
        gathering.event(event, range);
    }
    gathering.pieces
}

/// The link definitions whose label is a citation, which they would hide.
pub(super) fn hidden_citations(body: &str) -> Vec<Range<usize>> {
    let parser = parser(body);
    let definitions = parser.reference_definitions().iter();
    let mut spans: Vec<_> = definitions
        .filter(|(label, _)| label.starts_with('@'))
        .map(|(_, definition)| definition.span.clone())
        .collect();
    spans.sort_by_key(|span| span.start);
    spans
}

type Callback<'a> = fn(BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)>;

fn parser(body: &str) -> Parser<'_, Callback<'_>> {
    Parser::new_with_broken_link_callback(body, OPTIONS, Some(citation))
}

/// Lets the parser take brackets for a link if they hold a citation.
fn citation<'a>(link: BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> {
    cited(&link.reference, 0..link.reference.len()).map(|_| ("".into(), "".into()))
}

/// A link that is open while its inside is gathered.
enum Open {
    Plain,
    Record,
    /// Everything inside has been said already.
    Silent,
    /// The pieces that follow the inside.
    Before(Vec<Piece<'static>>),
}

struct Gathering<'a> {
    body: &'a str,
    pieces: Vec<Piece<'a>>,
    open: Vec<Open>,
    /// How many silent links are open.
    silent: usize,
}

impl<'a> Gathering<'a> {
    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Link { link_type, ref dest_url, .. } | Tag::Image { link_type, ref dest_url, .. }) => {
                let image = matches!(event, Event::Start(Tag::Image { .. }));
                let open = self.link(link_type, dest_url, image, &range);
                self.silent += usize::from(matches!(open, Open::Silent));
                if matches!(open, Open::Plain) {
                    self.push(What::Event(event), range);
                }
                self.open.push(open);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => match self.open.pop() {
                Some(Open::Silent) => self.silent -= 1,
                Some(Open::Record) => self.push(What::RecordEnd, range),
                Some(Open::Before(pieces)) => pieces.into_iter().for_each(|piece| self.push(piece.what, piece.range)),
                Some(Open::Plain) | None => self.push(What::Event(event), range),
            },
            event => self.push(What::Event(event), range),
        }
    }

    fn push(&mut self, what: What<'a>, range: Range<usize>) {
        if self.silent > 0 {
            return;
        }
        if let What::Event(Event::Text(text)) = &what
            && let Some(Piece { range: before, what: What::Event(Event::Text(start)) }) = self.pieces.last_mut()
        {
            *start = format!("{start}{text}").into();
            before.end = range.end;
            return;
        }
        self.pieces.push(Piece { range, what });
    }

    /// Begins a link; says what is to become of its inside.
    fn link(&mut self, kind: LinkType, target: &str, image: bool, range: &Range<usize>) -> Open {
        let start = range.start + usize::from(image);
        match kind {
            LinkType::WikiLink { .. } if image => {
                self.push(What::Embed, range.clone());
                Open::Silent
            }
            LinkType::WikiLink { has_pothole } => {
                let id = trimmed(self.body, start + 2..start + 2 + target.len());
                let text = has_pothole.then(|| start + 3 + target.len()..range.end.saturating_sub(2));
                let labelled = text.as_ref().is_some_and(|text| !self.inside(text).trim().is_empty());
                self.push(What::Record { id, text: text.filter(|_| labelled) }, range.clone());
                if labelled {
                    return Open::Record;
                }
                self.push(What::RecordEnd, range.clone());
                Open::Silent
            }
            LinkType::ShortcutUnknown | LinkType::CollapsedUnknown | LinkType::ReferenceUnknown => {
                if image {
                    // The end of an exclamation, not the beginning of an image.
                    self.push(What::Event(Event::Text("!".into())), range.start..start);
                }
                self.citation(start..range.end)
            }
            _ => Open::Plain,
        }
    }

    /// `[@a]`, `[@a][]`, `[@a][@b]` or `[text][@a]`.
    fn citation(&mut self, range: Range<usize>) -> Open {
        let source = self.inside(&range);
        let Some(middle) = source.rfind("][") else {
            return self.cites(range.start + 1..range.end.saturating_sub(1), range);
        };
        let head = range.start + 1..range.start + middle;
        let tail = range.start + middle + 2..range.end.saturating_sub(1);
        match (cited(self.body, head.clone()), cited(self.body, tail)) {
            (Some(mut first), second) => {
                first.extend(second.into_iter().flatten());
                self.push(What::Cites(first), range);
                Open::Silent
            }
            (None, Some(second)) => {
                self.push(What::Event(Event::Text("[".into())), range.start..head.start);
                let bracket = Piece { range: head.end..head.end + 1, what: What::Event(Event::Text("]".into())) };
                let cites = Piece { range: head.end + 1..range.end, what: What::Cites(second) };
                Open::Before(vec![bracket, cites])
            }
            (None, None) => self.literally(range),
        }
    }

    fn cites(&mut self, inside: Range<usize>, range: Range<usize>) -> Open {
        match cited(self.body, inside) {
            Some(all) => {
                self.push(What::Cites(all), range);
                Open::Silent
            }
            None => self.literally(range),
        }
    }

    /// Shows what was written, where the source is not what the parser made of it.
    fn literally(&mut self, range: Range<usize>) -> Open {
        self.push(What::Event(Event::Text(self.inside(&range).into())), range);
        Open::Silent
    }

    fn inside(&self, range: &Range<usize>) -> &'a str {
        self.body.get(range.clone()).unwrap_or_default()
    }
}

/// An id without the white space around it and the backslash that tables need behind it.
fn trimmed(body: &str, range: Range<usize>) -> Range<usize> {
    let written = body.get(range.clone()).unwrap_or_default();
    let from_start = written.trim_start();
    let id = from_start.trim_end_matches(|c: char| c.is_whitespace() || c == '\\');
    let start = range.start + written.len() - from_start.len();
    start..start + id.len()
}
