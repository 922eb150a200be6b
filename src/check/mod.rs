//! The rules that a corpus must satisfy before anything is written.
//!
//! Rules read and report; they do not repair, sort, print or know one another. Each is one file of
//! `rules/`, one fixture of `tests/diagnostics/` and one entry of the reference.

mod clauses;
mod context;
mod parity;
mod provisional;
mod quoted;
mod rules;
mod texts;

use std::collections::BTreeSet;

use rayon::prelude::*;

pub use clauses::{asked_by, lacked_by_each};
pub use context::{CheckRule, Context, Scope};
pub use provisional::{Provisional, Shown, claim};
pub use rules::RULES;
pub use texts::{TextOf, each_text};

use crate::corpus::{Corpus, Entry};
use crate::diagnostic::{Diagnostic, FilePath, Severity, has_errors, sort};
use crate::model::Claim;
use crate::site::{Comparison, Earlier};
use crate::text::PartialDate;
use crate::weigh::Assessments;

/// The proof that every rule ran and found no error; only [`Judged::into_checked`] makes one.
#[derive(Debug)]
#[non_exhaustive]
pub struct Checked {
    /// The records.
    pub corpus: Corpus,
    /// What their evidence amounts to.
    pub assessments: Assessments,
}

/// A corpus with everything that was found wrong with it.
#[derive(Debug)]
pub struct Judged {
    /// The records.
    pub corpus: Corpus,
    /// What their evidence amounts to.
    pub assessments: Assessments,
    /// All findings of all stages, in the order in which they are shown.
    pub findings: Vec<Diagnostic>,
}

impl Judged {
    /// Adds findings of those who ask what no stage may ask, such as whether an address still answers.
    pub fn also(&mut self, findings: Vec<Diagnostic>) {
        self.findings.extend(findings);
        sort(&mut self.findings, &self.corpus.texts());
    }

    /// The proof that there is no error.
    ///
    /// # Errors
    ///
    /// There is one; the corpus is given back.
    pub fn into_checked(self) -> Result<Checked, Box<Self>> {
        if has_errors(&self.findings) {
            return Err(Box::new(self));
        }
        Ok(Checked { corpus: self.corpus, assessments: self.assessments })
    }
}

/// Runs every rule over a corpus.
///
/// `as_of` is the day on which the site is built; it decides findings and nothing else. `published` is a
/// site that readers know, if this one is to be held against it. `before` holds the findings of the
/// stages before.
pub fn corpus(
    corpus: Corpus,
    assessments: Assessments,
    as_of: PartialDate,
    published: Option<&Earlier>,
    before: Vec<Diagnostic>,
) -> Judged {
    let problems = texts::problems(&corpus);
    let published = published.map(|earlier| Comparison::new(&corpus, earlier));
    let published = published.as_ref();
    let context = Context { corpus: &corpus, assessments: &assessments, as_of, published, problems: &problems };
    let mut findings = before;
    findings.par_extend(RULES.par_iter().flat_map_iter(|rule| rule.findings(&context)));
    accept_allowed(&corpus, &mut findings);
    let texts = corpus.texts();
    sort(&mut findings, &texts);
    Judged { corpus, assessments, findings }
}

/// What changed since a site was published and must not have, as [`corpus`] finds it where it is given that site.
pub fn against(judged: &Judged, as_of: PartialDate, earlier: &Earlier) -> Vec<Diagnostic> {
    let Judged { corpus, assessments, .. } = judged;
    let comparison = Comparison::new(corpus, earlier);
    let context = Context { corpus, assessments, as_of, published: Some(&comparison), problems: &[] };
    let rules = RULES.iter().filter(|rule| matches!(rule.scope, Scope::Published(_)));
    let mut findings: Vec<Diagnostic> = rules.flat_map(|rule| rule.findings(&context)).collect();
    sort(&mut findings, &corpus.texts());
    findings
}

/// Takes away the warnings that a claim allows in its files; an error cannot be allowed.
fn accept_allowed(corpus: &Corpus, findings: &mut Vec<Diagnostic>) {
    let files = |entry: &Entry<Claim>| {
        let translated = entry.translations.values().map(|translated| translated.file.path.clone());
        std::iter::once(entry.file.path.clone()).chain(translated).collect::<Vec<_>>()
    };
    let allowed: BTreeSet<(FilePath, &str)> = corpus
        .claims
        .iter()
        .filter(|entry| !entry.record.allow.is_empty())
        .flat_map(|entry| files(entry).into_iter().map(move |file| (entry, file)))
        .flat_map(|(entry, file)| entry.record.allow.iter().map(move |allow| (file.clone(), allow.rule.as_str())))
        .collect();
    findings.retain(|finding| {
        finding.severity == Severity::Error || !allowed.contains(&(finding.place.file.clone(), finding.rule.code))
    });
}
