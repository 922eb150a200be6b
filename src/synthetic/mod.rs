//! A corpus for benchmarks: invented claims of any number, the same for the same number and seed.
//!
//! Sizes follow the corpus that other generators are measured with: 150 to 400 words a claim, one source to fifty
//! claims, one place to a hundred, at least 20, 10 and 40 sources, places and events, six verdicts. Words are drawn
//! from two lists and mean nothing. The site has no finding, so that a build of it is a whole one.

mod body;
mod claim;
mod random;
mod records;
mod words;

use random::Random;

use crate::capture::{Captures, sha256};

/// What decides the corpus.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How many claims.
    pub claims: usize,
    /// What the draws start from.
    pub seed: u64,
    /// Whether every text stands in English beside French.
    pub bilingual: bool,
    /// Whether every document has a capture, from which its claims quote.
    pub captures: bool,
}

/// How many records of each kind.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Claims.
    pub claims: usize,
    /// Sources.
    pub sources: usize,
    /// Places.
    pub places: usize,
    /// Documents.
    pub documents: usize,
    /// Events.
    pub events: usize,
}

impl Options {
    /// How many records of each kind there are.
    pub fn sizes(&self) -> Sizes {
        let of = |least: usize, share: usize| least.max(self.claims / share);
        Sizes {
            claims: self.claims,
            sources: of(20, 50),
            places: of(10, 100),
            documents: of(40, 25),
            events: of(40, 25),
        }
    }

    /// Shows every file of the corpus, by its path below the site's folder.
    pub fn each_file(&self, see: &mut dyn FnMut(String, String)) {
        let sizes = self.sizes();
        let mut random = Random::new(self.seed, self.claims);
        see("content/site.yaml".to_owned(), records::site(*self));
        for at in 1..=sizes.sources {
            records::source(*self, &mut random, at, see);
        }
        for at in 1..=sizes.places {
            records::place(*self, &mut random, at, see);
        }
        for at in 1..=sizes.documents {
            records::document(*self, &mut random, at, see);
        }
        for at in 1..=sizes.events {
            records::event(*self, &mut random, at, see);
        }
        let mut earlier: Option<String> = None;
        for at in 1..=sizes.claims {
            earlier = Some(claim::claim(*self, &mut random, at, earlier.as_deref(), see));
        }
    }

    /// The capture of a document, counted from 1: paragraphs of a few sentences each.
    pub fn capture(&self, document: usize) -> String {
        let paragraphs: Vec<String> = self.captured(document).take(CAPTURED).collect();
        paragraphs.join("\n\n") + "\n"
    }

    /// The captures of all documents, as a vault that holds them would give them; none if there are none.
    pub fn vault(&self) -> Captures {
        let mut vault = Captures::none(self.captures);
        for document in (1..=self.sizes().documents).filter(|_| self.captures) {
            let text = self.capture(document);
            let url = records::document_url(document);
            vault.add(&sha256(text.as_bytes()), Some(&url), "text/plain", text.as_bytes());
        }
        vault
    }

    /// The paragraphs of a capture.
    fn captured(&self, document: usize) -> impl Iterator<Item = String> + use<> {
        let mut random = Random::new(self.seed ^ 0x5eed, document);
        std::iter::repeat_with(move || random.paragraph(words::FR, 40))
    }
}

/// Paragraphs of a capture.
const CAPTURED: usize = 12;
