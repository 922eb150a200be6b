//! JSON-LD in the head of a page.

use crate::view::{Html, Structured};

/// The blocks of a page as `script` elements of data.
///
/// What could end the element or begin another is written as an escape of JSON, which means the same.
pub(super) fn structured(blocks: &[Structured]) -> Html {
    let mut markup = String::new();
    for block in blocks {
        let json = serde_json::to_string(block).expect("views have text as keys");
        markup.push_str("\n<script type=\"application/ld+json\">");
        for piece in json.split_inclusive(is_escaped) {
            match piece.chars().next_back().filter(|last| is_escaped(*last)) {
                Some(last) => {
                    markup.push_str(&piece[..piece.len() - last.len_utf8()]);
                    markup.push_str(&format!("\\u{:04x}", u32::from(last)));
                }
                None => markup.push_str(piece),
            }
        }
        markup.push_str("</script>");
    }
    Html::from_markup(markup)
}

fn is_escaped(character: char) -> bool {
    matches!(character, '<' | '>' | '&' | '\u{2028}' | '\u{2029}')
}
