//! The site's address is one.

use crate::check::{CheckRule, Context, Scope};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};

pub static RULE: CheckRule = CheckRule {
    rule: Rule {
        code: "base-url",
        severity: Severity::Error,
        summary: "`base_url` is the address where the site will stand.",
        explanation: "Feeds, structured data and links between languages need whole addresses. Write `https://example.org`, or `https://example.org/checks` for a site in a folder, without a question mark or `#`.",
    },
    scope: Scope::Corpus(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let url = context.corpus.site.base_url.as_str();
    // A placeholder stands in for a site that could not be read; that has been said already.
    if url.is_empty() || is_address(url) {
        return;
    }
    let place = Place::value(&context.corpus.site_file.path, FieldPath::of("base_url"));
    let finding = RULE.at(place, format!("`{url}` is not the address of a site"));
    findings.push(finding.with_help("write it as `https://example.org` or `https://example.org/checks`"));
}

fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let Some(rest) = rest else { return false };
    let host = rest.split('/').next().unwrap_or_default();
    !host.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "?#\"'<>\\".contains(c))
}
