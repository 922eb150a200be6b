//! A second verdict is about the other layer.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "second-verdict-same-layer",
        severity: Severity::Error,
        summary: "A second verdict is about the other layer.",
        explanation: "A claim has two layers: that it was said, and what was said. `verdict` is the conclusion about one of them; `substance`, if there is one, is that about the other. Two conclusions about one layer leave readers to choose.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let claim = &entry.record;
    let scale = &context.corpus.site.verdicts;
    let Some(substance) = &claim.substance else { return };
    let (Some(first), Some(second)) = (scale.get(&claim.verdict), scale.get(substance)) else { return };
    if first.about == second.about {
        let place = |field| Place::value(&entry.file.path, FieldPath::of(field));
        let message = format!("`{substance}` is about the {}, as `{}` is", second.about.word(), claim.verdict);
        let finding = RULE.at(place("substance"), message).with_related(place("verdict"), "the verdict");
        findings.push(finding.with_help("remove it, or choose one about the other layer"));
    }
}
