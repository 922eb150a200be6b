//! An exception names a clause of its verdict.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;
use crate::text::nearest;
use crate::weigh::{CLAUSES, asked};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "unknown-clause",
        severity: Severity::Error,
        summary: "An exception names a clause of its verdict.",
        explanation: "`exception` takes one clause of the verdict's rule away, with a reason that readers see. A clause that the verdict does not ask for would tell them of a rule that is not there. Every firm verdict asks for `no_unresolved_contradiction`, whether its rule says so or not.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let claim = &entry.record;
    let scale = &context.corpus.site.verdicts;
    let Some(verdict) = scale.get(&claim.verdict) else { return };
    let substance = claim.substance.as_ref().and_then(|id| scale.get(id));
    let asked: Vec<&str> = asked(verdict).into_iter().chain(substance.into_iter().flat_map(asked)).collect();
    // One exception is written without a list.
    let several = claim.exception.len() > 1;
    for (at, exception) in claim.exception.iter().enumerate() {
        let clause = exception.clause.as_str();
        if asked.contains(&clause) {
            continue;
        }
        let path = FieldPath::of("exception");
        let path = if several { path.index(at) } else { path };
        let place = Place::value(&entry.file.path, path.key("clause"));
        let message = if CLAUSES.contains(&clause) {
            format!("`{}` does not ask for `{clause}`", claim.verdict)
        } else {
            format!("there is no clause `{clause}`")
        };
        let near = nearest(clause, asked.iter().copied()).map(|near| format!("did you mean `{near}`?"));
        let list: Vec<String> = asked.iter().map(|clause| format!("`{clause}`")).collect();
        let all = if list.is_empty() {
            "remove it: this verdict asks for nothing".to_owned()
        } else {
            format!("`{}` asks for {}", claim.verdict, list.join(", "))
        };
        findings.push(RULE.at(place, message).with_help(near.unwrap_or(all)));
    }
}
