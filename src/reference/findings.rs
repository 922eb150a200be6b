//! The reference of findings.

use std::fmt::Write;

use crate::diagnostic::{Rule, Severity};
use crate::{check, inspect, links, model, read, render, resolve};

/// Rules that are enforced at one point of a build.
pub struct Group {
    title: &'static str,
    pub rules: Vec<&'static Rule>,
}

/// All rules in the order in which a build meets them.
pub fn groups() -> Vec<Group> {
    let group = |title, rules: &[&'static Rule]| Group { title, rules: rules.to_vec() };
    vec![
        group("Files", read::RULES),
        group("Fields", model::rules::RULES),
        group("References", resolve::RULES),
        Group { title: "Content", rules: check::RULES.iter().map(|rule| &rule.rule).collect() },
        group("Templates", render::RULES),
        group("Finished pages", inspect::RULES),
        group("Addresses of others, with `--check-links`", links::RULES),
    ]
}

/// Writes a section for each group, with a heading for each rule.
pub fn write(out: &mut String) {
    out.push_str("## Findings\n\n");
    out.push_str(
        "An error keeps the site from being built; a warning does not. `recoupe explain CODE` prints these words.\n",
    );
    for Group { title, rules } in groups() {
        write!(out, "\n### {title}\n").expect("a String takes everything");
        for rule in rules {
            let severity = match rule.severity {
                Severity::Error => "Error",
                Severity::Warning => "Warning",
                Severity::Note => "Note",
            };
            let Rule { code, summary, explanation, .. } = rule;
            write!(out, "\n#### {code}\n\n{severity}. **{summary}** {explanation}\n")
                .expect("a String takes everything");
        }
    }
}
