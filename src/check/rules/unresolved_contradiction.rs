//! A firm verdict explains what contradicts it.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::{Corpus, Entry};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::{Claim, DocumentId};
use crate::weigh::{ContradictionKind, Judgement, Report, is_firm};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "unresolved-contradiction",
        severity: Severity::Error,
        summary: "A firm verdict explains what contradicts it.",
        explanation: "A verdict is firm if it stands at 4 or 5 on the truth scale, or off the scale if it requires evidence, and does not itself ask for evidence against. What speaks against its claim is then explained in `resolution`, which names the documents or claims that disagree and is shown to readers: evidence that undermines, a claim that diverges, comparable figures that differ and are in no declared series, a part that counts more than its whole, a source at odds with what it said on an earlier day.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    if entry.damaged {
        return;
    }
    let mut known: Vec<Diagnostic> = Vec::new();
    for judgement in context.judgements(entry) {
        // What speaks against both verdicts is told once.
        for finding in unresolved(context, entry, &judgement) {
            if !known.iter().any(|other| other.message == finding.message) {
                known.push(finding);
            }
        }
    }
    findings.append(&mut known);
}

fn unresolved(context: &Context<'_>, entry: &Entry<Claim>, judgement: &Judgement<'_>) -> Vec<Diagnostic> {
    let Judgement { field: named, verdict, assessment, .. } = judgement;
    let claim = &entry.record;
    let clause = "no_unresolved_contradiction";
    // The rule about clauses speaks where the verdict asks for it in so many words.
    let asked = verdict.requires.as_ref().is_some_and(|requires| requires.no_unresolved_contradiction);
    if !is_firm(verdict) || asked || claim.exception.iter().any(|exception| exception.clause == clause) {
        return Vec::new();
    }
    let unresolved = assessment.unresolved().map(|contradiction| {
        let (field, message, of) = told(context.corpus, claim, &contradiction.kind);
        let verdict = Place::value(&entry.file.path, FieldPath::of(named));
        let finding = match field {
            Some(path) => {
                RULE.at(Place::value(&entry.file.path, path), message).with_related(verdict, "this verdict is firm")
            }
            None => RULE.at(verdict, message).with_label("this verdict is firm"),
        };
        let of = if of.is_empty() { String::new() } else { format!(" with `of: [{}]`", of.join(", ")) };
        finding.with_help(format!("explain it in `resolution`{of}, or choose a more cautious verdict"))
    });
    unresolved.collect()
}

/// Where a contradiction is seen, what to say of it, and what a resolution would name.
fn told(corpus: &Corpus, claim: &Claim, kind: &ContradictionKind) -> (Option<FieldPath>, String, Vec<String>) {
    let evidence = |document: &DocumentId| {
        let at = claim.evidence.iter().position(|evidence| evidence.document == *document)?;
        Some(FieldPath::root().key("evidence").index(at).key("document"))
    };
    let others = |documents: &[&DocumentId]| {
        let own = |document: &DocumentId| claim.said.iter().any(|said| said.document == *document);
        let others = documents.iter().filter(|document| !own(document));
        others.map(ToString::to_string).collect::<Vec<_>>()
    };
    match kind {
        ContradictionKind::Diverges(other) => {
            let at = claim.relations.diverges.iter().position(|id| id == other);
            let path = at.map(|at| FieldPath::root().key("relations").key("diverges").index(at));
            let message = match path {
                Some(_) => format!("this claim diverges from `{other}`, and nothing says why it holds"),
                None => format!("`{other}` diverges from this claim, and nothing says why it holds"),
            };
            (path, message, vec![other.to_string()])
        }
        ContradictionKind::Undermined { evidence: at, document } => {
            let path = FieldPath::root().key("evidence").index(*at).key("document");
            (Some(path), format!("`{document}` says otherwise, and nothing explains it"), vec![document.to_string()])
        }
        ContradictionKind::Figures { measure, of, values, documents } => {
            let of = of.as_ref().map_or_else(|| measure.to_string(), |of| format!("{measure} of {of}"));
            let values: Vec<String> = values.iter().map(|value| format!("“{}”", value.text)).collect();
            let message = format!("the figures for `{of}` cannot all be true: {}", values.join(", "));
            let documents: Vec<&DocumentId> = documents.iter().collect();
            let others = others(&documents);
            let path = documents.iter().find_map(|document| evidence(document));
            (path, message, others)
        }
        ContradictionKind::Overflow { part, whole } => {
            let who = |report: &Report| {
                let of = report.figure.of.as_ref().map(|of| format!(" of {of}")).unwrap_or_default();
                format!("“{}”{of} in `{}`", report.figure.value.text, report.document)
            };
            let message = format!("a part counts more than its whole: {}, {}", who(part), who(whole));
            (
                evidence(&part.document).or_else(|| evidence(&whole.document)),
                message,
                others(&[&part.document, &whole.document]),
            )
        }
        ContradictionKind::OwnStatement { source, earlier, later } => {
            let name = if corpus.sources.get(source).is_some() { source.as_str() } else { "a source" };
            let message = format!("`{name}` gives one figure in `{earlier}` and another, on a later day, in `{later}`");
            (evidence(later).or_else(|| evidence(earlier)), message, others(&[earlier, later]))
        }
    }
}
