//! Tables that scroll within the page.

use pulldown_cmark::{Alignment, Event, TagEnd};

use super::phrases::{Phrase, phrase};
use super::writer::Writer;
use crate::markdown::pieces::{Piece, What};
use crate::text::html::escape_attr;

/// The table that is being written.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// What closes the open cell.
    cell: &'static str,
}

impl Writer<'_> {
    pub(super) fn open_table(&mut self, alignments: &[Alignment]) {
        self.tables += 1;
        self.table = Table { alignments: alignments.to_vec(), ..Table::default() };
        // A frame that scrolls must be reachable by keyboard and have a name.
        let name = phrase(Phrase::Table(self.tables), &self.lang);
        self.out.push_str(&format!(
            "<section class=\"scroll\" aria-label=\"{}\" tabindex=\"0\"><table>\n",
            escape_attr(&name)
        ));
    }

    pub(super) fn close_table(&mut self) {
        self.out.push_str("</tbody></table></section>\n");
    }

    pub(super) fn open_head(&mut self) {
        self.table.in_head = true;
        self.table.column = 0;
        self.out.push_str("<thead><tr>");
    }

    pub(super) fn close_head(&mut self) {
        self.table.in_head = false;
        self.out.push_str("</tr></thead>\n<tbody>\n");
    }

    pub(super) fn open_row(&mut self) {
        self.table.column = 0;
        self.out.push_str("<tr>");
    }

    pub(super) fn open_cell(&mut self, next: Option<&Piece<'_>>) {
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Left | Alignment::None) | None => "",
        };
        self.table.column += 1;
        // An empty corner is no heading.
        let empty = matches!(next, Some(Piece { what: What::Event(Event::End(TagEnd::TableCell)), .. }));
        let heading = self.table.in_head && !empty;
        self.table.cell = if heading { "</th>" } else { "</td>" };
        let element = if heading { "th scope=\"col\"" } else { "td" };
        self.out.push_str(&format!("<{element}{class}>"));
        self.previous = None;
    }

    pub(super) fn close_cell(&mut self) {
        self.out.push_str(self.table.cell);
    }
}
