//! The words of a text as a search compares them.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The words of a text: letters and digits without marks and in small letters, ligatures taken apart, so that
/// “Évacués” is found by “evacues”. `static/search.js` makes the same of a question.
pub fn terms(text: &str) -> Vec<String> {
    let mut bare = String::with_capacity(text.len());
    for c in text.chars() {
        // Without marks, letters taken apart one by one are those of the text taken apart as a whole (NFKD).
        if c.is_ascii() {
            bare.push(c)
        } else {
            decompose_compatible(c, |c| bare.extend(Some(c).filter(|&c| !is_combining_mark(c))))
        }
    }
    let small = bare.to_lowercase().replace('œ', "oe").replace('æ', "ae");
    small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_however_it_is_written() {
        assert_eq!(
            terms("L’Œuvre des Évacués, 55\u{202f}000 : ﬁn"),
            ["l", "oeuvre", "des", "evacues", "55", "000", "fin"]
        );
        assert_eq!(terms("Doğru İdlib"), ["dogru", "idlib"]);
        assert_eq!(terms("إدلب مُحافظة"), ["ادلب", "محافظة"]);
        assert_eq!(terms("… !"), [""; 0]);
    }
}
