//! What is allowed is a warning that exists.

use crate::check::{CheckRule, Context, RULES, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;
use crate::text::nearest;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "unknown-allow",
        severity: Severity::Error,
        summary: "What is allowed is a warning that exists.",
        explanation: "`allow` takes away a warning that the desk knows and accepts, with its reason. Errors cannot be allowed: mend them, or for a verdict write an `exception`, which readers see.",
    },
    scope: Scope::Record(check),
};

fn check(_: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    for (i, allow) in entry.record.allow.iter().enumerate() {
        let place = Place::value(&entry.file.path, FieldPath::root().key("allow").index(i).key("rule"));
        let warnings = RULES.iter().filter(|rule| rule.rule.severity < Severity::Error).map(|rule| rule.rule.code);
        let known = RULES.iter().find(|rule| rule.rule.code == allow.rule);
        match known {
            Some(rule) if rule.rule.severity < Severity::Error => {}
            Some(_) => {
                let finding = RULE.at(place, format!("`{}` is an error and cannot be allowed", allow.rule));
                findings.push(finding.with_help("mend it; for a verdict, write an `exception`"));
            }
            None => {
                let finding = RULE.at(place, format!("there is no warning `{}`", allow.rule));
                let help = match nearest(&allow.rule, warnings.clone()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => {
                        let warnings: Vec<_> = warnings.map(|code| format!("`{code}`")).collect();
                        format!("the warnings are {}", warnings.join(", "))
                    }
                };
                findings.push(finding.with_help(help));
            }
        }
    }
}
