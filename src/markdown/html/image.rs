//! Images, and the words that stand for them.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::writer::{Level, Writer};
use crate::markdown::address::{Address, address};
use crate::markdown::pieces::{Piece, What};
use crate::text::html::escape_attr;
use crate::text::typography;

impl Writer<'_> {
    pub(super) fn image(&mut self, target: &str, title: &str, alt: &str) {
        let kind = address(target).filter(|kind| matches!(kind, Address::Web | Address::Path));
        let Some(kind) = kind.filter(|_| self.level == Level::Blocks) else {
            self.text(alt, None);
            return;
        };
        let source = if kind == Address::Path { self.context.href(target) } else { target.to_owned() };
        let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape_attr(title)) };
        self.out.push_str(&format!(
            "<img src=\"{}\" alt=\"{}\"{title} loading=\"lazy\">",
            escape_attr(&source),
            escape_attr(&typography::apply(alt, &self.lang))
        ));
        self.previous = Some('x');
    }
}

/// The words of an image that has just begun, and how many pieces it has left.
pub(super) fn image_text(rest: &[Piece<'_>]) -> (String, usize) {
    let mut depth = 1;
    let inside = rest.iter().take_while(|piece| {
        match piece.what {
            What::Event(Event::Start(Tag::Image { .. })) => depth += 1,
            What::Event(Event::End(TagEnd::Image)) => depth -= 1,
            _ => {}
        }
        depth > 0
    });
    let inside: Vec<_> = inside.collect();
    let length = inside.len() + 1;
    (words("", inside.into_iter()), length)
}

/// The words of some pieces, without markup.
pub(super) fn words<'p>(source: &str, pieces: impl Iterator<Item = &'p Piece<'p>>) -> String {
    let mut out = String::new();
    for piece in pieces {
        match &piece.what {
            What::Event(Event::Text(text) | Event::Code(text)) => out.push_str(text),
            What::Event(Event::SoftBreak | Event::HardBreak) => out.push(' '),
            What::Record { id, text: None } => out.push_str(source.get(id.clone()).unwrap_or_default()),
            _ => {}
        }
    }
    out
}
