//! Escaping for HTML.

use std::borrow::Cow;

/// `text` as the content of an element.
pub fn escape_text(text: &str) -> Cow<'_, str> {
    escape(text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'\0' => Some("\u{fffd}"),
        _ => None,
    })
}

/// `text` as the value of an attribute within double or single quotes.
pub fn escape_attr(text: &str) -> Cow<'_, str> {
    escape(text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'\0' => Some("\u{fffd}"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    })
}

/// Puts entities in the place of signs of one byte; what is between them is copied.
#[inline]
fn escape(text: &str, entity: impl Fn(u8) -> Option<&'static str>) -> Cow<'_, str> {
    let mut entities = text.bytes().enumerate().filter_map(|(at, byte)| Some((at, entity(byte)?))).peekable();
    if entities.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for (at, entity) in entities {
        out.push_str(&text[from..at]);
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(&text[from..]);
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
