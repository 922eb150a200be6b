//! What a rule is given, and how it is run.

use rayon::prelude::*;

use crate::corpus::{Corpus, Entry};
use crate::diagnostic::{Diagnostic, FilePath, Place, Rule};
use crate::markdown::{Problem, ProblemKind};
use crate::model::{Claim, Field, Trail, Visitor};
use crate::site::Comparison;
use crate::text::PartialDate;
use crate::weigh::{Assessments, Judgement};

/// Everything that a rule may read.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The records.
    pub corpus: &'a Corpus,
    /// What their evidence amounts to.
    pub assessments: &'a Assessments,
    /// The day on which the site is built.
    pub as_of: PartialDate,
    /// The site that readers know, if this one is held against it.
    pub published: Option<&'a Comparison<'a>>,
    /// What is wrong in the Markdown of the texts.
    pub problems: &'a [(Place, Problem)],
}

impl<'a> Context<'a> {
    /// The verdicts of a claim, each with what its evidence amounts to.
    pub fn judgements<'c>(&'c self, entry: &'c Entry<Claim>) -> impl Iterator<Item = Judgement<'c>> {
        self.assessments.judgements(self.corpus, entry)
    }

    /// Findings of a rule for every problem of one kind in the texts, in the words of [`crate::markdown`].
    pub fn problems_in_texts(&self, rule: &'static CheckRule, kind: ProblemKind) -> impl Iterator<Item = Diagnostic> {
        let problems = self.problems.iter().filter(move |(_, problem)| problem.kind == kind);
        problems.map(|(place, problem)| rule.at(place.clone(), &problem.message).with_help(&problem.help))
    }

    /// Shows a visitor the fields of every record and of the site, each with its file.
    pub fn visit_all<V: for<'r> Visitor<'r>>(&self, mut visitor: impl FnMut(&'a FilePath) -> V) {
        let corpus = self.corpus;
        corpus.site.visit(&Trail::Top, &mut visitor(&corpus.site_file.path));
        corpus.claims.iter().for_each(|entry| entry.record.visit(&Trail::Top, &mut visitor(&entry.file.path)));
        corpus.sources.iter().for_each(|entry| entry.record.visit(&Trail::Top, &mut visitor(&entry.file.path)));
        corpus.documents.iter().for_each(|entry| entry.record.visit(&Trail::Top, &mut visitor(&entry.file.path)));
        corpus.events.iter().for_each(|entry| entry.record.visit(&Trail::Top, &mut visitor(&entry.file.path)));
        corpus.places.iter().for_each(|entry| entry.record.visit(&Trail::Top, &mut visitor(&entry.file.path)));
        corpus.pages.iter().for_each(|entry| entry.record.visit(&Trail::Top, &mut visitor(&entry.file.path)));
    }
}

/// A rule and the way it is run.
#[derive(Debug)]
pub struct CheckRule {
    /// What it says of itself.
    pub rule: Rule,
    /// What it looks at.
    pub scope: Scope,
}

/// What a rule looks at.
#[derive(Debug)]
pub enum Scope {
    /// One claim at a time, so that a preview can show it before the whole is judged.
    Record(fn(&Context<'_>, &Entry<Claim>, &mut Vec<Diagnostic>)),
    /// The corpus as a whole.
    Corpus(fn(&Context<'_>, &mut Vec<Diagnostic>)),
    /// The corpus beside the site that readers know, where there is one.
    Published(fn(&Context<'_>, &Comparison<'_>, &mut Vec<Diagnostic>)),
}

impl CheckRule {
    /// Everything that the rule finds.
    pub fn findings(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        match self.scope {
            Scope::Corpus(check) => {
                let mut findings = Vec::new();
                check(context, &mut findings);
                findings
            }
            Scope::Published(check) => {
                let mut findings = Vec::new();
                if let Some(published) = context.published {
                    check(context, published, &mut findings);
                }
                findings
            }
            Scope::Record(check) => {
                let one = |entry: &Entry<Claim>| {
                    let mut findings = Vec::new();
                    check(context, entry, &mut findings);
                    findings
                };
                context.corpus.claims.as_slice().par_iter().flat_map_iter(one).collect()
            }
        }
    }

    /// A finding of this rule.
    pub fn at(&'static self, place: Place, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(&self.rule, place, message)
    }
}
