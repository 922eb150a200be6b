//! A translation follows the revisions of its original.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::{Entry, Translated};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "stale-translation",
        severity: Severity::Warning,
        summary: "A translation follows the revisions of its original.",
        explanation: "When a claim is revised, its translations are to be read again. `revision: 2` in a translation says that it takes in the first two entries of `revisions` of the original; without the field it takes in none. While there are later ones, the page of the translation tells its readers so. Revisions of type `typo` ask nothing of a translation.",
    },
    scope: Scope::Record(check),
};

fn check(_: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let all = entry.record.revisions.len();
    for translated in entry.translations.values().filter(|translated| !translated.damaged) {
        let taken_in = translated.texts.revision.unwrap_or(0) as usize;
        if taken_in > all && !entry.damaged {
            let place = Place::value(&translated.file.path, FieldPath::of("revision"));
            let message = match all {
                0 => "the original was never revised".to_owned(),
                1 => "the original was revised once".to_owned(),
                _ => format!("the original was revised {all} times"),
            };
            let help = "write the number of revisions that this translation takes in, or remove the field";
            findings.push(RULE.at(place, message).with_help(help));
        } else if let Some(later) = entry.revisions_unseen_in(translated).first() {
            let message = format!("the original was revised on {}, and this translation does not follow", later.date);
            let number =
                entry.record.revisions.iter().position(|revision| std::ptr::eq(revision, *later)).unwrap_or_default();
            let original = FieldPath::of("revisions").index(number);
            let finding = RULE.at(place(translated), message);
            let finding = finding.with_related(Place::value(&entry.file.path, original), "the revision");
            findings.push(finding.with_help(format!("bring it up to date, then write `revision: {all}`")));
        }
    }
}

fn place(translated: &Translated) -> Place {
    let field = FieldPath::of("revision");
    match translated.texts.revision {
        Some(_) => Place::value(&translated.file.path, field),
        None => Place::missing(&translated.file.path, field),
    }
}
