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
        Doubt { text: excepted(local, entry, exception, reason) }
    };
    entry.record.exception.iter().map(&mut exception).collect()
}

/// An exception: its clause, and the reason.
pub(super) fn excepted(local: Local<'_, '_>, entry: &Entry<Claim>, exception: &Exception, reason: Html) -> Html {
    let mut judgements = local.context.shown.assessments().judgements(local.corpus(), entry);
    let clause = judgements.find_map(|one| verdict::clause(local, one.verdict.requires.as_ref(), &exception.clause));
    let Some(clause) = clause else { return reason };
    local.say_html("doubt_exception", &[("clause", &Html::from_text(&clause)), ("reason", &reason)])
}

fn told(local: Local<'_, '_>, contradiction: &Contradiction) -> Option<Html> {
    let sentence = sentence(local, contradiction)?;
    if contradiction.resolution.is_some() || matches!(contradiction.kind, ContradictionKind::Diverges(_)) {
        return Some(sentence);
    }
    Some(local.say_html("doubt_unexplained", &[("sentence", &sentence)]))
}

/// What contradicts what, in a sentence; none where the publications that say otherwise are counted in one.
pub(super) fn sentence(local: Local<'_, '_>, contradiction: &Contradiction) -> Option<Html> {
    let sentence = match &contradiction.kind {
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
    Some(Html::from_text(&sentence))
}

fn claim(local: Local<'_, '_>, id: &ClaimId) -> Option<Html> {
    let title = local.claim_title(local.corpus().claims.get(id)?);
    let href = local.href(Subject::Claim(id.clone()));
    Some(Html::from_markup(format!("<a href=\"{}\">{}</a>", html::escape_attr(&href), html::escape_text(&title))))
}
