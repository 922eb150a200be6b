//! The punctuation of a language, put right in text that readers see.

mod french;

use std::borrow::Cow;

/// `text` with the spaces and apostrophes of `lang`; applying it again changes nothing.
///
/// French gets a narrow no-break space before `;`, `!`, `?` and within grouped numbers, a no-break
/// space before `:` and `%` and inside « ». French and English get the curly apostrophe between
/// letters. Addresses and numbers such as `11:19` stay as they are.
pub fn apply<'a>(text: &'a str, lang: &str) -> Cow<'a, str> {
    apply_between(None, text, None, lang)
}

/// [`apply`] for a part of a line: `previous` and `next` are the visible characters around it.
pub fn apply_between<'a>(previous: Option<char>, text: &'a str, next: Option<char>, lang: &str) -> Cow<'a, str> {
    match super::format::primary(lang) {
        "fr" if french::concerns(text) => Cow::Owned(french::apply(previous, text, next)),
        "en" if text.contains('\'') => Cow::Owned(apostrophes(previous, text, next)),
        _ => Cow::Borrowed(text),
    }
}

fn apostrophes(before: Option<char>, text: &str, after: Option<char>) -> String {
    let mut out = String::with_capacity(text.len());
    for (word, at) in words(text) {
        if is_address(word) {
            out.push_str(word);
            continue;
        }
        for (offset, c) in word.char_indices() {
            let previous = out.chars().next_back().or(before);
            let next = text[at + offset + c.len_utf8()..].chars().next().or(after);
            let between = previous.is_some_and(char::is_alphabetic) && next.is_some_and(char::is_alphabetic);
            out.push(if c == '\'' && between { '’' } else { c });
        }
    }
    out
}

/// The text cut into words and the white space between them, with their byte offsets.
fn words(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let first = rest.chars().next()?;
        let end = rest.find(|c: char| c.is_whitespace() != first.is_whitespace()).unwrap_or(rest.len());
        let at = start;
        start += end;
        Some((&rest[..end], at))
    })
}

/// Whether a word is a web or mail address, in which every character has its place.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains("www.") || word.contains('@') || word.starts_with("mailto:")
}

#[cfg(test)]
mod tests;
