//! The page of one verdict of the scale.

use super::context::Rows;
use super::list::listing;
use super::local::Local;
use crate::model::{Clauses, VerdictId};
use crate::site::{ClaimList, Subject};
use crate::view::{Html, Link, VerdictPage};

/// The page of one verdict; none if the scale has no such verdict.
pub(super) fn page(local: Local<'_, '_>, rows: &Rows<'_>, id: &VerdictId) -> Option<VerdictPage> {
    let verdict = local.corpus().site.verdicts.get(id)?;
    let list = ClaimList::Verdict(id.clone());
    let claims = local.context.map.claims(&list).len();
    let method = local
        .page_about("method")
        .map(|entry| Link::to(local.say("verdict_method"), local.href(Subject::Text(entry.id.clone()))));
    let rule = |key: &str, clauses: &Option<Clauses>| {
        let clauses = clauses.as_ref().map(|clauses| self::clauses(local, clauses))?;
        let list = local.list(&clauses);
        (!list.is_empty()).then(|| local.say_with(key, &[("list", (&list).into())]))
    };
    let rules = [rule("rule_requires", &verdict.requires), rule("rule_unless", &verdict.unless)];
    let mut rules: Vec<String> = rules.into_iter().flatten().collect();
    if rules.is_empty() {
        rules.push(local.say("rule_none"));
    }
    Some(VerdictPage {
        verdict: local.verdict(id),
        description: verdict.description.as_ref().map(|text| local.text(text)).unwrap_or_default(),
        layer: local.say_word("verdict_about", verdict.about.word()),
        rules: rules.iter().map(|rule| Html::from_text(rule)).collect(),
        sentence: local.count("verdict_sentence", claims),
        claims: listing(local, rows, &list),
        others: local
            .edition
            .verdicts
            .iter()
            .filter(|(key, _)| *key != id)
            .map(|(_, verdict)| verdict.clone())
            .collect(),
        method,
    })
}

/// What one clause of a rule asks for; none if the rule does not name it.
pub(super) fn clause(local: Local<'_, '_>, clauses: Option<&Clauses>, name: &str) -> Option<String> {
    let Some(clauses) = clauses else {
        return (name == "no_unresolved_contradiction").then(|| local.say("rule_no_unresolved_contradiction"));
    };
    let counted = |key: &str, n: Option<u32>| n.map(|n| local.count(key, n as usize));
    let held = |key: &str, asked: bool| asked.then(|| local.say(key));
    let own = match name {
        "independent_origins" => counted("rule_independent_origins", clauses.independent_origins),
        "camps" => counted("rule_camps", clauses.camps),
        "witnesses" => counted("rule_witnesses", clauses.witnesses),
        "evidence" => counted("rule_evidence", clauses.evidence),
        "primary_document" => held("rule_primary_document", clauses.primary_document),
        // Every firm verdict asks for it, and only a clause that is asked for takes an exception.
        "no_unresolved_contradiction" => held("rule_no_unresolved_contradiction", true),
        "reviewed" => held("rule_reviewed", clauses.reviewed),
        "reply_asked" => held("rule_reply_asked", clauses.reply_asked),
        "evidence_against" => held("rule_evidence_against", clauses.evidence_against),
        // The alternatives come last, where there are any.
        "any" if !clauses.any.sets().is_empty() => self::clauses(local, clauses).pop(),
        _ => None,
    };
    own.or_else(|| clauses.any.sets().iter().find_map(|set| clause(local, Some(set), name)))
}

/// What a rule asks for, one phrase a clause.
fn clauses(local: Local<'_, '_>, clauses: &Clauses) -> Vec<String> {
    let counted = [
        ("rule_independent_origins", clauses.independent_origins),
        ("rule_camps", clauses.camps),
        ("rule_witnesses", clauses.witnesses),
        ("rule_evidence", clauses.evidence),
    ];
    let counted = counted.into_iter().filter_map(|(key, n)| Some(local.count(key, n? as usize)));
    let held = [
        ("rule_primary_document", clauses.primary_document),
        ("rule_no_unresolved_contradiction", clauses.no_unresolved_contradiction),
        ("rule_reviewed", clauses.reviewed),
        ("rule_reply_asked", clauses.reply_asked),
        ("rule_evidence_against", clauses.evidence_against),
    ];
    let held = held.into_iter().filter(|(_, asked)| *asked).map(|(key, _)| local.say(key));
    let sets: Vec<String> = clauses.any.sets().iter().map(|set| local.list(&self::clauses(local, set))).collect();
    let or = format!(", {} ", local.say("rule_or"));
    let any = (!sets.is_empty()).then(|| local.say_with("rule_any", &[("list", (&sets.join(&or)).into())]));
    counted.chain(held).chain(any).collect()
}
