//! What a preview shows between a change and the judgement of the whole.

use super::{Checked, Context, RULES, Scope, accept_allowed, texts};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, sort};
use crate::model::ClaimId;
use crate::text::PartialDate;
use crate::weigh::Assessments;

/// A corpus that was checked, in which claims may have been amended since.
///
/// It proves nothing: of what was amended only the rules about one claim were asked, and what is counted over the
/// whole corpus is as old as the last judgement. Only `preview` may name it, so nothing of it is ever written.
#[derive(Debug)]
pub struct Provisional {
    /// The records.
    pub corpus: Corpus,
    /// What their evidence amounts to.
    pub assessments: Assessments,
}

impl From<Checked> for Provisional {
    fn from(Checked { corpus, assessments }: Checked) -> Self {
        Self { corpus, assessments }
    }
}

/// What pages are made from: something that was checked, or the provisional state of a preview.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    corpus: &'a Corpus,
    assessments: &'a Assessments,
}

impl<'a> Shown<'a> {
    /// The records.
    pub fn corpus(self) -> &'a Corpus {
        self.corpus
    }

    /// What their evidence amounts to.
    pub fn assessments(self) -> &'a Assessments {
        self.assessments
    }
}

impl<'a> From<&'a Checked> for Shown<'a> {
    fn from(Checked { corpus, assessments }: &'a Checked) -> Self {
        Self { corpus, assessments }
    }
}

impl<'a> From<&'a Provisional> for Shown<'a> {
    fn from(Provisional { corpus, assessments }: &'a Provisional) -> Self {
        Self { corpus, assessments }
    }
}

/// Runs the rules about one claim over a claim of the corpus; `before` holds what was found of it so far.
///
/// None if its Markdown has problems, for the rules about them look at the corpus as a whole.
pub fn claim(
    corpus: &Corpus,
    assessments: &Assessments,
    as_of: PartialDate,
    id: &ClaimId,
    before: Vec<Diagnostic>,
) -> Option<Vec<Diagnostic>> {
    let entry = corpus.claims.get(id)?;
    if !texts::problems_of(corpus, entry).is_empty() {
        return None;
    }
    let context = Context { corpus, assessments, as_of, published: None, problems: &[] };
    let mut findings = before;
    for rule in RULES {
        if let Scope::Record(check) = rule.scope {
            check(&context, entry, &mut findings);
        }
    }
    if !findings.is_empty() {
        accept_allowed(corpus, &mut findings);
        sort(&mut findings, &corpus.texts());
    }
    Some(findings)
}
