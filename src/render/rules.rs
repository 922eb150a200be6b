//! The rules that a theme satisfies.

use crate::diagnostic::{Rule, Severity};

/// All of them.
pub static RULES: &[&Rule] = &[&TEMPLATE, &WORDS, &ASSET_NAME];

/// Templates can be read and ask only for what their page has.
pub static TEMPLATE: Rule = Rule {
    code: "template",
    severity: Severity::Error,
    summary: "Templates can be read and ask only for what their page has.",
    explanation: "A site's own templates take the place of the default ones of the same name. `templates/README.md` lists what each page hands to its template; a value that may be missing is asked for with `or` or `is defined`.",
};

/// The words of the interface can be read in every language of the site.
pub static WORDS: Rule = Rule {
    code: "words",
    severity: Severity::Error,
    summary: "The words of the interface can be read in every language of the site.",
    explanation: "They stand in `templates/strings/<language>.ftl`, in Fluent's form. The default theme has French and English; for another language, copy one of them and translate it.",
};

/// Files of `static/` have names that can be addresses.
pub static ASSET_NAME: Rule = Rule {
    code: "asset-name",
    severity: Severity::Error,
    summary: "Files of `static/` have names that can be addresses.",
    explanation: "They are copied to the root of the site under their own names, so a name must work as an address on every host.",
};
