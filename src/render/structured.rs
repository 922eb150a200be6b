//! JSON-LD in the head of a page.

use crate::view::{Html, Structured};

/// The blocks of a page as `script` elements of data.
///
/// What could end the element or begin another is written as an escape of JSON, which means the same.
pub(super) fn structured(blocks: &[Structured]) -> Html {
    let mut markup = Vec::with_capacity(blocks.len() * 4096);
    let mut json = Vec::with_capacity(4096);
    for block in blocks {
        json.clear();
        serde_json::to_writer(&mut json, block).expect("views have text as keys, and memory takes them");
        markup.extend_from_slice(b"\n<script type=\"application/ld+json\">");
        escape(&json, &mut markup);
        markup.extend_from_slice(b"</script>");
    }
    Html::from_markup(String::from_utf8(markup).expect("JSON of texts is text"))
}

/// Adds JSON, with what could be markup as escapes.
fn escape(json: &[u8], out: &mut Vec<u8>) {
    let mut rest = json;
    while let Some(at) = rest.iter().position(|byte| is_suspect(*byte)) {
        out.extend_from_slice(&rest[..at]);
        let (escape, length): (&[u8], usize) = match &rest[at..] {
            [b'<', ..] => (b"\\u003c", 1),
            [b'>', ..] => (b"\\u003e", 1),
            [b'&', ..] => (b"\\u0026", 1),
            // U+2028 and U+2029, the ends of lines in scripts.
            [0xe2, 0x80, 0xa8, ..] => (b"\\u2028", 3),
            [0xe2, 0x80, 0xa9, ..] => (b"\\u2029", 3),
            other => (&other[..1], 1),
        };
        out.extend_from_slice(escape);
        rest = &rest[at + length..];
    }
    out.extend_from_slice(rest);
}

fn is_suspect(byte: u8) -> bool {
    matches!(byte, b'<' | b'>' | b'&' | 0xe2)
}
