//! Clauses in words.

use crate::weigh::Unmet;

/// What a clause that is not met asks for, as it follows “requires”.
pub fn asked_by(unmet: &Unmet) -> String {
    let Unmet { wanted, found, .. } = unmet;
    match unmet.clause {
        "independent_origins" => format!("{wanted} independent origins (found: {found})"),
        "camps" => format!("{wanted} camps that say the same (found: {found})"),
        "witnesses" => format!("{wanted} witnesses with different owners (found: {found})"),
        "evidence" => format!("{wanted} documents of others that support or refine it (found: {found})"),
        "primary_document" => "a record of the words, published by whoever said them".to_owned(),
        "no_unresolved_contradiction" => "that what contradicts it is explained".to_owned(),
        "reviewed" => "a second reader who is not an author".to_owned(),
        "reply_asked" => "that a reply was asked for".to_owned(),
        "evidence_against" => "a document that undermines it among the evidence".to_owned(),
        _ => "one of several things, and the evidence has none of them".to_owned(),
    }
}

/// For `any`, what each alternative lacks.
pub fn lacked_by_each(unmet: &Unmet) -> Vec<String> {
    let lacks = unmet.alternatives.iter().map(|lacks| lacks.iter().map(asked_by).collect::<Vec<_>>().join("; "));
    lacks.enumerate().map(|(i, lacks)| format!("{} {lacks}", if i == 0 { "either" } else { "or" })).collect()
}
