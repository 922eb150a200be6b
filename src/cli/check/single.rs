//! Which verdicts rest on one source, for whoever looks for a second one.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::check::{Judged, asked_by, lacked_by_each};
use crate::corpus::Entry;
use crate::model::{Claim, ClaimId, SourceId};
use crate::weigh::{Judgement, Rests, Unmet, lacks_without};

/// For each source the verdicts that would fall, and for each of these what it would lack.
pub fn list(judged: &Judged) -> String {
    let rests = judged.assessments.rests(&judged.corpus);
    if rests.is_empty() {
        return "no verdict rests on one source\n".to_owned();
    }
    let mut text = String::new();
    let mut line = |line: String| writeln!(text, "{line}").expect("a String takes everything");
    for Rests { source, claims } in rests {
        let fallen = fallen(judged, source, claims);
        let hold = if fallen.len() == 1 { "verdict no longer holds" } else { "verdicts no longer hold" };
        line(format!("without `{source}`, {} {hold}", fallen.len()));
        for Fallen { claim, verdict, lacks } in fallen {
            let asked: Vec<String> = lacks.iter().map(asked_by).collect();
            line(format!("  {claim}: `{verdict}` requires {}", asked.join("; ")));
            lacks.iter().flat_map(lacked_by_each).for_each(|lacked| line(format!("    {lacked}")));
        }
    }
    text
}

/// The same, one JSON object a source and a line.
pub fn json(judged: &Judged) -> String {
    let line = |Rests { source, claims }: &Rests| {
        let claim = |Fallen { claim, verdict, lacks }: Fallen<'_>| {
            let fails: Vec<Value> = lacks.iter().map(clause).collect();
            json!({ "claim": claim.as_str(), "verdict": verdict, "fails": fails })
        };
        let claims: Vec<Value> = fallen(judged, source, claims).into_iter().map(claim).collect();
        format!("{}\n", json!({ "source": source.as_str(), "claims": claims }))
    };
    judged.assessments.rests(&judged.corpus).iter().map(line).collect()
}

fn clause(unmet: &Unmet) -> Value {
    let mut value = json!({ "clause": unmet.clause, "wanted": unmet.wanted, "found": unmet.found });
    if !unmet.alternatives.is_empty() {
        let alternatives = unmet.alternatives.iter().map(|lacks| lacks.iter().map(clause).collect::<Vec<Value>>());
        value["alternatives"] = alternatives.collect();
    }
    value
}

/// A verdict that falls.
struct Fallen<'a> {
    claim: &'a ClaimId,
    verdict: &'a str,
    lacks: Vec<Unmet>,
}

fn fallen<'a>(judged: &'a Judged, source: &SourceId, claims: &'a [ClaimId]) -> Vec<Fallen<'a>> {
    let Judged { corpus, assessments, .. } = judged;
    let entries = claims.iter().filter_map(|id| corpus.claims.get(id));
    let fallen = |entry: &'a Entry<Claim>| {
        let lacking = move |judgement: Judgement<'a>| {
            let lacks = lacks_without(corpus, &entry.record, judgement, source);
            (!lacks.is_empty()).then(|| Fallen { claim: &entry.id, verdict: judgement.id.as_str(), lacks })
        };
        assessments.judgements(corpus, entry).filter_map(lacking)
    };
    entries.flat_map(fallen).collect()
}
