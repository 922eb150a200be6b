//! The text of a template as tokens, white space already cut where a `-` asks for that.

use super::Beyond;

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// What is printed as it is.
    Text(&'t str),
    /// `{{`
    OpenWrite,
    /// `}}`
    CloseWrite,
    /// `{%`
    OpenTag,
    /// `%}`
    CloseTag,
    /// A name or a word of the language.
    Word(&'t str),
    /// A whole number.
    Number(i64),
    /// A text in quotation marks.
    Quoted(&'t str),
    /// An operator or a bracket.
    Sign(&'static str),
}

/// Longer ones first, so that each is read whole.
const SIGNS: [&str; 30] = [
    "...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?[", "+", "-", "*", "/", "%", "!", ".", ",", ":", "~", "|",
    "=", ">", "<", "(", ")", "[", "]", "{", "}",
];

/// All tokens of a template; comments are gone.
pub(super) fn tokens(text: &str) -> Result<Vec<Token<'_>>, Beyond> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut cut_start = false;
    while !rest.is_empty() {
        let at = opening(rest);
        let (mut printed, opened) = rest.split_at(at);
        if cut_start {
            printed = printed.trim_start();
        }
        let cuts_end = opened.as_bytes().get(2) == Some(&b'-');
        if cuts_end {
            printed = printed.trim_end();
        }
        if !printed.is_empty() {
            tokens.push(Token::Text(printed));
        }
        if opened.is_empty() {
            break;
        }
        // Nothing printed between two tags: the first of them has no say in what the second cuts.
        cut_start &= at == 0 && opened.starts_with("{#");
        let inside = &opened[2 + usize::from(cuts_end)..];
        if opened.starts_with("{#") {
            let end = opened.find("#}").ok_or(Beyond)?;
            cut_start |= opened[..end].ends_with('-');
            rest = &opened[end + 2..];
            continue;
        }
        let (open, close, closing) = match opened.as_bytes()[1] {
            b'{' => (Token::OpenWrite, Token::CloseWrite, "}}"),
            _ => (Token::OpenTag, Token::CloseTag, "%}"),
        };
        tokens.push(open);
        (rest, cut_start) = inner(inside, closing, &mut tokens)?;
        tokens.push(close);
    }
    Ok(tokens)
}

/// Where the next tag, expression or comment begins; the end of the text if there is none.
fn opening(text: &str) -> usize {
    let opens = |at: &usize| matches!(text.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#'));
    text.match_indices('{').map(|(at, _)| at).find(opens).unwrap_or(text.len())
}

/// Reads to the end of a tag; gives what follows, and whether its white space is cut.
fn inner<'t>(text: &'t str, closing: &str, tokens: &mut Vec<Token<'t>>) -> Result<(&'t str, bool), Beyond> {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
        if let Some(after) = rest.strip_prefix('-').and_then(|rest| rest.strip_prefix(closing)) {
            return Ok((after, true));
        }
        if let Some(after) = rest.strip_prefix(closing) {
            return Ok((after, false));
        }
        let first = rest.bytes().next().ok_or(Beyond)?;
        let length = |is: fn(&u8) -> bool| rest.bytes().take_while(is).count();
        let (token, read) = match first {
            b'"' | b'\'' => {
                let quoted = &rest[1..];
                let end = quoted.find(char::from(first)).ok_or(Beyond)?;
                if quoted[..end].contains('\\') {
                    return Err(Beyond);
                }
                (Token::Quoted(&quoted[..end]), end + 2)
            }
            b'0'..=b'9' => {
                let end = length(u8::is_ascii_digit);
                if matches!(rest.as_bytes().get(end), Some(b'.' | b'_' | b'a'..=b'z' | b'A'..=b'Z')) {
                    return Err(Beyond);
                }
                (Token::Number(rest[..end].parse().map_err(|_| Beyond)?), end)
            }
            b'_' | b'a'..=b'z' | b'A'..=b'Z' => {
                let end = length(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
                (Token::Word(&rest[..end]), end)
            }
            b'@' => (Token::Sign("@"), 1),
            _ => {
                let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign)).ok_or(Beyond)?;
                (Token::Sign(sign), sign.len())
            }
        };
        tokens.push(token);
        rest = &rest[read..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_cut_where_a_sign_asks_for_it() {
        let printed = |text| {
            let tokens = tokens(text).unwrap();
            let text = |token: Token<'static>| if let Token::Text(text) = token { Some(text) } else { None };
            tokens.into_iter().filter_map(text).collect::<Vec<_>>()
        };
        assert_eq!(printed("a {{ b }} c"), ["a ", " c"]);
        assert_eq!(printed("a {{- b -}} c {%- d %}\n e"), ["a", "c", "\n e"]);
        assert_eq!(printed("a {#- b -#} c {# d #} e"), ["a", "c ", " e"]);
        assert_eq!(printed("{% a -%}{# b #} c"), ["c"]);
        assert_eq!(printed("{% a -%}{% b %} c"), [" c"]);
        assert_eq!(printed("{ a } {"), ["{ a } {"]);
    }

    #[test]
    fn what_only_tera_reads_is_left_to_it() {
        for text in ["{{ 1.5 }}", "{{ \"a\\n\" }}", "{{ a", "{# a", "{{ é }}"] {
            assert_eq!(tokens(text), Err(Beyond), "{text}");
        }
    }
}
