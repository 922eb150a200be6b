//! The punctuation of a language, put right in text that readers see.

mod french;

use std::borrow::Cow;

/// `text` with the spaces and apostrophes of `lang`; applying it again changes nothing.
///
/// French gets a narrow no-break space before `;`, `!`, `?` and within grouped numbers, a no-break
/// space before `:` and `%` and inside « ». French and English get the curly apostrophe between
/// letters. Addresses and numbers such as `11:19` stay as they are.
pub fn apply<'a>(text: &'a str, lang: &str) -> Cow<'a, str> {
    apply_after(None, text, lang)
}

/// [`apply`] for text that continues a line: `previous` is the last visible character before it.
pub fn apply_after<'a>(previous: Option<char>, text: &'a str, lang: &str) -> Cow<'a, str> {
    match super::format::primary(lang) {
        "fr" if text.contains(french::concerns) => Cow::Owned(french::apply(previous, text)),
        "en" if text.contains('\'') => Cow::Owned(apostrophes(text)),
        _ => Cow::Borrowed(text),
    }
}

fn apostrophes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (word, _) in words(text) {
        if is_address(word) {
            out.push_str(word);
            continue;
        }
        let mut previous = None;
        let mut chars = word.chars().peekable();
        while let Some(c) = chars.next() {
            let between = previous.is_some_and(char::is_alphabetic) && chars.peek().is_some_and(|c| c.is_alphabetic());
            out.push(if c == '\'' && between { '’' } else { c });
            previous = Some(c);
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
