//! Links, and the marks of citations.

use super::phrases::{Phrase, phrase};
use super::writer::Writer;
use super::{Citation, Link};
use crate::markdown::address::{Address, address};
use crate::markdown::citation::Cited;
use crate::text::html::{escape_attr, escape_text};
use crate::text::{format, typography};

impl Writer<'_> {
    /// Opens an anchor, unless one is open already or the address is not safe.
    pub(super) fn open_link(&mut self, target: &str, title: &str) {
        let Some(kind) = address(target).filter(|_| !self.in_link()) else {
            self.links.push(false);
            return;
        };
        let href = if kind == Address::Path { self.context.href(target) } else { target.to_owned() };
        let rel = if kind == Address::Web { " rel=\"noopener\"" } else { "" };
        let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape_attr(title)) };
        self.out.push_str(&format!("<a href=\"{}\"{rel}{title}>", escape_attr(&href)));
        self.links.push(true);
    }

    /// Closes what [`Writer::open_link`] or [`Writer::open_record`] opened.
    pub(super) fn close_link(&mut self) {
        if self.links.pop() == Some(true) {
            self.out.push_str("</a>");
        }
    }

    pub(super) fn in_link(&self) -> bool {
        self.links.contains(&true)
    }

    /// Opens a link to a record; its name is its text where the author wrote none.
    pub(super) fn open_record(&mut self, id: &str, labelled: bool) {
        let link = self.context.link(id);
        let href = link.as_ref().filter(|_| !self.in_link()).and_then(|link| link.href.as_deref()).map(escape_attr);
        if let Some(href) = &href {
            self.out.push_str(&format!("<a href=\"{href}\">"));
        }
        self.links.push(href.is_some());
        if !labelled {
            match link {
                Some(link) => self.name(&link),
                // The id is an error of its own; a preview still shows where it stands.
                None => self.out.push_str(&escape_text(id)),
            }
            self.previous = id.chars().next_back();
        }
    }

    fn name(&mut self, link: &Link) {
        match &link.lang {
            Some(lang) => {
                let name = typography::apply(&link.label, lang);
                let name = escape_text(&name);
                self.out.push_str(&format!("<bdi lang=\"{}\">{name}</bdi>", escape_attr(lang)));
            }
            None => {
                let name = typography::apply_between(self.previous, &link.label, None, &self.lang);
                self.out.push_str(&escape_text(&name));
            }
        }
    }

    /// The raised numbers of `[@a; @b]`.
    pub(super) fn cites(&mut self, all: &[Cited]) {
        const OPEN: &str = "<sup class=\"cite\">";
        const CLOSE: &str = "</sup>";
        let written = self.out.trim_end_matches([' ', '\n', '\u{202f}']);
        let follows =
            written.ends_with(CLOSE) && written.rfind("<sup").is_some_and(|open| written[open..].starts_with(OPEN));
        if follows {
            // Two marks in a row would read as one number: 4 and 5 as 45.
            self.out.truncate(written.len() - CLOSE.len());
            self.out.push_str(", ");
        } else {
            // The mark stays with its word, at the distance that printers of the language keep.
            if self.out.ends_with(' ') {
                self.out.pop();
                if format::primary(&self.lang) == "fr" {
                    self.out.push('\u{202f}');
                }
            }
            self.out.push_str(OPEN);
        }
        for (i, cited) in all.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            let id = &self.source[cited.id.clone()];
            match self.context.cite(id) {
                Some(citation) => self.citation(&citation),
                None => self.out.push_str(&format!("<span class=\"missing\">@{}</span>", escape_text(id))),
            }
            if let Some(locator) = &cited.locator {
                let words = self.source[locator.clone()].split_whitespace().filter(|word| *word != ">");
                let locator = words.collect::<Vec<_>>().join("\u{a0}");
                self.out.push_str(&format!(", {}", escape_text(&locator)));
            }
        }
        self.out.push_str(CLOSE);
        self.previous = Some('1');
    }

    fn citation(&mut self, citation: &Citation) {
        let Citation { number, occurrence, href, label } = citation;
        let id = format!("cite-{number}-{occurrence}");
        let label = phrase(Phrase::Source(*number, label), &self.lang);
        self.mark(&id, href, &label, "", &number.to_string());
    }

    /// A mark that links, or only stands there within another link.
    pub(super) fn mark(&mut self, id: &str, href: &str, label: &str, attributes: &str, text: &str) {
        let markup = if self.in_link() {
            format!("<span id=\"{}\">{}</span>", escape_attr(id), escape_text(text))
        } else {
            format!(
                "<a id=\"{}\" href=\"{}\" aria-label=\"{}\"{attributes}>{}</a>",
                escape_attr(id),
                escape_attr(href),
                escape_attr(label),
                escape_text(text)
            )
        };
        self.out.push_str(&markup);
    }
}
