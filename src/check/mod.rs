//! `check`: the proof that a corpus was judged.

use crate::corpus::Corpus;
use crate::weigh::Assessments;

/// A corpus that every rule was run on, and what its evidence amounts to.
#[derive(Debug)]
pub struct Checked {
    /// The records.
    pub corpus: Corpus,
    /// What their evidence amounts to.
    pub assessments: Assessments,
}
