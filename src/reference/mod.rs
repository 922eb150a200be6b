//! What the declarations say of themselves, for authors.
//!
//! The parser, the messages and this reference come from one text: the `record!` declarations and the
//! tables of rules. `content/README.md` holds what [`content`] gives; a test keeps the two equal.

mod findings;
mod records;

use crate::diagnostic::Rule;

/// All rules in the order of the reference.
pub fn all_rules() -> Vec<&'static Rule> {
    findings::groups().into_iter().flat_map(|group| group.rules).collect()
}

/// The author's reference in Markdown: every field of every record, then every finding.
pub fn content() -> String {
    let mut out = String::new();
    records::write(&mut out);
    findings::write(&mut out);
    out
}
