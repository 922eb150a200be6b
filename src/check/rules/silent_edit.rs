//! What was published changes with a revision, or not at all.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Entry;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::{Claim, RevisionType};
use crate::site::{ClaimThenAndNow, Comparison};
use crate::text::Lang;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "silent-edit",
        severity: Severity::Error,
        summary: "What was published changes with a revision, or not at all.",
        explanation: "Readers have seen the verdict, the figures, the quotations, the claimant and the proposition of a published claim, and some have repeated them. If one of these is another now, `revisions` says so. A revision of type `typo` covers the words of a quotation or a proposition; it never covers a verdict, a figure or a claimant. Revisions that were published stay. `recoupe publish` compares with what is live and sends nothing while this stands; `recoupe check --against` compares with any manifest.",
    },
    scope: Scope::Published(check),
};

/// A part of a claim that does not change silently.
struct Part {
    /// What it is, for the message.
    what: String,
    changed: bool,
    /// Whether a typo is a reason to change it.
    typo_is_enough: bool,
    /// The revision that is the likeliest.
    kind: RevisionType,
    place: Place,
}

fn check(context: &Context<'_>, published: &Comparison<'_>, findings: &mut Vec<Diagnostic>) {
    for entry in context.corpus.claims.iter().filter(|entry| !entry.damaged) {
        if let Some(then_and_now) = published.claim(entry) {
            claim(context, entry, &then_and_now, findings);
        }
    }
}

fn claim(context: &Context<'_>, entry: &Entry<Claim>, claim: &ClaimThenAndNow<'_>, findings: &mut Vec<Diagnostic>) {
    if claim.removed > 0 {
        let message = match claim.then.revisions {
            1 => "the revision that was published is no longer here".to_owned(),
            all => format!("{all} revisions were published, and {} are left", all - claim.removed),
        };
        let help = "put it back: readers have seen that this claim was changed";
        findings.push(RULE.at(field(entry, "revisions"), message).with_help(help));
    }
    for part in parts(entry, claim).into_iter().filter(|part| part.changed) {
        let excused = claim.substantial > 0 || (part.typo_is_enough && claim.typos > 0);
        if excused {
            continue;
        }
        let message = match claim.typos {
            0 => format!("{} changed after publication, and no new revision says so", part.what),
            _ => format!("{} changed after publication, which is more than a `typo`", part.what),
        };
        let line = format!("- {{ date: {}, type: {}, text: … }}", context.as_of, part.kind.word());
        let help = format!("say under `revisions` what changed, with the day: `{line}`");
        let back = format!("or undo the change: it was published on {}", claim.then.published);
        findings.push(RULE.at(part.place, message).with_help(help).with_help(back));
    }
}

fn parts(entry: &Entry<Claim>, claim: &ClaimThenAndNow<'_>) -> Vec<Part> {
    let ClaimThenAndNow { then, now, .. } = claim;
    let then = &then.digests;
    let part =
        |what: &str, changed, kind, place| Part { what: what.to_owned(), changed, typo_is_enough: false, kind, place };
    let figures = if entry.record.figures.is_empty() { "evidence" } else { "figures" };
    let quotations = if entry.record.said.iter().any(|said| !said.quote.is_empty()) { "said" } else { "evidence" };
    let mut parts = vec![
        part("the verdict", then.verdict != now.verdict, RevisionType::VerdictChange, value(entry, "verdict")),
        part(
            "the figures of the claim or of its evidence",
            then.figures != now.figures,
            RevisionType::Correction,
            field(entry, figures),
        ),
        part(
            "who said it, or in which document,",
            then.claimant != now.claimant,
            RevisionType::Correction,
            field(entry, "said"),
        ),
        Part {
            typo_is_enough: true,
            ..part("a quotation", then.quotations != now.quotations, RevisionType::Correction, field(entry, quotations))
        },
    ];
    for (tag, digest) in &then.proposition {
        // A language that is no more shows nothing that could be wrong; its addresses are another rule's.
        let Some(now) = now.proposition.get(tag) else { continue };
        let translated = Lang::parse(tag).and_then(|lang| entry.translations.get(&lang));
        let (what, file) = match translated {
            Some(translated) => (format!("the proposition in `{tag}`"), &translated.file.path),
            None => ("the proposition".to_owned(), &entry.file.path),
        };
        let place = Place::value(file, FieldPath::of("claim"));
        let kind = RevisionType::Clarification;
        parts.push(Part { what, changed: digest != now, typo_is_enough: true, kind, place });
    }
    parts
}

fn value(entry: &Entry<Claim>, name: &str) -> Place {
    Place::value(&entry.file.path, FieldPath::of(name))
}

/// A field of several lines, by its key.
fn field(entry: &Entry<Claim>, name: &str) -> Place {
    Place::key(&entry.file.path, FieldPath::of(name))
}
