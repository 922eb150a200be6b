//! Where the links of a text lead on the web.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::address::{Address, address};
use super::line::{inline_pieces, line};
use super::pieces::{Piece, What, pieces};
use super::problems::of_target;

/// The web addresses that a body links to or shows images of, in order, each with its bytes in the text.
pub fn links(body: &str) -> Vec<(Range<usize>, String)> {
    of_pieces(body, &pieces(body))
}

/// The same for a short text without blocks.
pub fn inline_links(text: &str) -> Vec<(Range<usize>, String)> {
    let (line, offset) = line(text);
    let found = of_pieces(&line, &inline_pieces(&line)).into_iter();
    // The line has a full stop in front.
    found.map(|(at, url)| ((at.start + offset).saturating_sub(1)..(at.end + offset).saturating_sub(1), url)).collect()
}

/// Whether a text is a web address and nothing else.
pub fn is_web_address(text: &str) -> bool {
    address(text) == Some(Address::Web)
}

fn of_pieces(body: &str, pieces: &[Piece<'_>]) -> Vec<(Range<usize>, String)> {
    let link = |piece: &Piece<'_>| match &piece.what {
        What::Event(Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }))
            if is_web_address(dest_url) =>
        {
            Some((of_target(body, &piece.range, dest_url), dest_url.to_string()))
        }
        _ => None,
    };
    pieces.iter().filter_map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_where_they_stand() {
        let body = "See [it](https://a.example/x), <http://b.example>, [[id]], [m](mailto:a@b.c), [p](/p/) and [r].\n\n[r]: https://c.example/\n";
        let found = links(body);
        let shown: Vec<_> = found.iter().map(|(at, url)| (&body[at.clone()], url.as_str())).collect();
        let expected = [
            ("https://a.example/x", "https://a.example/x"),
            ("http://b.example", "http://b.example"),
            ("[r]", "https://c.example/"),
        ];
        assert_eq!(shown, expected);
        let text = "  1. [it](https://a.example/x)";
        assert_eq!(inline_links(text), [(10..29, "https://a.example/x".to_owned())]);
        assert_eq!(&text[10..29], "https://a.example/x");
    }
}
