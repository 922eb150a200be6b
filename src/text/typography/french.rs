//! French spaces and apostrophes.

use super::{is_address, words};

/// Inside « », before `:` and before `%`.
const NO_BREAK: char = '\u{a0}';
/// Before `;`, `!`, `?` and within grouped numbers.
const NARROW: char = '\u{202f}';

/// Whether a text can need a change, so that most texts are not copied.
pub(super) fn concerns(text: &str) -> bool {
    // The marks « and » begin with this byte, and so do few other characters.
    const GUILLEMETS: u8 = 0xc2;
    text.bytes().any(|byte| matches!(byte, b'\'' | b';' | b'!' | b'?' | b':' | b'%' | b'0'..=b'9' | GUILLEMETS))
}

pub(super) fn apply(previous: Option<char>, text: &str, next: Option<char>) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (word, at) in words(text) {
        if is_address(word) {
            out.push_str(word);
            continue;
        }
        for (offset, c) in word.char_indices() {
            let after = text[at + offset + c.len_utf8()..].chars().next().or(next);
            character(&mut out, previous, c, after);
        }
    }
    if out.bytes().any(|byte| byte.is_ascii_digit()) { group_numbers(&out) } else { out }
}

/// Appends one character with the space that it asks for on either side.
fn character(out: &mut String, previous: Option<char>, c: char, after: Option<char>) {
    let last = out.chars().next_back().or(previous);
    match c {
        '\'' => {
            let before = last.is_some_and(char::is_alphabetic);
            let between = before && after.is_some_and(|c| c.is_alphanumeric() || c == '«');
            out.push(if between { '’' } else { c });
        }
        ';' | '!' | '?' if ends_here(after) => {
            space_before(out, previous, NARROW);
            out.push(c);
        }
        ':' if ends_here(after) => {
            space_before(out, previous, NO_BREAK);
            out.push(c);
        }
        '»' => {
            space_before(out, previous, NO_BREAK);
            out.push(c);
        }
        '%' if out.ends_with(char::is_whitespace) => {
            space_before(out, previous, NO_BREAK);
            out.push(c);
        }
        // The space after the opening mark is one, whatever was typed there.
        _ if c.is_whitespace() && last == Some(NO_BREAK) && opened(out) => {}
        '«' => {
            out.push(c);
            out.push(NO_BREAK);
        }
        _ => out.push(c),
    }
}

/// Whether the text ends with an opening mark and its space.
fn opened(out: &str) -> bool {
    out.strip_suffix(NO_BREAK).is_some_and(|rest| rest.ends_with('«'))
}

/// Whether a mark is followed by something that lets it end a phrase, unlike `11:19` or `?id=`.
fn ends_here(after: Option<char>) -> bool {
    after.is_none_or(|c| c.is_whitespace() || matches!(c, '»' | ')' | ']' | '”' | '"' | '!' | '?' | '…' | '.' | ','))
}

/// Replaces the spaces at the end by `space`, or adds it where a word ends without one.
fn space_before(out: &mut String, previous: Option<char>, space: char) {
    let kept = out.trim_end_matches([' ', NO_BREAK, NARROW, '\u{2009}']).len();
    let spaced = kept < out.len();
    match out[..kept].chars().next_back() {
        Some('«') => return,
        // Marks in a row stand together: `?!`, `»!` keeps its space below.
        Some('!' | '?' | ';' | ':' | '(' | '[' | '…') if !spaced => return,
        Some(c) if c.is_whitespace() => return,
        None if !spaced && !previous.is_some_and(|c| !c.is_whitespace() && !"!?;:([«…".contains(c)) => {
            return;
        }
        _ => {}
    }
    out.truncate(kept);
    out.push(space);
}

/// `40 000` with narrow no-break spaces.
fn group_numbers(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    let three = |i: usize| digit(i) && digit(i + 1) && digit(i + 2) && !digit(i + 3);
    let mut out = String::with_capacity(text.len() + 4);
    // How many digits stand before this place without a break; four or more begin no group.
    let mut run = 0;
    for (i, &c) in chars.iter().enumerate() {
        let groups = (1..=3).contains(&run) && matches!(c, ' ' | NO_BREAK | '\u{2009}') && three(i + 1);
        out.push(if groups { NARROW } else { c });
        run = if c.is_ascii_digit() {
            run + 1
        } else if matches!(c, ',' | '.' | ':' | '/' | '-') && run > 0 {
            // What follows is a decimal, a time or a date.
            4
        } else {
            0
        };
    }
    out
}
