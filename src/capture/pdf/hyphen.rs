//! Words that were divided at the end of a line.

use std::collections::HashSet;

/// The text with a word made whole where the document itself shows how it is written.
///
/// A hyphen at the end of a line may divide a word or belong to it: “re-” and “cover” are “recover” or “re-cover”.
/// Only a word that the document has elsewhere in one piece, and nowhere with its hyphen, is joined, by a soft hyphen
/// in place of the hard one. All others stay as they are printed.
pub fn joined(text: &str) -> String {
    let words: HashSet<String> = text.split(|c: char| !is_part(c)).map(str::to_lowercase).collect();
    let mut joined = String::with_capacity(text.len());
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        let Some(next) = lines.peek() else {
            joined.push_str(line);
            break;
        };
        match line.strip_suffix('-').filter(|line| divides(line, next, &words)) {
            Some(line) => {
                joined.push_str(line);
                joined.push('\u{ad}');
            }
            None => {
                joined.push_str(line);
                joined.push('\n');
            }
        }
    }
    joined
}

/// Whether the hyphen between two lines is nothing but that.
fn divides(line: &str, next: &str, words: &HashSet<String>) -> bool {
    let first = line.rsplit(|c: char| !is_part(c)).next().unwrap_or_default();
    let second = next.split(|c: char| !is_part(c)).next().unwrap_or_default();
    first.ends_with(char::is_alphabetic)
        && second.starts_with(char::is_lowercase)
        && words.contains(&format!("{first}{second}").to_lowercase())
        && !words.contains(&format!("{first}-{second}").to_lowercase())
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn only_the_document_itself_says_that_a_hyphen_divides() {
        assert_eq!(joined("evacu-\nated, and evacuated"), "evacu\u{ad}ated, and evacuated");
        assert_eq!(joined("evacu-\nated"), "evacu-\nated");
        assert_eq!(joined("to re-\ncover; recover, re-cover"), "to re-\ncover; recover, re-cover");
        assert_eq!(joined("1914-\n1918 and 19141918"), "1914-\n1918 and 19141918");
        assert_eq!(joined("a -\nb ab-\n\nc abc"), "a -\nb ab-\n\nc abc");
        assert_eq!(joined("non-Syr-\nian, Syrian"), "non-Syr-\nian, Syrian");
    }
}
