//! What the declarations say of themselves, for authors.

use crate::diagnostic::Rule;

/// All rules in the order of the reference.
pub fn all_rules() -> Vec<&'static Rule> {
    let checks = crate::check::RULES.iter().map(|rule| &rule.rule);
    let tables = [crate::read::RULES, crate::model::rules::RULES, crate::resolve::RULES];
    let tables = tables.into_iter().flatten().copied();
    let pages = crate::render::RULES.iter().chain(crate::inspect::RULES).copied();
    tables.chain(checks).chain(pages).collect()
}
