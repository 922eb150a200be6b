//! Numbers on the truth scale go the way of the verdicts they stand with.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::{Rating, VerdictId};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "scale-out-of-order",
        severity: Severity::Error,
        summary: "Verdicts with a `rating` stand in the order of their numbers.",
        explanation: "Readers see the scale in the order in which `site.yaml` has it; search engines see the numbers. If the two disagree, one of them is wrong, and a claim that readers see as more doubtful counts as truer for machines. Write the truest first or the falsest first; verdicts without a number may stand anywhere, and two may share one.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let scale = context.corpus.site.verdicts.iter();
    let rated: Vec<(&VerdictId, Rating)> = scale.filter_map(|(id, verdict)| Some((id, verdict.rating?))).collect();
    let (Some((_, first)), Some((_, last))) = (rated.first(), rated.last()) else { return };
    // The ends say which way the scale goes.
    let falls = first >= last;
    for pair in rated.windows(2) {
        let [(before, above), (id, rating)] = pair else { continue };
        let turns = if falls { rating > above } else { rating < above };
        if !turns {
            continue;
        }
        let path = FieldPath::of("verdicts").key(id.as_str()).key("rating");
        let message = format!(
            "`{id}` is {} on the truth scale and stands after `{before}`, which is {}",
            rating.number(),
            above.number()
        );
        let way = if falls { "falls" } else { "rises" };
        let help = format!("the scale {way} from its first verdict to its last: move the verdict, or mend the number");
        findings.push(RULE.at(Place::value(&context.corpus.site_file.path, path), message).with_help(help));
    }
}
