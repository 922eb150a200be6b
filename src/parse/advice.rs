//! What most likely went wrong in a text that is no YAML, from its look and the reader's words.

use crate::diagnostic::SyntaxError;

/// What to type, for the mistake in one piece of a text.
pub fn advice(piece: &str, error: &SyntaxError) -> &'static str {
    let line = line_at(piece, error.range.start);
    let indent = line.trim_start_matches([' ', '-']);
    if indent.starts_with(['{', '[']) {
        return of_value(indent, error);
    }
    let Some((key, value)) = indent.split_once(':') else { return of_value(indent, error) };
    if indent.starts_with('\t') {
        "use spaces instead of tabs at the start of a line"
    } else if !value.is_empty() && !value.starts_with(char::is_whitespace) && !key.contains(['"', '\'']) {
        "write a space after the colon"
    } else {
        of_value(value.trim(), error)
    }
}

fn of_value(value: &str, error: &SyntaxError) -> &'static str {
    let unfinished = error.message.contains("end of stream");
    match value.chars().next() {
        Some('"') if unfinished => "close the text with a second quotation mark",
        Some('"') => "inside a text in double quotes, write a quotation mark as `\\\"`",
        Some('\'') if unfinished => "close the text with a second quotation mark",
        Some('\'') => "put the text in double quotes: in single ones an apostrophe is written twice",
        Some('[' | '{') if error.message.contains("anchor") => "put a text that begins with `*` in double quotes",
        Some('[' | '{') => {
            "close the bracket; inside brackets, texts with commas, colons or brackets stand in double quotes"
        }
        Some('|' | '>') => "start all lines of the text in the same column, further right than the key",
        Some('@' | '`' | '%' | '&' | '*' | '!') => {
            "put the text in double quotes: its first sign means something in YAML"
        }
        _ if value.contains(": ") || value.ends_with(':') => {
            "put the text in double quotes: a colon with a space after it begins a value"
        }
        _ => "check quotation marks and brackets, and that the lines of one map start in the same column",
    }
}

/// The line that holds a byte; the first if the text ends before it.
fn line_at(piece: &str, at: usize) -> &str {
    if at >= piece.trim_end().len() {
        return piece.lines().next().unwrap_or_default();
    }
    let start = piece[..at].rfind('\n').map_or(0, |newline| newline + 1);
    piece[start..].lines().next().unwrap_or_default()
}
