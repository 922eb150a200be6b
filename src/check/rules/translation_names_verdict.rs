//! A translation names the verdicts that its original names, and no other.

use crate::check::parity::{Pair, Side, each_pair};
use crate::check::{CheckRule, Context, Scope};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, FilePath, Rule, Severity};
use crate::model::{Claim, VerdictId};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "translation-names-verdict",
        severity: Severity::Error,
        summary: "A translation names the verdicts that its original names, and no other.",
        explanation: "If the title, the proposition or the summary of a translation has the name of another verdict of the scale than the claim's own, readers of that language come away with another conclusion; and so they do if the original has such a name, of several words, and the translation has not. The names are those of `site.yaml`, in the language of each.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let corpus = context.corpus;
    each_pair(corpus, &mut |pair| {
        let Some(claim) = (!pair.field.is_empty()).then(|| claim_of(corpus, pair.original.file)).flatten() else {
            return;
        };
        let own = |id: &VerdictId| *id == claim.verdict || claim.substance.as_ref() == Some(id);
        let original = named(corpus, &pair.original);
        let translation = named(corpus, &pair.translation);
        let only_in = |one: &Names<'_>, other: &Names<'_>| {
            let only = one.iter().filter(|(id, _)| !own(id) && !other.iter().any(|(known, _)| known == id));
            only.map(|(_, label)| label.clone()).collect::<Vec<String>>()
        };
        for label in only_in(&translation, &original) {
            let message =
                format!("this names the verdict “{label}”, and the verdict of the claim is `{}`", claim.verdict);
            findings.push(finding(pair, message));
        }
        // A verb such as “contredit” is in the original what it is; a name of several words is a name.
        for label in only_in(&original, &translation).into_iter().filter(|label| label.contains(' ')) {
            findings.push(finding(pair, format!("the original names the verdict “{label}”, and this does not")));
        }
    });
}

fn claim_of<'a>(corpus: &'a Corpus, file: &FilePath) -> Option<&'a Claim> {
    let id = file.strip_prefix("content/claims/")?.strip_suffix(".md")?;
    corpus.claims.find(id).map(|entry| &entry.record)
}

fn finding(pair: &Pair<'_>, message: String) -> Diagnostic {
    let place = pair.place(&pair.translation, 0..0);
    let original = pair.place(&pair.original, 0..0);
    RULE.at(place, message).with_related(original, "the original").with_help("say what the original says")
}

/// Verdicts with their names in one language.
type Names<'a> = Vec<(&'a VerdictId, String)>;

/// The verdicts whose names stand in a text, with their names; of names within names, the longest.
fn named<'a>(corpus: &'a Corpus, side: &Side<'_>) -> Names<'a> {
    let first = corpus.first_lang();
    let labels =
        corpus.site.verdicts.iter().filter_map(|(id, verdict)| Some((id, verdict.label.get(side.lang, first)?)));
    let mut labels: Vec<(&VerdictId, &str)> = labels.collect();
    labels.sort_by_key(|(_, label)| std::cmp::Reverse(label.len()));
    let mut text = side.text.to_lowercase();
    let mut named = Vec::new();
    for (id, label) in labels {
        let lower = label.to_lowercase();
        while let Some(at) = on_word_boundaries(&text, &lower) {
            text.replace_range(at..at + lower.len(), " ");
            named.push((id, label.to_owned()));
        }
    }
    named.dedup_by(|a, b| a.0 == b.0);
    named
}

fn on_word_boundaries(text: &str, words: &str) -> Option<usize> {
    let mut found = text.match_indices(words).map(|(at, _)| at);
    found.find(|&at| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
