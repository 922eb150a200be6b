//! Tables as CSV (RFC 4180).

use crate::view::{Cell, Heading};

/// The row of the names of columns.
pub(super) fn header(headings: &[Heading]) -> Vec<u8> {
    let mut out = Vec::new();
    row(&mut out, headings.iter().map(|heading| Cell::from(heading.name)));
    out
}

/// A row.
pub(super) fn row<'r>(out: &mut Vec<u8>, cells: impl Iterator<Item = Cell<'r>>) {
    for (at, value) in cells.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        cell(out, &value.text());
    }
    out.extend(b"\r\n");
}

fn cell(out: &mut Vec<u8>, text: &str) {
    let plain = !text.contains(['"', ',', '\r', '\n']) && text.trim() == text;
    if plain {
        out.extend(text.as_bytes());
        return;
    }
    out.push(b'"');
    out.extend(text.replace('"', "\"\"").as_bytes());
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_stays_one_cell() {
        for (text, expected) in [
            ("", ""),
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("« a \"b\" »", "\"« a \"\"b\"\" »\""),
            ("two\nlines", "\"two\nlines\""),
            (" a", "\" a\""),
        ] {
            let mut out = Vec::new();
            cell(&mut out, text);
            assert_eq!(out, expected.as_bytes());
        }
    }
}
