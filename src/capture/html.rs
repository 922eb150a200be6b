//! The text of an HTML page that its readers see.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};

use super::CaptureText;

/// Reads a page; each block element becomes a block of the text.
pub fn read(html: &str) -> CaptureText {
    let tokenizer = Tokenizer::new(Page::default(), Default::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // Nothing in the page asks us to stop: scripts are text that is passed over.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let text = std::mem::take(&mut tokenizer.sink.0.borrow_mut().text);
    CaptureText::new(text, "html5ever 0.39, visible text 1")
}

#[derive(Default)]
struct Page(RefCell<Visible>);

#[derive(Default)]
struct Visible {
    text: String,
    /// The element that is passed over, and how many of its name are open in it.
    hidden: Option<(String, usize)>,
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => page.tag(&tag),
            Token::CharacterTokens(text) => {
                if page.hidden.is_none() {
                    page.add(&text);
                }
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Visible {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        // A slash closes nothing in HTML, so `<script/>` opens as in a browser.
        let opens = tag.kind == TagKind::StartTag && !is_void(name);
        match &mut self.hidden {
            Some((hidden, depth)) if hidden == name => {
                if opens {
                    *depth += 1;
                } else if tag.kind == TagKind::EndTag {
                    *depth -= 1;
                    if *depth == 0 {
                        self.hidden = None;
                    }
                }
            }
            Some(_) => {}
            None if opens && is_hidden(tag) => self.hidden = Some((name.to_owned(), 1)),
            // The marks that a browser shows; without them two quotations could pass for one.
            None if name == "q" => self.text.push(if opens { '“' } else { '”' }),
            None if name == "br" => self.text.push('\n'),
            None if name == "img" || name == "hr" || !is_phrasing(name) => self.text.push_str("\n\n"),
            None => {}
        }
        match name {
            "script" if opens => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "iframe" | "noembed" | "noframes" if opens => TokenSinkResult::RawData(RawKind::Rawtext),
            "textarea" | "title" if opens => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    /// White space within a block is one space; only a tag begins a new line or block.
    fn add(&mut self, text: &str) {
        for c in text.chars() {
            if !matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.text.push(c);
            } else if !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }
}

/// Elements whose content readers do not see as said. An unclosed one hides the rest: that verifies less, never more.
fn is_hidden(tag: &Tag) -> bool {
    let never = [
        "script", "style", "template", "noscript", "title", "textarea", "iframe", "svg", "select", "noembed",
        "noframes", // What was struck out is no longer said.
        "del", "s",
    ];
    let by_attribute = tag.attrs.iter().any(|attribute| {
        let value = attribute.value.replace(' ', "").to_ascii_lowercase();
        match &*attribute.name.local {
            "hidden" => true,
            "aria-hidden" => value == "true",
            "style" => value.contains("display:none") || value.contains("visibility:hidden"),
            _ => false,
        }
    });
    never.contains(&&*tag.name) || by_attribute
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements that do not interrupt the text around them; everything else begins and ends a block.
fn is_phrasing(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "q"
            | "ruby"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "noscript"
            | "script"
            | "style"
    )
}
