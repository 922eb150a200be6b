//! What speaks against a claim, and the exceptions made for it, in sentences.

use super::local::Local;
use super::prose::Prose;
use super::verdict;
use crate::corpus::Entry;
use crate::model::{Claim, ClaimId, Exception};
use crate::site::Subject;
use crate::text::html;
use crate::view::{Doubt, Html};
use crate::weigh::{ClaimAssessment, Contradiction, ContradictionKind};

/// What speaks against a claim, beside the evidence that undermines it.
pub(super) fn doubts(local: Local<'_, '_>, assessment: &ClaimAssessment) -> Vec<Html> {
    assessment.contradictions.iter().filter_map(|contradiction| told(local, contradiction)).collect()
}

/// The exceptions of a claim, each with its clause and its reason.
pub(super) fn exceptions(local: Local<'_, '_>, prose: &mut Prose<'_, '_>, entry: &Entry<Claim>) -> Vec<Doubt> {
    let mut exception = |exception: &Exception| {
        let reason = prose.short(&exception.text);
        let judgements = local.context.shown.assessments().judgements(local.corpus(), entry);
        let mut clauses =
            judgements.filter_map(|one| verdict::clause(local, one.verdict.requires.as_ref(), &exception.clause));
        let clause = clauses.next();
        let Some(clause) = clause else { return Doubt { text: reason } };
        let clause = Html::from_text(&clause);
        Doubt { text: local.say_html("doubt_exception", &[("clause", &clause), ("reason", &reason)]) }
    };
    entry.record.exception.iter().map(&mut exception).collect()
}

fn told(local: Local<'_, '_>, contradiction: &Contradiction) -> Option<Html> {
    let sentence = match &contradiction.kind {
        // The publications that say otherwise are counted in one sentence.
        ContradictionKind::Undermined { .. } => return None,
        ContradictionKind::Diverges(other) => {
            return Some(local.say_html("doubt_diverges", &[("claim", &claim(local, other)?)]));
        }
        ContradictionKind::Figures { measure, of, values, .. } => {
            let what = local.what(measure, of.as_ref());
            let values: Vec<String> = values.iter().map(|value| local.quantity(value)).collect();
            let list = local.list(&values);
            local.say_with("doubt_figures", &[("what", (&what).into()), ("list", (&list).into())])
        }
        ContradictionKind::Overflow { part, whole } => local.overflow(part, whole),
        ContradictionKind::OwnStatement { source, .. } => {
            let name = local.source_name(source).text;
            local.say_with("doubt_own_statement", &[("name", (&name).into())])
        }
    };
    if contradiction.resolution.is_some() {
        return Some(Html::from_text(&sentence));
    }
    let unexplained = local.say_with("doubt_unexplained", &[("sentence", (&sentence).into())]);
    Some(Html::from_text(&unexplained))
}

fn claim(local: Local<'_, '_>, id: &ClaimId) -> Option<Html> {
    let title = local.claim_title(local.corpus().claims.get(id)?);
    let href = local.href(Subject::Claim(id.clone()));
    Some(Html::from_markup(format!("<a href=\"{}\">{}</a>", html::escape_attr(&href), html::escape_text(&title))))
}
