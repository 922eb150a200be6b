//! A published address stays.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FieldPath, FilePath, Place, Rule, Severity};
use crate::model::{ClaimId, RecordKind};
use crate::site::{Comparison, Subject};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "vanished-address",
        severity: Severity::Error,
        summary: "A published address stays: as a page, as a redirect, or as a retracted claim.",
        explanation: "Readers, search engines and other newsrooms link to what was published. A record that got another id keeps the old one under `former`, which becomes a redirect (`recoupe rename` writes it). A claim that no longer stands keeps its file with a revision of type `retraction`, which says why. Lists may come and go, and so may claims that were never published. `recoupe publish` compares with what is live and sends nothing while this stands; `recoupe check --against` compares with any manifest.",
    },
    scope: Scope::Published(check),
};

fn check(context: &Context<'_>, published: &Comparison<'_>, findings: &mut Vec<Diagnostic>) {
    let corpus = context.corpus;
    // Without its site file nothing is known of its languages, and every address would seem to vanish.
    if corpus.site_damaged {
        return;
    }
    let mut of_language = Vec::new();
    for (subject, addresses) in published.vanished() {
        // Only the page of another language is gone.
        if published.holds(&subject) {
            of_language.extend(addresses);
            continue;
        }
        let Some((kind, id)) = record(&subject) else {
            findings.push(of_verdict(context, &subject, addresses[0]));
            continue;
        };
        if !corpus.unreadable.contains(&(kind, id.to_owned())) && !is_page_below(published, &subject) {
            findings.push(of_record(context, kind, id, addresses[0]));
        }
    }
    if let Some(first) = of_language.first() {
        let place = Place::value(&corpus.site_file.path, FieldPath::of("languages"));
        let all = of_language.len();
        let message = format!("`/{first}` was published and would vanish, with {all} addresses of its language");
        findings.push(RULE.at(place, message).with_help("keep the language: its addresses are linked to"));
    }
}

/// Whether it is a part of a record that is gone as well; one finding for it is enough.
fn is_page_below(published: &Comparison<'_>, subject: &Subject) -> bool {
    match subject {
        Subject::Coverage(id) => !published.holds(&Subject::Document(id.clone())),
        Subject::Embed(id) => !published.holds(&Subject::Claim(id.clone())),
        _ => false,
    }
}

fn of_record(context: &Context<'_>, kind: RecordKind, id: &str, address: &str) -> Diagnostic {
    let corpus = context.corpus;
    let file: FilePath = format!("content/{}/{id}.md", kind.folder()).into();
    let draft = kind == RecordKind::Claim && corpus.drafts.contains(&ClaimId::new(id));
    if draft {
        let place = Place::value(&file, FieldPath::of("draft"));
        let message = format!("the claim `{id}` was published at `/{address}`, and a draft has no page");
        let help = "remove `draft`; if the claim no longer stands, add a revision of type `retraction`";
        return RULE.at(place, message).with_help(help);
    }
    if corpus.files.iter().any(|known| known.path == file) {
        return of_hidden(kind, id, address, Place::file(&file));
    }
    let message = format!("the {kind} `{id}` was published at `/{address}`, and this address would vanish");
    let finding = RULE.at(Place::file(&file), message);
    let renamed = format!("if it has another id now, write `former: {id}` in its file");
    match kind {
        RecordKind::Claim => {
            let retracted = "put the file back; if the claim no longer stands, add a revision of type `retraction`";
            finding.with_help(retracted).with_help(renamed)
        }
        _ => finding.with_help("put the file back").with_help(renamed),
    }
}

/// The record is there, but what it says of itself takes the page away.
fn of_hidden(kind: RecordKind, id: &str, address: &str, place: Place) -> Diagnostic {
    if kind == RecordKind::Source {
        // To protect a person comes before an address.
        let message = format!("`/{address}` was published and vanishes, for the source `{id}` is a private person now");
        let finding = RULE.at(place, message).with_help("caches and archives may still hold the page: ask them");
        return Diagnostic { severity: Severity::Warning, ..finding };
    }
    let message = format!("`/{address}` was published, and the {kind} `{id}` has no such page any more");
    RULE.at(place, message).with_help("put back what made the page, such as `coverage: true` or `embeds: true`")
}

fn of_verdict(context: &Context<'_>, subject: &Subject, address: &str) -> Diagnostic {
    let place = Place::key(&context.corpus.site_file.path, FieldPath::of("verdicts"));
    let what = match subject {
        Subject::Verdict(id) => format!("the verdict `{id}`"),
        _ => "a page".to_owned(),
    };
    let message = format!("{what} was published at `/{address}`, and this address would vanish");
    RULE.at(place, message).with_help("keep it in the scale, also when no claim has it any more")
}

/// The record that a page shows.
fn record(subject: &Subject) -> Option<(RecordKind, &str)> {
    match subject {
        Subject::Claim(id) | Subject::Embed(id) => Some((RecordKind::Claim, id.as_str())),
        Subject::Source(id) => Some((RecordKind::Source, id.as_str())),
        Subject::Document(id) | Subject::Coverage(id) => Some((RecordKind::Document, id.as_str())),
        Subject::Event(id) => Some((RecordKind::Event, id.as_str())),
        Subject::Place(id) => Some((RecordKind::Place, id.as_str())),
        Subject::Text(id) => Some((RecordKind::Page, id.as_str())),
        Subject::Verdict(_)
        | Subject::Home
        | Subject::Claims(..)
        | Subject::Sources
        | Subject::Documents(_)
        | Subject::Events(_)
        | Subject::Places
        | Subject::Verdicts
        | Subject::Timeline(_)
        | Subject::Corrections(_)
        | Subject::Transparency
        | Subject::Search
        | Subject::NotFound => None,
    }
}
