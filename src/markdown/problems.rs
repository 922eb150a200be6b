//! What a body must not hold.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::address::{Address, address};
use super::line::{inline_pieces, line};
use super::pieces::{Piece, What, hidden_citations, pieces};

/// A part of a text that cannot be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// What kind of problem it is.
    pub kind: ProblemKind,
    /// What is wrong, in lower case.
    pub message: String,
    /// What to type instead.
    pub help: String,
}

/// The kinds of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProblemKind {
    /// An HTML tag, block or comment.
    RawHtml,
    /// A link or image whose address is not `https:`, `http:`, `mailto:`, `#…` or `/…`.
    UnsafeAddress,
    /// A reference to a footnote that is not defined.
    MissingFootnote,
    /// A footnote that nothing refers to, which no reader would see.
    UnusedFootnote,
    /// A heading of level 1, which is the page's own.
    TopHeading,
    /// A link definition that takes a citation's place.
    HiddenCitation,
    /// `![[id]]`.
    Embed,
}

/// The problems of a body, in order.
pub fn problems(body: &str) -> Vec<Problem> {
    let pieces = pieces(body);
    let mut found = of_pieces(body, &pieces);
    found.extend(hidden_citations(body).into_iter().map(|range| {
        let help = "remove the definition, or begin its label with another character than `@`";
        problem(range, ProblemKind::HiddenCitation, "this link definition hides a citation".to_owned(), help)
    }));
    found.sort_by_key(|problem| (problem.range.start, problem.kind));
    found
}

/// The problems of a short text without blocks, in order.
pub fn inline_problems(text: &str) -> Vec<Problem> {
    let (line, offset) = line(text);
    let mut found = of_pieces(&line, &inline_pieces(&line));
    for problem in &mut found {
        let Range { start, end } = problem.range;
        problem.range = (start + offset).saturating_sub(1)..(end + offset).saturating_sub(1);
    }
    found
}

fn of_pieces(body: &str, pieces: &[Piece<'_>]) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut defined: BTreeMap<String, Range<usize>> = BTreeMap::new();
    let mut code = false;
    for Piece { range, what } in pieces {
        match what {
            What::Event(Event::Start(Tag::HtmlBlock)) => found.push(raw_html(trimmed(body, range))),
            What::Event(Event::InlineHtml(_)) => found.push(raw_html(range.clone())),
            What::Event(Event::Start(Tag::Link { dest_url, link_type, .. })) => {
                // `<a@b.c>` has no scheme yet.
                let mail = *link_type == pulldown_cmark::LinkType::Email;
                if !mail && address(dest_url).is_none() {
                    found.push(unsafe_address(body, range, dest_url));
                }
            }
            What::Event(Event::Start(Tag::Image { dest_url, .. }))
                if !matches!(address(dest_url), Some(Address::Web | Address::Path)) =>
            {
                found.push(unsafe_address(body, range, dest_url));
            }
            What::Event(Event::Start(Tag::Heading { level: HeadingLevel::H1, .. })) => {
                let message = "a body has no heading of level 1".to_owned();
                let help = "begin with `##`: the page's own title is level 1";
                found.push(problem(trimmed(body, range), ProblemKind::TopHeading, message, help));
            }
            What::Event(Event::Start(Tag::FootnoteDefinition(label))) => {
                defined.entry(label.to_lowercase()).or_insert_with(|| trimmed(body, range));
            }
            What::Event(Event::Start(Tag::CodeBlock(_))) => code = true,
            What::Event(Event::End(TagEnd::CodeBlock)) => code = false,
            What::Event(Event::Text(_)) if !code => missing_footnotes(body, range, &mut found),
            What::Embed => {
                let message = "records cannot be embedded".to_owned();
                let help = "link to it with `[[id]]`, or show an image with `![what it shows](/path.png)`";
                found.push(problem(range.clone(), ProblemKind::Embed, message, help));
            }
            _ => {}
        }
    }
    for piece in pieces {
        if let What::Event(Event::FootnoteReference(label)) = &piece.what {
            defined.remove(&label.to_lowercase());
        }
    }
    found.extend(defined.into_iter().map(|(label, range)| {
        let message = format!("nothing refers to the footnote `{label}`");
        problem(range, ProblemKind::UnusedFootnote, message, &format!("write `[^{label}]` where it belongs"))
    }));
    found
}

/// The references in a text that the parser left as text, for nothing defines them.
fn missing_footnotes(body: &str, range: &Range<usize>, found: &mut Vec<Problem>) {
    let text = body.get(range.clone()).unwrap_or_default();
    for (at, _) in text.match_indices("[^") {
        let escaped = body[..range.start + at].ends_with('\\');
        let label = text[at + 2..].split(']').next().unwrap_or_default();
        let closed = text[at + 2 + label.len()..].starts_with(']');
        if escaped || !closed || label.is_empty() || label.contains(|c: char| c.is_whitespace() || c == '[') {
            continue;
        }
        let start = range.start + at;
        let message = format!("the footnote `{label}` is not defined");
        let help = format!("define it on a line of its own: `[^{label}]: …`");
        found.push(problem(start..start + label.len() + 3, ProblemKind::MissingFootnote, message, &help));
    }
}

fn raw_html(range: Range<usize>) -> Problem {
    let help = "write Markdown; for a literal `<` write `\\<`";
    problem(range, ProblemKind::RawHtml, "HTML is not allowed in a text".to_owned(), help)
}

/// The address if it stands in the link, else the whole link.
pub(super) fn of_target(body: &str, range: &Range<usize>, target: &str) -> Range<usize> {
    let link = body.get(range.clone()).unwrap_or_default();
    let at = Some(target).filter(|target| !target.is_empty()).and_then(|target| link.rfind(target));
    at.map_or_else(|| range.clone(), |at| range.start + at..range.start + at + target.len())
}

fn unsafe_address(body: &str, range: &Range<usize>, target: &str) -> Problem {
    let range = of_target(body, range, target);
    let message = format!("`{}` is not an address that a text may link to", target.escape_debug());
    let help = "use `https://…`, `mailto:…`, `/path` or `#fragment`; for another record `[[id]]`";
    problem(range, ProblemKind::UnsafeAddress, message, help)
}

fn trimmed(body: &str, range: &Range<usize>) -> Range<usize> {
    let text = body.get(range.clone()).unwrap_or_default();
    range.start..range.start + text.trim_end().len()
}

fn problem(range: Range<usize>, kind: ProblemKind, message: String, help: &str) -> Problem {
    Problem { range, kind, message, help: help.to_owned() }
}
