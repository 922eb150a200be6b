//! Captures: the text of archived bytes, and whether a quotation stands in it.
//!
//! The gate is strict, and where a choice is open it verifies less: a part of a word or of a number is no
//! quotation, nothing between two parts may turn their meaning, and what cannot be read verifies nothing.

mod archive;
mod difference;
mod elision;
mod extract;
mod gate;
mod html;
mod inflate;
mod media;
mod normal;
mod pdf;
mod qualifiers;
mod selector;
mod vault;

use std::ops::Range;

pub use difference::{Nearest, nearest_passage};
pub use extract::{Unreadable, text_of};
pub use gate::{Level, Match, Miss};
pub use media::media_of;
pub use selector::{Selector, text_directive};
pub use vault::{Captures, Stored, is_sha256, sha256};

use normal::Normal;

/// The text of a capture, as an extractor read it.
#[derive(Clone, Debug)]
pub struct CaptureText {
    text: String,
    blocks: Vec<Range<usize>>,
    normal: Normal,
    extractor: String,
}

impl CaptureText {
    /// A text whose blocks stand between blank lines; `extractor` names who read it, with its version.
    pub fn new(text: String, extractor: impl Into<String>) -> Self {
        let blocks = blocks(&text);
        let normal = Normal::of(&text);
        Self { text, blocks, normal, extractor: extractor.into() }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Who read it out of the bytes, with its version: another extractor may see other blocks.
    pub fn extractor(&self) -> &str {
        &self.extractor
    }

    /// The same text, with the name of what unpacked it.
    fn unpacked_by(mut self, archive: &str) -> Self {
        self.extractor = format!("{archive}, {}", self.extractor);
        self
    }

    /// The blocks between blank lines that are no headings; `headings` counts blocks from 1.
    pub fn paragraphs(&self, headings: &[u32]) -> Vec<&str> {
        let numbered = (1..).zip(&self.blocks);
        let paragraphs = numbered.filter(|(number, _)| !headings.contains(number));
        paragraphs.map(|(_, range)| self.text[range.clone()].trim()).collect()
    }

    /// How many blocks it has, headings included.
    pub fn blocks(&self) -> usize {
        self.blocks.len()
    }

    /// Looks a quotation up.
    ///
    /// # Errors
    ///
    /// It does not stand there, or not without a word that turns it.
    pub fn find(&self, quotation: &str) -> Result<Match, Miss> {
        gate::find(self, quotation)
    }

    /// The block that some bytes lie in; none if they reach over its end.
    fn block_around(&self, range: &Range<usize>) -> Option<&Range<usize>> {
        self.blocks.iter().find(|block| block.start <= range.start && range.end <= block.end)
    }
}

fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end().len();
        if line.trim().is_empty() {
            open = false;
        } else {
            match blocks.last_mut().filter(|_| open) {
                Some(block) => block.end = end,
                None => blocks.push(at..end),
            }
            open = true;
        }
        at += line.len();
    }
    blocks
}

#[cfg(test)]
mod tests;
