//! Every source and document is used.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::model::{OriginRef, SourceId};

use std::collections::BTreeSet;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "orphan-record",
        severity: Severity::Warning,
        summary: "Every source and document is used.",
        explanation: "A source that said nothing, published nothing and is nobody's owner, or a document that no claim cites, is a page that nothing leads to: a leftover, or a citation that was forgotten.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let corpus = context.corpus;
    // A file that could not be read may be what names it.
    if !corpus.unreadable.is_empty() || corpus.claims.iter().any(|entry| entry.damaged) {
        return;
    }
    for (i, entry) in corpus.documents.iter().enumerate() {
        let links = corpus.backlinks.document(i);
        let used = !links.carries.is_empty()
            || !links.cited_by.is_empty()
            || !links.versions.is_empty()
            || !links.events.is_empty();
        if !used {
            let finding = RULE.at(Place::file(&entry.file.path), format!("nothing cites the document `{}`", entry.id));
            findings.push(finding.with_help("cite it as evidence or with `[@…]`, or delete the file"));
        }
    }
    let named = named_sources(context);
    for (i, entry) in corpus.sources.iter().enumerate() {
        let links = corpus.backlinks.source(i);
        let used = !links.made.is_empty()
            || !links.documents.is_empty()
            || !links.dependants.is_empty()
            || !links.mentions.is_empty()
            || named.contains(&entry.id);
        if !used {
            let finding = RULE.at(Place::file(&entry.file.path), format!("nothing names the source `{}`", entry.id));
            findings.push(finding.with_help("cite a document of it, or delete the file"));
        }
    }
}

/// Sources named as an origin, a party, an original publisher or in a text.
fn named_sources<'a>(context: &Context<'a>) -> BTreeSet<SourceId> {
    let corpus = context.corpus;
    let origins = corpus.claims.iter().flat_map(|entry| entry.record.evidence.iter().flat_map(|e| &e.origin));
    let origins = origins.filter_map(|origin| match origin {
        OriginRef::Source(source) => Some(source.clone()),
        OriginRef::Own | OriginRef::Unknown => None,
    });
    let sides = corpus.sources.iter().flat_map(|entry| {
        let others = [&entry.record.party, &entry.record.alignment].into_iter().flatten();
        others.filter(|other| **other != entry.id).cloned().collect::<Vec<_>>()
    });
    let originals = corpus.documents.iter().filter_map(|entry| entry.record.copy_of.as_ref());
    let bodies = corpus.events.iter().map(|entry| entry.body()).chain(corpus.pages.iter().map(|entry| entry.body()));
    let linked = bodies.flat_map(|body| {
        let mentions = crate::markdown::mentions(body);
        mentions.into_iter().map(|mention| SourceId::new(mention.id())).collect::<Vec<_>>()
    });
    origins.chain(sides).chain(originals.map(|copy| copy.publisher.clone())).chain(linked).collect()
}
