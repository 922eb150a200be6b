//! The evidence would carry a firmer verdict.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;
use crate::weigh::{Judgement, exceeds};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "verdict-too-cautious",
        severity: Severity::Warning,
        summary: "The verdict is not more cautious than its evidence.",
        explanation: "A verdict may say when the evidence would carry more (`unless` in `site.yaml`). That is a warning and no error: a desk may know why it stays cautious. Say so under `allow`, or choose the firmer verdict.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.judgements(entry).filter_map(|judgement| too_cautious(entry, &judgement)));
}

fn too_cautious(entry: &Entry<Claim>, judgement: &Judgement<'_>) -> Option<Diagnostic> {
    let Judgement { field, id, verdict, assessment } = judgement;
    if !exceeds(verdict.unless.as_ref()?, &entry.record, assessment) {
        return None;
    }
    let place = Place::value(&entry.file.path, FieldPath::of(field));
    let unknown = assessment.possible_origins() > assessment.independent_origins();
    let message = format!(
        "the evidence carries more than `{id}`: {} independent origins{}, {} camps",
        assessment.possible_origins(),
        if unknown { ", one of them unknown" } else { "" },
        assessment.camps(),
    );
    let help = match unknown {
        true => {
            "find out where they have it from: what is of unknown origin carries no firmer verdict; or say so under `allow`"
        }
        false => "choose a firmer verdict, or say under `allow` why not",
    };
    Some(RULE.at(place, message).with_help(help))
}
