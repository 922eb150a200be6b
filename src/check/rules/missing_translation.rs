//! Long texts stand in every language of the site.

use crate::check::{CheckRule, Context, Scope};
use crate::corpus::{Entry, Record, Table};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::model::{Claim, Page};
use crate::text::Lang;

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "missing-translation",
        severity: Severity::Error,
        summary: "Long texts stand in every language of the site.",
        explanation: "A page is never shown in another language than the reader chose. Beside `id.md` stands `id.en.md` with the English title, claim, summary and text; facts are not repeated in it.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let corpus = context.corpus;
    let languages: Vec<&Lang> = corpus.site.languages.iter().skip(1).collect();
    let claim = |claim: &Claim| {
        let mut fields = vec!["title", "claim"];
        fields.extend(claim.summary.is_some().then_some("summary"));
        fields
    };
    let page = |page: &Page| {
        let mut fields = vec!["title"];
        fields.extend(page.summary.is_some().then_some("summary"));
        fields
    };
    table(&corpus.claims, &languages, claim, findings);
    table(&corpus.pages, &languages, page, findings);
    // Of these only the body is a long text.
    table(&corpus.sources, &languages, |_| Vec::new(), findings);
    table(&corpus.documents, &languages, |_| Vec::new(), findings);
    table(&corpus.events, &languages, |_| Vec::new(), findings);
    table(&corpus.places, &languages, |_| Vec::new(), findings);
}

fn table<R: Record>(
    table: &Table<R>,
    languages: &[&Lang],
    fields: impl Fn(&R) -> Vec<&'static str>,
    findings: &mut Vec<Diagnostic>,
) {
    for entry in table {
        let fields = fields(&entry.record);
        let has_body = !entry.body().trim().is_empty();
        if fields.is_empty() && !has_body {
            continue;
        }
        for lang in languages {
            one(entry, lang, &fields, has_body, findings);
        }
    }
}

fn one<R: Record>(
    entry: &Entry<R>,
    lang: &Lang,
    fields: &[&'static str],
    has_body: bool,
    findings: &mut Vec<Diagnostic>,
) {
    let stem = entry.file.path.strip_suffix(".md").unwrap_or(&entry.file.path);
    let Some(translated) = entry.translations.get(lang) else {
        let finding = RULE.at(Place::file(&entry.file.path), format!("`{}` has no text in `{lang}`", entry.id));
        findings.push(finding.with_help(format!("write it as `{stem}.{lang}.md`")));
        return;
    };
    if translated.damaged {
        return;
    }
    let file = &translated.file.path;
    for &field in fields {
        let written = match field {
            "title" => translated.texts.title.is_some(),
            "claim" => translated.texts.claim.is_some(),
            _ => translated.texts.summary.is_some(),
        };
        if !written {
            let finding =
                RULE.at(Place::missing(file, FieldPath::of(field)), format!("the field `{field}` is missing"));
            findings.push(finding.with_help(format!("translate the `{field}` of `{stem}.md`")));
        }
    }
    if has_body && translated.body().trim().is_empty() {
        let finding = RULE.at(Place::file(file), "the text of the original is not translated");
        findings.push(finding.with_help("write it after the second line `---`"));
    }
}
