//! Quotations that leave something out.

use std::ops::Range;

use super::gate::Gap;
use super::normal::Normal;
use super::qualifiers::qualifier_in;

/// How many bytes of the capture one `[…]` may stand for: about five lines.
const SPAN: usize = 400;

/// The parts of a quotation between its `[…]`, each in its one spelling; one part if nothing is left out.
pub fn parts(quotation: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut rest = quotation;
    while let Some(at) = rest.find('[') {
        let mark =
            ["[…]", "[...]", "[ … ]", "[ ... ]", "[. . .]"].into_iter().find(|mark| rest[at..].starts_with(mark));
        let (text, after) = rest.split_at(at + mark.map_or(1, str::len));
        let last = parts.last_mut().expect("there is always one");
        match mark {
            Some(_) => {
                last.push_str(&text[..at]);
                parts.push(String::new());
            }
            None => last.push_str(text),
        }
        rest = after;
    }
    parts.last_mut().expect("there is always one").push_str(rest);
    let spelled = parts.iter().map(|part| Normal::of(part).text().trim().to_owned());
    spelled.filter(|part| !part.is_empty()).collect()
}

/// What is wrong with leaving out some bytes of a text in its one spelling.
pub fn judge(text: &str, gap: Range<usize>) -> Result<(), Gap> {
    let left_out = &text[gap.clone()];
    if gap.len() > SPAN {
        return Err(Gap::TooLong);
    }
    // Whoever speaks after a quotation mark may be someone else.
    if has_quotation_mark(text, &gap) {
        return Err(Gap::Voices);
    }
    match qualifier_in(left_out) {
        Some(word) => Err(Gap::Qualifier(word)),
        None => Ok(()),
    }
}

/// Whether a quotation begins or ends in a gap; an apostrophe between letters is none.
fn has_quotation_mark(text: &str, gap: &Range<usize>) -> bool {
    let within = &text[gap.clone()];
    let is_mark = |at: usize| {
        let (before, after) = (&text[..gap.start + at], &text[gap.start + at + 1..]);
        !(before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric))
    };
    within.contains('"') || within.match_indices('\'').any(|(at, _)| is_mark(at))
}
