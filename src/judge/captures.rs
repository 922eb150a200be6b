//! The captures of a folder, each read once.

use std::collections::BTreeSet;
use std::path::Path;

use super::CaptureOptions;
use crate::capture::{Captures, is_sha256};
use crate::corpus::Corpus;
use crate::read::{self, ReadError};

/// A sum, the address of the document and its media type: what decides how bytes are read.
type Declared = (String, Option<String>, String);

/// What was read of captures before; it goes on holding, for a sum names the same bytes for ever.
#[derive(Debug, Default)]
pub(super) struct Known {
    declared: BTreeSet<Declared>,
    captures: Captures,
}

impl Known {
    /// The captures that the documents declare, as far as they are in the vault.
    pub fn captures(&mut self, root: &Path, corpus: &Corpus, options: &CaptureOptions) -> Result<Captures, ReadError> {
        let vault = options.vault(root);
        let declared = declared(corpus);
        let mut captures = Captures::none(options.required);
        let mut last: Option<(&str, Option<Vec<u8>>)> = None;
        for capture in &declared {
            let (sum, url, media) = capture;
            if self.declared.contains(capture) && captures.keep(&self.captures, sum, url.as_deref()) {
                continue;
            }
            // An archive that is the capture of several documents is read from the disk once.
            if last.as_ref().is_none_or(|(known, _)| known != sum) {
                last = Some((sum, read::capture(&vault, sum)?));
            }
            if let Some((_, Some(bytes))) = &last {
                captures.add(sum, url.as_deref(), media, bytes);
            }
        }
        self.captures = captures.clone();
        self.declared = declared;
        Ok(captures)
    }
}

fn declared(corpus: &Corpus) -> BTreeSet<Declared> {
    let documents = corpus.documents.iter().map(|entry| &entry.record);
    let of_document = |document: &crate::model::Document| {
        let captures = document.captures.iter().filter(|capture| is_sha256(&capture.sha256));
        let declared = captures.map(|capture| (capture.sha256.clone(), document.url.clone(), capture.media.clone()));
        declared.collect::<Vec<_>>()
    };
    documents.flat_map(of_document).collect()
}
