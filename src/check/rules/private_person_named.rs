//! A private person is named inside their claims only.

use std::collections::BTreeMap;

use crate::check::texts::{TextOf, each_text};
use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::{OriginRef, RecordKind, SourceId};

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
    let names = names(context.corpus);
    if names.is_empty() {
        return;
    }
    let claims = claims_by_person(context.corpus, names.keys().copied());
    each_text(context.corpus, &mut |text: &TextOf<'_>| {
        for (person, names) in &names {
            if may_name(text, person, &claims) {
                continue;
            }
            for name in names {
                if let Some(start) = find_word(text.text, name) {
                    let place = text.place(start..start + name.len());
                    let finding =
                        RULE.at(place, format!("`{name}` is a private person and is named outside their claims"));
                    findings.push(finding.with_help("write “a witness”, or leave the name out"));
                    break;
                }
            }
        }
    });
}

/// The names of private persons, as they would stand in running text.
fn names(corpus: &Corpus) -> BTreeMap<&SourceId, Vec<&str>> {
    let first = corpus.first_lang();
    let private = corpus.sources.iter().filter(|entry| entry.record.is_private());
    let names = private.map(|entry| {
        let source = &entry.record;
        let written = [Some(&source.name), source.short_name.as_ref()].into_iter().flatten();
        let written = written.flat_map(|name| name.texts(first).into_iter().map(|(_, text)| text));
        let mut names: Vec<&str> = written
            .chain(source.aliases.iter().map(String::as_str))
            // “Hassan, a displaced witness”: the name stands before the comma.
            .map(|name| name.split(',').next().unwrap_or(name).trim())
            .filter(|name| name.chars().count() > 2)
            .collect();
        names.sort_unstable();
        names.dedup();
        (&entry.id, names)
    });
    names.collect()
}

type Claims<'a> = BTreeMap<&'a SourceId, Vec<&'a str>>;

fn claims_by_person<'a>(corpus: &'a Corpus, people: impl Iterator<Item = &'a SourceId>) -> Claims<'a> {
    let mut claims: Claims<'a> = people.map(|person| (person, Vec::new())).collect();
    for entry in &corpus.claims {
        let said = entry.record.said.iter().flat_map(|said| said.by.sources().iter().chain(&said.speaker));
        let origins = entry.record.evidence.iter().flat_map(|evidence| &evidence.origin);
        let origins = origins.filter_map(|origin| match origin {
            OriginRef::Source(source) => Some(source),
            OriginRef::Own | OriginRef::Unknown => None,
        });
        for source in said.chain(origins) {
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

/// Where a name stands as a word of its own, in this spelling.
fn find_word(text: &str, name: &str) -> Option<usize> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(name).map(|(start, _)| start).find(|&start| {
        let before = text[..start].chars().next_back();
        let after = text[start + name.len()..].chars().next();
        !is_letter(before) && !is_letter(after)
    })
}
