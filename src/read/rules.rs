//! The rules that reading a folder enforces.

use crate::diagnostic::{Rule, Severity};

/// All of them.
pub static RULES: &[&Rule] = &[&NOT_UTF8, &STRAY_FILE, &LINK_OUTSIDE];

/// Texts are UTF-8.
pub static NOT_UTF8: Rule = Rule {
    code: "not-utf8",
    severity: Severity::Error,
    summary: "Texts are UTF-8.",
    explanation: "A text in another encoding would lose its accents or worse. Editors have a setting for it; `iconv -f windows-1252 -t utf-8` converts a file.",
};

/// Every file below `content/` is read by somebody.
pub static STRAY_FILE: Rule = Rule {
    code: "stray-file",
    severity: Severity::Warning,
    summary: "Every file below `content/` is a record.",
    explanation: "A claim saved as `content/claim/x.md` or `content/claims/x.markdown` would be left out in silence. Move it to the folder of its kind, or to `static/` if it is a file for the site itself.",
};

/// No link leads out of the site's folder.
pub static LINK_OUTSIDE: Rule = Rule {
    code: "link-outside",
    severity: Severity::Error,
    summary: "No symbolic link leads out of the site's folder.",
    explanation: "A site must build from its own folder on any machine, and must not publish what lies beside it.",
};
