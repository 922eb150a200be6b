//! The evidence would carry a firmer verdict.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;
use crate::weigh::exceeds;

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
    let claim = &entry.record;
    let Some(verdict) = context.corpus.site.verdicts.get(&claim.verdict) else { return };
    let Some(unless) = &verdict.unless else { return };
    if !exceeds(unless, claim, context.assessment(entry)) {
        return;
    }
    let place = Place::value(&entry.file.path, FieldPath::of("verdict"));
    let assessment = context.assessment(entry);
    let unknown = assessment.possible_origins() > assessment.independent_origins();
    let message = format!(
        "the evidence carries more than `{}`: {} independent origins{}, {} camps",
        claim.verdict,
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
    findings.push(RULE.at(place, message).with_help(help));
}
