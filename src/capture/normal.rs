//! One spelling for what differs in typography alone.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A text in the one spelling in which texts are compared, and where each of its bytes came from.
#[derive(Clone, Debug)]
pub struct Normal {
    text: String,
    /// For each byte of the text the bytes of the original that it stands for.
    origins: Vec<(u32, u32)>,
    /// Whether an opening guillemet was the last to be put: the space behind it is typography.
    after_guillemet: bool,
}

impl Normal {
    /// The spelling of a text: NFC; quotation marks, apostrophes, spaces and line breaks of one kind, ligatures as letters; without soft
    /// hyphens, tatweel, Arabic vowel signs and marks that are not seen.
    pub fn of(original: &str) -> Self {
        let mut normal =
            Self { text: String::with_capacity(original.len()), origins: Vec::new(), after_guillemet: false };
        let mut rest = original.char_indices().peekable();
        while let Some((start, c)) = rest.next() {
            let mut end = start + c.len_utf8();
            // Only a letter and the marks on it are composed, so that every byte keeps its place.
            while let Some((at, mark)) = rest.next_if(|(_, mark)| canonical_combining_class(*mark) != 0) {
                end = at + mark.len_utf8();
            }
            for c in original[start..end].nfc() {
                normal.push(c, start, end);
            }
        }
        normal
    }

    /// The text in its one spelling.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that some bytes of the text stand for.
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        match (self.origins.get(range.start), self.origins.get(range.end.saturating_sub(1))) {
            (Some(first), Some(last)) if !range.is_empty() => first.0 as usize..last.1 as usize,
            _ => 0..0,
        }
    }

    fn push(&mut self, c: char, start: usize, end: usize) {
        match c {
            c if is_unseen(c) => {}
            c if c.is_whitespace() => {
                if !self.text.is_empty() && !self.text.ends_with(' ') && !self.after_guillemet {
                    self.put(" ", start, end);
                }
            }
            '»' => {
                if self.text.ends_with(' ') {
                    self.text.pop();
                    self.origins.pop();
                }
                self.put("\"", start, end);
            }
            '«' => {
                self.put("\"", start, end);
                self.after_guillemet = true;
            }
            '“' | '”' | '„' | '‟' | '″' => self.put("\"", start, end),
            '’' | '‘' | 'ʼ' | '‛' | '‚' | '′' | '`' | '‹' | '›' => self.put("'", start, end),
            '‐' | '\u{2011}' => self.put("-", start, end),
            '…' => self.put("...", start, end),
            'ﬀ' => self.put("ff", start, end),
            'ﬁ' => self.put("fi", start, end),
            'ﬂ' => self.put("fl", start, end),
            'ﬃ' => self.put("ffi", start, end),
            'ﬄ' => self.put("ffl", start, end),
            c => self.put(c.encode_utf8(&mut [0; 4]), start, end),
        }
    }

    fn put(&mut self, text: &str, start: usize, end: usize) {
        self.text.push_str(text);
        self.after_guillemet = false;
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.origins.extend(std::iter::repeat_n((place(start), place(end)), text.len()));
    }
}

/// Soft hyphens, joiners, marks of direction, tatweel and the vowel signs of Arabic.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}
