//! The evidence carries the verdict.

use crate::check::{CheckRule, Context, Scope, asked_by, lacked_by_each};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::Claim;
use crate::weigh::{ClaimAssessment, Judgement, Unmet, unmet};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "verdict-not-carried",
        severity: Severity::Error,
        summary: "The evidence carries the verdict.",
        explanation: "Each verdict of `site.yaml` says what it requires. A second verdict (`substance`) is held to its own rule, by the evidence about its own layer. If the evidence amounts to less, add what is missing, choose a more cautious verdict, or write an `exception` that names the clause and gives the reason, which readers see.",
    },
    scope: Scope::Record(check),
};

fn check(context: &Context<'_>, entry: &Entry<Claim>, findings: &mut Vec<Diagnostic>) {
    let claim = &entry.record;
    // Without any evidence another rule speaks; of a damaged file too much may be missing.
    if entry.damaged || claim.evidence.is_empty() {
        return;
    }
    for judgement in context.judgements(entry) {
        findings.extend(not_carried(entry, &judgement));
    }
}

/// The clauses of one verdict that the evidence on its layer does not meet.
fn not_carried(entry: &Entry<Claim>, judgement: &Judgement<'_>) -> Vec<Diagnostic> {
    let Judgement { field, id, verdict, assessment } = judgement;
    let claim = &entry.record;
    let mut findings = Vec::new();
    for unmet in verdict.requires.iter().flat_map(|requires| unmet(requires, claim, assessment)) {
        if claim.exception.iter().any(|exception| exception.clause == unmet.clause) {
            continue;
        }
        let place = Place::value(&entry.file.path, FieldPath::of(field));
        let message = format!("`{id}` requires {}", asked_by(&unmet));
        let finding = RULE.at(place, message).with_label(format!("the clause `{}` is not met", unmet.clause));
        let finding = lacked_by_each(&unmet).into_iter().fold(finding, Diagnostic::with_help);
        let way = way(&unmet);
        findings.push(
            finding
                .with_optional_help(counted(&unmet, assessment))
                .with_optional_help(layer(judgement))
                .with_help(format!("{way}, choose another verdict, or give the reason in `exception`")),
        );
    }
    findings
}

/// For a second verdict: which evidence is weighed for it.
fn layer(judgement: &Judgement<'_>) -> Option<String> {
    let layer = judgement.assessment.layer.word();
    let of_its_own = judgement.field == "substance";
    of_its_own.then(|| format!("for `substance`, only evidence with `about: {layer}` is weighed"))
}

/// What to add.
fn way(unmet: &Unmet) -> &'static str {
    match unmet.clause {
        "no_unresolved_contradiction" => "explain it in `resolution`",
        "reviewed" => "add `reviewed:` with the day and the reader",
        "reply_asked" => "add `reply:` with the day and who was asked",
        _ => "add evidence",
    }
}

/// For clauses about origins: which were counted and which were not.
fn counted(unmet: &Unmet, assessment: &ClaimAssessment) -> Option<String> {
    if !matches!(unmet.clause, "independent_origins" | "camps" | "evidence") {
        return None;
    }
    let mut parts = Vec::new();
    for group in &assessment.origins {
        let why = match (group.claimant, group.counts) {
            (true, _) => " (the claimant)",
            (false, true) => "",
            (false, false) => " (not counted: the claimant's own side)",
        };
        let one_with = group.one_with.iter().map(|source| format!(", one with `{source}`"));
        parts.push(format!("`{}`{why}{}", group.source, one_with.collect::<String>()));
    }
    if !assessment.unknown.is_empty() {
        parts.push(format!("{} of unknown origin (not counted)", assessment.unknown.len()));
    }
    let parts = if parts.is_empty() { "none".to_owned() } else { parts.join(", ") };
    Some(format!("origins found: {parts}"))
}
