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
        for character in json.chars() {
            match character {
                '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                    markup.push_str(&format!("\\u{:04x}", u32::from(character)));
                }
                other => markup.push(other),
            }
        }
        markup.push_str("</script>");
    }
    Html::from_markup(markup)
}
