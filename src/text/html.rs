//! Escaping for HTML.

use std::borrow::Cow;

/// `text` as the content of an element.
pub fn escape_text(text: &str) -> Cow<'_, str> {
    escape(text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        _ => None,
    })
}

/// `text` as the value of an attribute within double or single quotes.
pub fn escape_attr(text: &str) -> Cow<'_, str> {
    escape(text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => None,
    })
}

fn escape(text: &str, entity: fn(char) -> Option<&'static str>) -> Cow<'_, str> {
    let Some(first) = text.find(|c| entity(c).is_some()) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(&text[..first]);
    for c in text[first..].chars() {
        match entity(c) {
            Some(entity) => out.push_str(entity),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(escape_text("<b> & \"c\""), "&lt;b&gt; &amp; \"c\"");
        assert_eq!(escape_attr("\"><'"), "&quot;&gt;&lt;&#39;");
        assert!(matches!(escape_text("rien"), Cow::Borrowed(_)));
    }
}
