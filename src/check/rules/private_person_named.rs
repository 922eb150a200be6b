//! A private person is named inside their claims only.

use std::collections::BTreeMap;

use crate::check::texts::{TextOf, each_text};
use crate::check::{CheckRule, Context, Scope};
use crate::corpus::{Corpus, PrivatePersons, find_name, people_of};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::{RecordKind, SourceId};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "private-person-named",
        severity: Severity::Error,
        summary: "A private person is named inside their claims only.",
        explanation: "A witness who is `private` appears in the claims that they made or are the origin of, and nowhere else: not in another claim, a document, an event, a source or a page. Write “a witness”, or leave the name out.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let people = PrivatePersons::of(context.corpus);
    if people.is_empty() {
        return;
    }
    let claims = claims_by_person(context.corpus, &people);
    each_text(context.corpus, &mut |text: &TextOf<'_>| {
        for (person, names) in people.iter() {
            if may_name(text, person, &claims) {
                continue;
            }
            for name in names {
                if let Some(found) = find_name(text.text, name) {
                    let place = text.place(found);
                    let finding =
                        RULE.at(place, format!("`{name}` is a private person and is named outside their claims"));
                    findings.push(finding.with_help("write “a witness”, or leave the name out"));
                    break;
                }
            }
        }
    });
}

type Claims<'a> = BTreeMap<&'a SourceId, Vec<&'a str>>;

fn claims_by_person<'a>(corpus: &'a Corpus, people: &PrivatePersons<'a>) -> Claims<'a> {
    let mut claims: Claims<'a> = people.iter().map(|(person, _)| (person, Vec::new())).collect();
    for entry in &corpus.claims {
        for source in people_of(&entry.record) {
            if let Some(claims) = claims.get_mut(source) {
                claims.push(entry.id.as_str());
            }
        }
    }
    claims
}

fn may_name(text: &TextOf<'_>, person: &SourceId, claims: &Claims<'_>) -> bool {
    // Addresses are not prose; a publisher's own slug is not ours to change.
    if matches!(text.field, "url" | "homepage" | "sha256") {
        return true;
    }
    match text.owner {
        Some((RecordKind::Source, id)) => id == person.as_str(),
        Some((RecordKind::Claim, id)) => claims.get(person).is_some_and(|claims| claims.contains(&id)),
        Some(_) | None => false,
    }
}
