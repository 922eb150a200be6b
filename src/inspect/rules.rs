//! The rules that the finished pages satisfy.

use crate::diagnostic::{Rule, Severity};

/// All of them.
pub static RULES: &[&Rule] = &[&DEAD_LINK, &DEAD_FRAGMENT, &DUPLICATE_HTML_ID];

/// Every internal link leads to a page or a file of the site.
pub static DEAD_LINK: Rule = Rule {
    code: "dead-link",
    severity: Severity::Error,
    summary: "Every internal link leads to a page or a file of the site.",
    explanation: "A link in a text or a template leads to an address of the site that nothing stands at. Link records as `[[id]]`: such links are never dead. Files for the site belong in `static/`.",
};

/// Every fragment is the id of something on the page that it leads to.
pub static DEAD_FRAGMENT: Rule = Rule {
    code: "dead-fragment",
    severity: Severity::Error,
    summary: "Every `#fragment` is the id of something on the page that it leads to.",
    explanation: "The link leads to the right page and then nowhere in it. Look up the id in the page's source, or leave the fragment out.",
};

/// An id stands once on a page.
pub static DUPLICATE_HTML_ID: Rule = Rule {
    code: "duplicate-html-id",
    severity: Severity::Error,
    summary: "An id stands once on a page.",
    explanation: "Two elements of one page have one id, so that a link to it leads to the first only. Templates choose ids that texts cannot take.",
};
