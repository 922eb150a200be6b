//! The verdicts of a claim, each with what is counted for it on its own layer.

use super::group::ClaimAssessment;
use crate::corpus::Corpus;
use crate::model::{Claim, Verdict, VerdictId};

/// A verdict of a claim, with what is counted for it.
#[derive(Clone, Copy, Debug)]
pub struct Judgement<'a> {
    /// The field that names it: `verdict` or `substance`.
    pub field: &'static str,
    /// The verdict.
    pub id: &'a VerdictId,
    /// What the scale says of it.
    pub verdict: &'a Verdict,
    /// What the evidence on its layer amounts to.
    pub assessment: &'a ClaimAssessment,
}

/// The verdicts of a claim, which was weighed for each of them.
pub fn judgements<'a>(
    corpus: &'a Corpus,
    claim: &'a Claim,
    verdict: &'a ClaimAssessment,
    substance: Option<&'a ClaimAssessment>,
) -> impl Iterator<Item = Judgement<'a>> {
    let second = claim.substance.as_ref().zip(substance).map(|(id, assessment)| ("substance", id, assessment));
    std::iter::once(("verdict", &claim.verdict, verdict)).chain(second).filter_map(|(field, id, assessment)| {
        Some(Judgement { field, id, verdict: corpus.site.verdicts.get(id)?, assessment })
    })
}
