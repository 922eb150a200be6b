//! Where a quotation stands, for machines: a W3C selector and the fragment of a link.

use std::ops::Range;

use super::CaptureText;

/// A W3C `TextQuoteSelector`: the passage and what stands around it, as the capture spells them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Selector {
    /// The passage.
    pub exact: String,
    /// What stands right before it.
    pub prefix: String,
    /// What stands right behind it.
    pub suffix: String,
}

impl Selector {
    /// The selector of some bytes of a capture's text.
    pub fn of(capture: &CaptureText, range: &Range<usize>) -> Self {
        const AROUND: usize = 32;
        let text = capture.text();
        let before = &text[..range.start];
        let after = &text[range.end..];
        let prefix = &before[before.floor_char_boundary(before.len().saturating_sub(AROUND))..];
        let suffix = &after[..after.ceil_char_boundary(AROUND.min(after.len()))];
        Self { exact: text[range.clone()].to_owned(), prefix: prefix.to_owned(), suffix: suffix.to_owned() }
    }
}

/// How many words of a passage are spelled out before a link names its first and its last words instead.
const WHOLE: usize = 10;
/// How many words each end then has.
const END: usize = 5;
/// How many words before the passage are tried to make it the only one.
const BEFORE: usize = 8;

/// The fragment `#:~:text=…` that leads to some bytes of a capture's text and to nothing else in it.
///
/// None if no fragment with a few words before it is the only one of its kind: a link to the wrong passage is worse
/// than none.
pub fn text_directive(capture: &CaptureText, range: &Range<usize>) -> Option<String> {
    let text = capture.text();
    let words: Vec<&str> = text[range.clone()].split_whitespace().collect();
    let in_one_block = capture.block_around(range).is_some();
    let (start, end) = if words.len() <= WHOLE && in_one_block {
        (words.join(" "), None)
    } else if words.len() >= 2 * END {
        (words[..END].join(" "), Some(words[words.len() - END..].join(" ")))
    } else {
        return None;
    };
    // Browsers compare without regard to case, and take runs of white space for one space.
    let page = plain(text);
    let at = plain(&text[..range.start]).len();
    let block = capture.block_around(&(range.start..range.start))?;
    let before: Vec<&str> = text[block.start..range.start].split_whitespace().collect();
    for taken in 0..=BEFORE.min(before.len()) {
        let prefix = before[before.len() - taken..].join(" ");
        let wanted = if taken == 0 { plain(&start) } else { plain(&format!("{prefix} {start}")) };
        let wanted = wanted.trim();
        let alone = |at: &usize| {
            let (before, after) = (&page[..*at], &page[at + wanted.len()..]);
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        };
        let mut places = page.match_indices(wanted).map(|(at, _)| at).filter(alone);
        let (first, second) = (places.next(), places.next());
        if first.is_none() || second.is_some() {
            continue;
        }
        if let Some(end) = &end {
            let rest = &page[(at + plain(&start).trim().len()).min(page.len())..];
            let length = plain(&text[range.clone()]).trim().len();
            let expected = (at + length).checked_sub(plain(end).trim().len() + at + plain(&start).trim().len())?;
            if rest.find(plain(end).trim())?.abs_diff(expected) > 2 {
                return None;
            }
        }
        let mut directive = String::from("#:~:text=");
        if taken > 0 {
            directive.push_str(&encoded(&prefix));
            directive.push_str("-,");
        }
        directive.push_str(&encoded(&start));
        if let Some(end) = &end {
            directive.push(',');
            directive.push_str(&encoded(end));
        }
        return Some(directive);
    }
    None
}

fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if !c.is_whitespace() {
            plain.push(c);
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain
}

/// Percent-encoded, with the signs that divide a directive.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
