//! The files of the search. `static/search.js` reads them.

use std::collections::HashMap;

use crate::site::Paging;
use crate::text::terms;
use crate::view::{Html, Sought};

/// The words by which a claim is found, each once, and whether it stands in the title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimWords(Vec<(String, bool)>);

impl ClaimWords {
    /// Those of what is said of a claim.
    pub fn of(sought: &Sought) -> Self {
        let title = terms(&sought.title).into_iter().map(|word| (word, true));
        let text = terms(&sought.text).into_iter().map(|word| (word, false));
        let mut words: Vec<(String, bool)> = title.chain(text).collect();
        words.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        words.dedup_by(|later, first| later.0 == first.0);
        Self(words)
    }
}

/// Which claims have which words, in as many files as there were asked for.
#[derive(Debug)]
pub struct SearchIndex {
    /// For each word of a file, its claims in their order: twice the number of a claim, and one more where the word
    /// stands in its title.
    files: Vec<HashMap<String, Vec<u32>>>,
    claims: u32,
}

/// With fewer claims than a page of a list has, every word tells something.
const FEW: usize = Paging::ROWS;

impl SearchIndex {
    /// An index without claims, in a number of files that is a power of two.
    pub fn new(files: usize) -> Self {
        Self { files: vec![HashMap::new(); files], claims: 0 }
    }

    /// Adds a claim, the next in order.
    pub fn add(&mut self, words: ClaimWords) {
        for (word, in_title) in words.0 {
            let file = file_of(&word, self.files.len());
            self.files[file].entry(word).or_default().push(self.claims * 2 + u32::from(in_title));
        }
        self.claims += 1;
    }

    /// A file: an object whose keys are words, in their order. Of each, the numbers as differences from the one before;
    /// 0 where more than half of all claims have the word, which then tells none from another.
    pub fn file(&self, number: usize) -> Vec<u8> {
        let claims = self.claims as usize;
        let mut words: Vec<(&String, &Vec<u32>)> = self.files[number].iter().collect();
        words.sort_unstable();
        let mut out = String::from("{");
        for (word, places) in words {
            // Letters and digits alone: nothing in a word has to be escaped.
            out.push_str(if out.len() > 1 { ",\n\"" } else { "\"" });
            out.push_str(word);
            out.push_str("\":");
            if claims >= FEW && places.len() * 2 > claims {
                out.push('0');
                continue;
            }
            let mut before = 0;
            for (at, &place) in places.iter().enumerate() {
                out.push(if at == 0 { '[' } else { ',' });
                out.push_str(&(place - before).to_string());
                before = place;
            }
            out.push(']');
        }
        out.push_str("}\n");
        out.into_bytes()
    }
}

/// The file of a word: FNV-1a of its first two letters, so that all words that begin alike are in one.
fn file_of(word: &str, files: usize) -> usize {
    let end = word.char_indices().nth(2).map_or(word.len(), |(at, _)| at);
    let hash = word.as_bytes()[..end]
        .iter()
        .fold(0x811c_9dc5_u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash as usize % files
}

/// A file of rows: a list of their markup.
pub fn search_rows(rows: &[Html]) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(rows).expect("texts can be written as JSON");
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(claims: &[(&str, &str)], files: usize) -> SearchIndex {
        let mut index = SearchIndex::new(files);
        for (title, text) in claims {
            index.add(ClaimWords::of(&Sought { title: (*title).to_owned(), text: (*text).to_owned() }));
        }
        index
    }

    #[test]
    fn a_word_knows_its_claims_and_whether_they_are_called_so() {
        let index = index(&[("Huit morts", "à Joubass"), ("Joubass", "huit huit"), ("Ailleurs", "rien")], 1);
        let written = String::from_utf8(index.file(0)).expect("it is text");
        let expected =
            "{\"a\":[0],\n\"ailleurs\":[5],\n\"huit\":[1,1],\n\"joubass\":[0,3],\n\"morts\":[1],\n\"rien\":[4]}\n";
        assert_eq!(written, expected);
    }

    #[test]
    fn what_most_claims_say_is_no_list() {
        let many: Vec<(&str, &str)> = (0..60).map(|at| ("dit", if at % 3 == 0 { "rare" } else { "" })).collect();
        let written = String::from_utf8(index(&many, 1).file(0)).expect("it is text");
        assert!(written.starts_with("{\"dit\":0,\n\"rare\":[0,6,6,"), "{written}");
    }

    #[test]
    fn words_that_begin_alike_are_in_one_file() {
        assert_eq!(file_of("evacues", 64), file_of("evacuation", 64));
        assert_eq!(file_of("évé", 64), file_of("év", 64));
        // The test vector of FNV-1a for "a" is 0xe40c292c.
        assert_eq!(file_of("a", 1 << 31), 0x640c_292c);
        let files: std::collections::HashSet<usize> =
            ["de", "la", "co", "pr", "re"].map(|word| file_of(word, 64)).into();
        assert!(files.len() > 2, "{files:?}");
    }
}
