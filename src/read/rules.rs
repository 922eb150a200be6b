//! The rules that reading a folder enforces.

use crate::diagnostic::rules;

rules! {
    NOT_UTF8, "not-utf8", Error,
    "Texts are UTF-8.",
    "A text in another encoding would lose its accents or worse. Editors have a setting for it; `iconv -f windows-1252 -t utf-8` converts a file.";

    STRAY_FILE, "stray-file", Warning,
    "Every file below `content/` is a record.",
    "A claim saved as `content/claim/x.md` or `content/claims/x.markdown` would be left out in silence. Move it to the folder of its kind, or to `static/` if it is a file for the site itself.";

    LINK_OUTSIDE, "link-outside", Error,
    "No symbolic link leads out of the site's folder.",
    "A site must build from its own folder on any machine, and must not publish what lies beside it.";
}
