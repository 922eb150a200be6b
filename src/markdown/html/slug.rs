//! The ids of headings.

use std::collections::BTreeSet;

/// Ids that no two headings of a text share.
#[derive(Default)]
pub(super) struct Slugs {
    taken: BTreeSet<String>,
}

impl Slugs {
    /// The id of a heading: its words in ASCII where they have some, with `s-` before them.
    pub fn id(&mut self, prefix: &str, heading: &str) -> String {
        let base = format!("{prefix}s-{}", slug(heading));
        let base = base.trim_end_matches('-').to_owned();
        let mut id = base.clone();
        let mut times = 1;
        while !self.taken.insert(id.clone()) {
            times += 1;
            id = format!("{base}-{times}");
        }
        id
    }
}

/// The letters and digits of a text, in lower case, with hyphens between words.
fn slug(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if out.len() >= LONGEST {
            break;
        }
        match folded(c) {
            Some(letters) => out.push_str(letters),
            None if c.is_alphanumeric() => out.push(c),
            None if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            None => {}
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// A letter with a mark, without it.
fn folded(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' => "a",
        'ä' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ō' => "o",
        'ö' => "oe",
        'ù' | 'ú' | 'û' | 'ū' => "u",
        'ü' => "ue",
        'ÿ' | 'ý' => "y",
        'ş' | 'š' => "s",
        'ž' => "z",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        // Elided articles and the combining dot of `İ` leave nothing behind.
        '\u{307}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_the_words_and_are_unique() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.id("", "L’école à Joubass : « bilan »"), "s-l-ecole-a-joubass-bilan");
        assert_eq!(slugs.id("", "Bilan"), "s-bilan");
        assert_eq!(slugs.id("", "Bilan"), "s-bilan-2");
        assert_eq!(slugs.id("", "Bilan 2"), "s-bilan-2-2");
        assert_eq!(slugs.id("", "…"), "s");
        assert_eq!(slugs.id("", ""), "s-2");
        assert_eq!(slugs.id("a-", "حصيلة"), "a-s-حصيلة");
    }
}
