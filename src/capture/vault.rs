//! The captures at hand, as values.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::{CaptureText, Unreadable, text_of};

/// A declared sum, and the address of the document: an archive can be the capture of several.
type Key = (String, Option<String>);

/// The captures that were found on this machine.
#[derive(Clone, Debug, Default)]
pub struct Captures {
    stored: BTreeMap<Key, Stored>,
    /// Whether a capture that is not here is an error.
    pub required: bool,
}

/// What lies in the vault under a sum.
#[derive(Clone, Debug)]
pub enum Stored {
    /// The capture; its text was read.
    Text(Arc<CaptureText>),
    /// The capture, in which this build cannot read.
    Unreadable(Unreadable),
    /// Other bytes, with their own sum.
    Other(String),
}

impl Captures {
    /// No captures; `required` says whether one that is missing is an error.
    pub fn none(required: bool) -> Self {
        Self { stored: BTreeMap::new(), required }
    }

    /// Takes the bytes that lie under a sum, and reads them if they are what they are said to be.
    ///
    /// `url` is the address of the document that they are a capture of.
    pub fn add(&mut self, sum: &str, url: Option<&str>, media: &str, bytes: &[u8]) {
        let found = sha256(bytes);
        let stored = if found != sum {
            Stored::Other(found)
        } else {
            match text_of(bytes, media, url) {
                Ok(text) => Stored::Text(Arc::new(text)),
                Err(why) => Stored::Unreadable(why),
            }
        };
        self.stored.insert((sum.to_owned(), url.map(str::to_owned)), stored);
    }

    /// Takes over what was read before of the bytes under a sum; says whether there was anything.
    pub fn keep(&mut self, earlier: &Self, sum: &str, url: Option<&str>) -> bool {
        // Other bytes may have been replaced by the right ones since.
        match earlier.get(sum, url) {
            Some(stored @ (Stored::Text(_) | Stored::Unreadable(_))) => {
                self.stored.insert((sum.to_owned(), url.map(str::to_owned)), stored.clone());
                true
            }
            Some(Stored::Other(_)) | None => false,
        }
    }

    /// What lies under a sum for the document of an address; none if nothing does.
    pub fn get(&self, sum: &str, url: Option<&str>) -> Option<&Stored> {
        self.stored.get(&(sum.to_owned(), url.map(str::to_owned)))
    }

    /// The text of the capture under a sum for the document of an address, if it is here and can be read.
    pub fn text(&self, sum: &str, url: Option<&str>) -> Option<&CaptureText> {
        match self.get(sum, url)? {
            Stored::Text(text) => Some(text),
            Stored::Unreadable(_) | Stored::Other(_) => None,
        }
    }
}

/// The SHA-256 sum of some bytes in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a text has the form of a SHA-256 sum: 64 lower-case hexadecimal digits.
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
