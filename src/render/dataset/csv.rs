//! Tables as CSV (RFC 4180).

use std::borrow::Cow;

use crate::view::Column;

/// The row of the names of columns.
pub(super) fn header<F>(columns: &[Column<F>]) -> Vec<u8> {
    let mut out = Vec::new();
    row(&mut out, columns, |column| Cow::Borrowed(column.name));
    out
}

/// A row: the text of each column.
pub(super) fn row<'r, F>(out: &mut Vec<u8>, columns: &[Column<F>], text: impl Fn(&Column<F>) -> Cow<'r, str>) {
    for (at, column) in columns.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        cell(out, &text(column));
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
