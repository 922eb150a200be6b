//! The driver of compressed files beside those that are texts, for servers that look for them.
//!
//! They are made anew by every build from the bytes that it puts, so that none is ever stale, and are files of the
//! site like others: the manifest names them, and a build without them removes them.

mod encode;

use rayon::prelude::*;

use crate::emit::{EmitError, OutPath, Output};
use crate::model::Coding;
use crate::site::serving::is_compressible;

pub use encode::{UnknownCoding, known};

/// What is shorter fits into one packet, compressed or not.
const SHORTEST_BYTES: usize = 1_024;

/// Puts the compressed files beside those that were put, where they are smaller. A file that the site brings itself
/// stays.
///
/// # Errors
///
/// The disk says no.
pub fn put(output: &Output, codings: &[Coding]) -> Result<(), EmitError> {
    if codings.is_empty() {
        return Ok(());
    }
    let files = output.files();
    let is_there = |path: &OutPath| files.binary_search_by(|(other, _)| other.cmp(path)).is_ok();
    let texts = files.par_iter().filter(|(path, _)| is_compressible(path.media_type()));
    texts.try_for_each(|(path, order)| {
        let bytes = output.read(path)?;
        if bytes.len() < SHORTEST_BYTES {
            return Ok(());
        }
        for coding in codings {
            let beside = OutPath::new(&format!("{path}{}", coding.ending())).expect("an ending is no path of its own");
            let compressed = encode::bytes(*coding, &bytes);
            if compressed.len() < bytes.len() && !is_there(&beside) {
                output.put(&beside, &compressed, *order)?;
            }
        }
        Ok(())
    })
}
